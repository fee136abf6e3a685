// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/quorum_diagram.hpp"

#include <map>
#include <set>
#include <utility>

#include "charter/analysis/quorum.hpp"
#include "seats.hpp"

namespace charter::inline v0::analysis {

namespace {

class quorum_picture {
 public:
  explicit quorum_picture(const electorate& it) : it_(it), found_(can_be_met(it)) {
    const auto plan = plan_seats(it);
    for (const auto& each : plan.people) approved_.emplace(each.user, each.has_approved);
    for (const auto& each : found_.shortages) {
      short_groups_.insert(each.groups.begin(), each.groups.end());
      short_people_.insert(each.people.begin(), each.people.end());
    }
    for (const auto& each : found_.seats) seats_.emplace(each.group, each.user);
    out_.title = it.about;
    for (const auto& each : it.members) node_of(each.user);
    for (const auto& each : groups_of(it, plan)) add(each);
  }
  diagram take() { return std::move(out_); }

 private:
  /// In mode all those who are listed and asked make up the one group.
  static std::vector<approval::group> groups_of(const electorate& it, const seat_plan& plan) {
    if (it.in_force.mode == approval::approval_mode::groups)
      return it.in_force.groups.value_or(std::vector<approval::group>{});
    approval::group everybody{"all", plan.groups.front().need, {}};
    for (const auto& each : it.members)
      if (it.rules.creator_approves || it.creator != each.user) everybody.members.push_back(each.user);
    return {everybody};
  }

  void add(const approval::group& group) {
    const auto at = out_.nodes.size();
    out_.nodes.push_back(
        {group.name + ": " + std::to_string(group.minimum) + " of " + std::to_string(group.members.size()),
         "groups", short_groups_.contains(group.name) ? stroke::marked : stroke::plain});
    for (const auto user : group.members) {
      const bool fills = seats_.contains({group.name, user});
      const bool has_approved = approved_.contains(user) && approved_.at(user);
      const bool is_cut = short_groups_.contains(group.name) && short_people_.contains(user);
      out_.edges.push_back({node_of(user), at, has_approved ? "has approved" : "",
                            !approved_.contains(user) ? stroke::faint
                            : fills || is_cut         ? stroke::marked
                                                      : stroke::plain});
    }
  }

  std::size_t node_of(user_id user) {
    const auto [found, is_new] = nodes_.try_emplace(user, out_.nodes.size());
    if (is_new)
      out_.nodes.push_back({it_.name_of(user), "people",
                            !approved_.contains(user)      ? stroke::faint
                            : short_people_.contains(user) ? stroke::marked
                                                           : stroke::plain});
    return found->second;
  }

  const electorate& it_;
  feasibility found_;
  std::map<user_id, bool> approved_;  ///< of all who can fill a seat
  std::set<std::string> short_groups_;
  std::set<user_id> short_people_;
  std::set<std::pair<std::string, user_id>> seats_;
  std::map<user_id, std::size_t> nodes_;
  diagram out_;
};

}  // namespace

diagram draw_quorum(const electorate& it) { return quorum_picture(it).take(); }

}  // namespace charter::inline v0::analysis
