// SPDX-License-Identifier: Apache-2.0
#include "policy_findings.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "../sentences.hpp"

namespace charter::inline v0::analysis {

namespace {

class policy_check {
 public:
  explicit policy_check(const electorate& it) : it_(it) {
    for (const auto& each : it.members)
      if (!is_active_.try_emplace(each.user.value, each.active).second) twice_listed_.insert(each.user);
  }

  std::vector<finding> run() {
    if (!twice_listed_.empty()) {
      const users people(twice_listed_.begin(), twice_listed_.end());
      add(severity::warning, "duplicate_member",
          listed(it_, people) + " stands in the list of members more than once, and counts once.", {}, people,
          "List each member once.");
    }
    if (it_.in_force.mode != approval::approval_mode::groups) return std::move(out_);
    if (!it_.in_force.groups || it_.in_force.groups->empty()) {
      add(severity::serious, "no_groups", "The policy asks for groups and has none, so nothing can meet it.",
          {}, {}, fix_of_policy(it_, "Define at least one group, or choose the mode all."));
      return std::move(out_);
    }
    std::set<std::string> names;
    for (const auto& each : *it_.in_force.groups) {
      if (!names.insert(each.name).second)
        add(severity::warning, "duplicate_group", "Two groups have the name " + quoted({each.name}) + ".",
            {each.name}, {}, fix_of_policy(it_, "Give each group a name of its own."));
      check(each);
    }
    return std::move(out_);
  }

 private:
  using users = std::vector<user_id>;

  void check(const approval::group& group) {
    const std::set<user_id> members(group.members.begin(), group.members.end());
    const auto name = quoted({group.name});
    if (group.minimum < 1)
      add(severity::serious, "minimum_too_small",
          name + " asks for " + counted(group.minimum, "approval") + ", and a group asks for at least 1.",
          {group.name}, {}, fix_of_policy(it_, "Ask for at least one approval, or remove the group."));
    if (members.empty()) {
      add(severity::serious, "empty_group", name + " has no members, so nobody can approve for it.",
          {group.name}, {}, fix_of_policy(it_, "Put members into the group, or remove it."));
      return;
    }
    if (group.minimum > static_cast<std::int64_t>(members.size()))
      add(severity::serious, "minimum_exceeds_group",
          name + " asks for " + counted(group.minimum, "approval") + " and has " +
              counted(static_cast<std::int64_t>(members.size()), "member") + ".",
          {group.name}, users(members.begin(), members.end()),
          fix_of_policy(it_, "Lower its minimum, or put more members into it."));
    if (members.size() < group.members.size()) {
      std::set<user_id> seen, twice;
      for (const auto user : group.members)
        if (!seen.insert(user).second) twice.insert(user);
      const users people(twice.begin(), twice.end());
      add(severity::warning, "duplicate_member",
          listed(it_, people) + " stands in " + name + " more than once, and counts once.", {group.name},
          people, fix_of_policy(it_, "Name each member of a group once."));
    }
    check_strangers(group, members);
  }

  void check_strangers(const approval::group& group, const std::set<user_id>& members) {
    users strangers, inactive;
    for (const auto user : members) {
      const auto found = is_active_.find(user.value);
      if (found == is_active_.end())
        strangers.push_back(user);
      else if (!found->second)
        inactive.push_back(user);
    }
    if (strangers.empty() && inactive.empty()) return;
    std::string who;
    if (!strangers.empty()) who = listed(it_, strangers) + " (not in the workspace)";
    if (!inactive.empty()) who += (who.empty() ? "" : " and ") + listed(it_, inactive) + " (inactive)";
    auto people = strangers;
    people.insert(people.end(), inactive.begin(), inactive.end());
    const bool is_all = people.size() == members.size();
    add(is_all ? severity::serious : severity::warning, "group_of_strangers",
        quoted({group.name}) + " has places for people who can approve nothing: " + who + ".", {group.name},
        people,
        fix_of_policy(it_, inactive.empty() ? "Take them out of the group, or add them to the workspace."
                                            : "Take them out of the group, or reactivate them."));
  }

  void add(severity how, std::string slug, std::string message, std::vector<std::string> groups,
           const users& people, std::string fix) {
    for (auto& each : names_of(it_, people)) groups.push_back(std::move(each));
    out_.push_back({how, std::move(slug), it_.about, std::move(message), std::move(groups), std::move(fix)});
  }

  const electorate& it_;
  std::unordered_map<std::uint32_t, bool> is_active_;
  std::set<user_id> twice_listed_;
  std::vector<finding> out_;
};

}  // namespace

std::vector<finding> check_policy(const electorate& it) { return policy_check(it).run(); }

std::string fix_of_policy(const electorate& it, std::string otherwise) {
  if (!it.policy_is_fixed) return otherwise;
  const bool somebody_is_inactive =
      std::any_of(it.members.begin(), it.members.end(), [](const elector& each) { return !each.active; });
  return std::string(somebody_is_inactive ? "Reactivate the inactive members; where that is not enough, "
                                            "archive "
                                          : "The policy is fixed: archive ") +
         "the workspace and create another.";
}

}  // namespace charter::inline v0::analysis
