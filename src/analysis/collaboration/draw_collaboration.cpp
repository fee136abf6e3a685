// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "bridge_people.hpp"
#include "charter/access/queries/reach.hpp"
#include "charter/access/refusals.hpp"
#include "charter/analysis/collaboration.hpp"
#include "charter/realm/lookup.hpp"

namespace charter::inline v0::analysis {

namespace {

struct place {
  workspace_id which;
  std::vector<user_id> people;
};

/// The workspaces to be drawn and who is at work there, those with most people first.
std::vector<place> places_of(const realm& world, std::optional<organization_id> only) {
  std::vector<place> out;
  for (workspace_id each; world.workspaces.has(each); ++each.value) {
    if (world.workspaces[each].archived()) continue;
    place made{each, {}};
    bool wanted = !only;
    for_each_at_work(world, each, [&](const membership::row& row) {
      made.people.push_back(row.user);
      wanted = wanted || world.users[row.user].belongs_to(*only);
    });
    if (wanted) out.push_back(std::move(made));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const place& a, const place& b) { return a.people.size() > b.people.size(); });
  return out;
}

class drawing {
 public:
  explicit drawing(const realm& world) : world_(world) {
    out_.is_directed = false;
    for (const auto& each : find_bridge_people(world, work_graph(world)).found) bridges_.insert(each.user);
  }

  /// Leaves out who finds no room any more; a workspace is drawn where it has room for two people beside it.
  void add(const place& it) {
    if (out_.nodes.size() + std::min<std::size_t>(it.people.size(), 2) >= most_drawn) return;
    const auto at = out_.nodes.size();
    out_.nodes.push_back({label(world_, it.which), {}, stroke::plain});
    ++workspaces_;
    for (const auto each : it.people)
      if (const auto person = node_of(each))
        out_.edges.push_back({*person, at, {}, bridges_.contains(each) ? stroke::marked : stroke::plain});
  }

  diagram finish(std::string title, const std::vector<place>& wanted) {
    std::vector<user_id> people;
    for (const auto& each : wanted) people.insert(people.end(), each.people.begin(), each.people.end());
    queries::sort_and_unite(people);
    const auto more_people = people.size() - nodes_.size(), more_places = wanted.size() - workspaces_;
    if (more_people + more_places > 0)
      title += " (left out: " + std::to_string(more_places) + " workspaces, " + std::to_string(more_people) +
               " people)";
    out_.title = std::move(title);
    return std::move(out_);
  }

 private:
  std::optional<std::size_t> node_of(user_id it) {
    if (const auto found = nodes_.find(it); found != nodes_.end()) return found->second;
    if (out_.nodes.size() == most_drawn) return {};
    const auto& own = world_.users[it].standing->organizations;
    nodes_.emplace(it, out_.nodes.size());
    out_.nodes.push_back({label(world_, it), own.empty() ? std::string() : label(world_, own.front()),
                          bridges_.contains(it) ? stroke::marked : stroke::plain});
    return out_.nodes.size() - 1;
  }

  const realm& world_;
  std::set<user_id> bridges_;
  diagram out_;
  std::map<user_id, std::size_t> nodes_;
  std::size_t workspaces_ = 0;
};

}  // namespace

result<diagram> draw_collaboration(const realm& world, std::optional<organization_id> only) {
  if (only && !world.organizations.has(*only)) return tl::make_unexpected(not_found("organization"));
  const auto places = places_of(world, only);
  drawing out(world);
  for (const auto& each : places) out.add(each);
  return out.finish(only ? "Who works with " + label(world, *only) : "Who works where", places);
}

}  // namespace charter::inline v0::analysis
