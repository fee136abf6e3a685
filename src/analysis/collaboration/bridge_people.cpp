// SPDX-License-Identifier: Apache-2.0
#include "bridge_people.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/iterator/function_output_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace charter::inline v0::analysis {

namespace {

/// Where a depth-first search came from and how far back each subtree leads.
struct search_tree {
  std::vector<vertex> in_order;                  ///< as discovered
  std::vector<vertex> discovered, lowest, from;  ///< by vertex; a root comes from itself

  explicit search_tree(const compact_graph& graph)
      : in_order(num_vertices(graph)),
        discovered(num_vertices(graph)),
        lowest(num_vertices(graph)),
        from(num_vertices(graph)) {
    const auto of = [&](std::vector<vertex>& all) {
      return boost::make_iterator_property_map(all.begin(), get(boost::vertex_index, graph), vertex{});
    };
    boost::articulation_points(
        graph, boost::make_function_output_iterator([](vertex) {}),
        boost::discover_time_map(of(discovered)).lowpoint_map(of(lowest)).predecessor_map(of(from)));
    for (vertex each = 0; each < in_order.size(); ++each) in_order[discovered[each] - 1] = each;
  }
};

/// The people of one organization in a cluster.
struct colleagues {
  std::uint32_t people = 0;
  user_id last;
};
using cluster_people = std::map<organization_id, colleagues>;

/// Who is in a part of a cluster: a branch of its tree.
struct branch {
  std::unordered_map<std::uint32_t, std::uint32_t> people;  ///< by organization
  std::size_t complete = 0;  ///< organizations with nobody elsewhere in the cluster

  void add(organization_id it, std::uint32_t more, const cluster_people& all) {
    auto& here = people[it.value];
    here += more;
    if (here == all.at(it).people) ++complete;
  }
  std::uint32_t of(organization_id it) const {
    const auto found = people.find(it.value);
    return found == people.end() ? 0 : found->second;
  }
};

class bridge_people_search {
 public:
  bridge_people_search(const realm& world, const work_graph& graph)
      : world_(world), graph_(graph), tree_(graph.edges), cluster_(tree_.in_order.size()) {
    count();
  }

  bridge_people run() {
    find_splits();
    find_only_ones();
    bridge_people out;
    for (const auto& [user, found] : found_) out.found.push_back(found);
    for (const auto user : undecided_)
      if (!found_.contains(user)) out.undecided.push_back(user);
    return out;
  }

 private:
  const std::vector<organization_id>& organizations_of(vertex person) const {
    return world_.users[graph_.number.person(person)].standing->organizations;
  }
  bool is_of(vertex person, organization_id it) const {
    return world_.users[graph_.number.person(person)].belongs_to(it);
  }
  bool works(vertex it) const { return out_degree(it, graph_.edges) > 0; }

  /// Who is where: the clusters, and how many of each organization are in each.
  void count() {
    for (const auto each : tree_.in_order) {
      if (tree_.from[each] == each) {
        cluster_[each] = static_cast<vertex>(present_.size());
        present_.emplace_back();
      } else {
        cluster_[each] = cluster_[tree_.from[each]];
      }
      if (!graph_.number.is_person(each) || !works(each)) continue;
      for (const auto organization : organizations_of(each)) {
        auto& it = present_[cluster_[each]][organization];
        ++it.people;
        it.last = graph_.number.person(each);
      }
    }
    meets_in_.resize(world_.organizations.all.size());
    for (vertex each = 0; each < present_.size(); ++each)
      for (const auto& [organization, there] : present_[each]) meets_in_[organization.value].push_back(each);
  }

  /// Whether both are in a second cluster as well.
  bool meet_elsewhere(organization_id a, organization_id b) const {
    const auto &one = meets_in_[a.value], &other = meets_in_[b.value];
    std::size_t common = 0;
    for (auto i = one.begin(), j = other.begin(); i != one.end() && j != other.end() && common < 2;)
      if (*i == *j)
        ++common, ++i, ++j;
      else
        *i < *j ? ++i : ++j;
    return common > 1;
  }

  /// Children before parents: what is below each vertex, so that at a person whom a subtree hangs on it is
  /// known who is in there. The smaller of two counts goes into the larger.
  void find_splits() {
    std::vector<branch> below(tree_.in_order.size());
    for (auto at = tree_.in_order.rbegin(); at != tree_.in_order.rend(); ++at) {
      const auto each = *at, parent = tree_.from[each];
      if (!works(each)) continue;
      const auto& all = present_[cluster_[each]];
      if (graph_.number.is_person(each))
        for (const auto organization : organizations_of(each)) below[each].add(organization, 1, all);
      auto mine = std::exchange(below[each], {});
      if (parent == each) continue;
      if (graph_.number.is_person(parent) && tree_.lowest[each] >= tree_.discovered[parent])
        look_at_split(parent, each, mine);
      auto& into = below[parent];
      if (into.people.size() < mine.people.size()) std::swap(into, mine);
      for (const auto& [organization, people] : mine.people) into.add({organization}, people, all);
    }
  }

  /// Whether some organization may be in the part alone, and some other outside alone, once the person goes.
  bool may_part(vertex person, const branch& below, const cluster_people& here) const {
    auto inside = below.complete, outside = here.size() - below.people.size();
    for (const auto each : organizations_of(person)) {
      const auto others = here.at(each).people - 1, in_part = below.of(each);
      if (others > 0 && in_part == others) ++inside;
      if (others == 0) --outside;
    }
    return inside > 0 && outside > 0;
  }

  /// `below` is who is in the part that begins with `workspace` and that only `person` joins to the rest.
  void look_at_split(vertex person, vertex workspace, const branch& below) {
    const auto& here = present_[cluster_[person]];
    if (found_.contains(graph_.number.person(person)) || !may_part(person, below, here)) return;
    std::vector<organization_id> inside, outside;
    for (const auto& [organization, there] : here) {
      const auto others = there.people - (is_of(person, organization) ? 1U : 0U);
      const auto in_part = below.of(organization);
      if (others == 0) continue;
      if (in_part == others) inside.push_back(organization);
      if (in_part == 0) outside.push_back(organization);
    }
    auto left = most_pairs;
    for (const auto one : inside)
      for (const auto other : outside) {
        if (left-- == 0) return give_up(person);
        if (!meet_elsewhere(one, other)) return add(person, one, other, workspace, false);
      }
  }

  /// Who is the only one of an organization in a cluster connects it with all the others there.
  void find_only_ones() {
    for (const auto& here : present_)
      for (const auto& [organization, there] : here)
        if (there.people == 1 && !found_.contains(there.last))
          look_at_only_one(graph_.number.of(there.last), organization, here);
  }
  void look_at_only_one(vertex person, organization_id one, const cluster_people& here) {
    auto left = most_pairs;
    for (auto [at, end] = out_edges(person, graph_.edges); at != end; ++at) {
      const auto workspace = boost::target(*at, graph_.edges);
      for (auto [to, last] = out_edges(workspace, graph_.edges); to != last; ++to) {
        const auto met = boost::target(*to, graph_.edges);
        if (met == person) continue;
        for (const auto other : organizations_of(met)) {
          if (left-- == 0) return give_up(person);
          if (other != one && !meet_elsewhere(one, other)) return add(person, one, other, workspace, true);
        }
      }
    }
    // Whom the person meets is of no organization, but may meet others who are; or the person is of several.
    for (const auto& each : here) {
      const auto other = each.first;
      if (left-- == 0) return give_up(person);
      if (other != one && !meet_elsewhere(one, other))
        return add(person, one, other, boost::target(*out_edges(person, graph_.edges).first, graph_.edges),
                   true);
    }
  }

  void add(vertex person, organization_id one, organization_id other, vertex workspace, bool is_all_of_one) {
    const auto user = graph_.number.person(person);
    found_.emplace(user, bridge_person{user, one, other, graph_.number.workspace(workspace), is_all_of_one});
  }

  void give_up(vertex person) { undecided_.insert(graph_.number.person(person)); }

  static constexpr int most_pairs = 256;

  const realm& world_;
  const work_graph& graph_;
  search_tree tree_;
  std::vector<vertex> cluster_;                ///< by vertex
  std::vector<cluster_people> present_;        ///< by cluster
  std::vector<std::vector<vertex>> meets_in_;  ///< clusters by organization, in order
  std::map<user_id, bridge_person> found_;
  std::set<user_id> undecided_;
};

}  // namespace

bridge_people find_bridge_people(const realm& world, const work_graph& graph) {
  return bridge_people_search(world, graph).run();
}

}  // namespace charter::inline v0::analysis
