// SPDX-License-Identifier: Apache-2.0
// Moves about workspaces: beginning and ending, policies, what they say of themselves. Among the policies and
// names are some that no rulebook should take.
#include <string>
#include <utility>
#include <vector>

#include "alphabet_builder.hpp"
#include "least_role.hpp"

namespace charter::inline v0::analysis {

namespace {

constexpr auto blank = "   ";

/// Groups as they might be proposed: by name, how many must approve, and who.
struct group_idea {
  std::string name;
  std::int64_t minimum;
  std::vector<user_id> members;
};

void propose(alphabet_builder& to, workspace_id where, const std::vector<group_idea>& ideas) {
  to.everybody({there(where)}, [=](const naming& name) {
    std::vector<approval::group_proposal> groups;
    for (const auto& each : ideas) {
      approval::group_proposal group{each.name, each.minimum, {}};
      for (const auto user : each.members) group.members.push_back(name(user));
      groups.push_back(std::move(group));
    }
    return workspace::set_approval_policy{name(where), approval::groups(std::move(groups))};
  });
}

void add_approval_moves(alphabet_builder& to, workspace_id where) {
  to.everybody({there(where)}, [=](const naming& name) {
    return workspace::set_approval_policy{name(where), approval::all()};
  });
  std::vector<user_id> everyone;
  to.each_user([&](user_id each) { everyone.push_back(each); });
  propose(to, where, {});
  propose(to, where, {{"all", 1, everyone}});
  to.each_user([&](user_id one) {
    propose(to, where, {{"one", 1, {one}}});
    propose(to, where, {{"none", 0, {one}}});
    propose(to, where, {{"too many", 2, {one}}});
    propose(to, where, {{"first", 1, {one}}, {"second", 1, {one}}});
    for (auto other = one.value + 1; other < to.users(); ++other)
      propose(to, where, {{"two", 2, {one, user_id{other}}}});
  });
}

void add_run_policy_moves(alphabet_builder& to, workspace_id where) {
  const auto set = [&](runs::run_mode mode, std::optional<std::vector<user_id>> users) {
    to.everybody({there(where)}, [=](const naming& name) {
      runs::proposal it{mode, {}};
      if (users) it.users.emplace();
      for (const auto each : users.value_or(std::vector<user_id>{})) it.users->push_back(name(each));
      return workspace::set_run_policy{name(where), std::move(it)};
    });
  };
  set(runs::run_mode::all, {});
  set(runs::run_mode::creator, {});
  set(runs::run_mode::specific, std::vector<user_id>{});
  to.each_user([&](user_id one) { set(runs::run_mode::specific, std::vector{one}); });
}

struct party {
  std::vector<user_id> members = {}, invitees = {};
  bool with_policy = true;
};

void create(alphabet_builder& to, workspace_id it, organization_id owner, const std::string& kind,
            const party& people, const std::string& title = "New") {
  to.everybody({next(it)}, [=](const naming& name, const realm& world) {
    workspace::create out{.key = naming::key_of_new(it), .organization = name(owner), .kind = kind};
    out.name = title;
    const auto role = least_role(world.book());
    for (const auto each : people.members) out.members.push_back({.email = name.address(each), .role = role});
    auto invitation = world.invitations.next();
    for (const auto each : people.invitees) {
      out.invitees.push_back(
          {.email = name.address(each), .role = role, .key = naming::key_of_new(invitation)});
      ++invitation.value;
    }
    const bool alone = people.members.empty() && people.invitees.empty();
    if (!alone && people.with_policy) out.approval_policy = approval::all();
    return out;
  });
}

void add_creations(alphabet_builder& to, workspace_id it, organization_id owner, const std::string& kind) {
  create(to, it, owner, kind, {});
  create(to, it, owner, kind, {}, blank);
  to.each_user([&](user_id one) {
    create(to, it, owner, kind, {{one}, {}});
    create(to, it, owner, kind, {{one}, {}, false});
    create(to, it, owner, kind, {{}, {one}});
    for (auto other = one.value + 1; other < to.users(); ++other)
      create(to, it, owner, kind, {{}, {one, user_id{other}}});
  });
}

}  // namespace

void add_workspace_moves(alphabet_builder& to) {
  const auto first_new = static_cast<std::uint32_t>(to.start.workspaces.all.size());
  to.each_workspace([&](workspace_id it) {
    to.footprint.is_confined = false;  // runs are cancelled, reviews closed
    to.everybody({there(it)}, [=](const naming& name) { return workspace::archive{name(it)}; });
    to.footprint.is_confined = true;
    if (it.value < first_new) return;
    for (std::uint32_t i = 0; i < to.start.organizations.all.size(); ++i)
      for (const auto& kind : to.start.book().kinds) add_creations(to, it, {i}, kind.name);
  });
}

void add_policy_moves(alphabet_builder& to) {
  to.each_workspace([&](workspace_id where) {
    add_approval_moves(to, where);
    add_run_policy_moves(to, where);
  });
}

void add_settings_moves(alphabet_builder& to) {
  to.each_workspace([&](workspace_id where) {
    const auto say = [&](auto make) { to.everybody({there(where)}, make); };
    for (const std::string text : {"Renamed", blank})
      say([=](const naming& name) { return workspace::rename{name(where), text}; });
    say([=](const naming& name) { return workspace::describe{name(where), "As agreed"}; });
    say([=](const naming& name) { return workspace::describe{name(where), std::string(5000, 'x')}; });
    say([=](const naming& name) { return workspace::edit_homepage{name(where), "Welcome"}; });
    say([=](const naming& name) { return workspace::set_image{name(where), "sha256:image"}; });
    say([=](const naming& name) { return workspace::set_countries{name(where), {"CM"}}; });
    say([=](const naming& name) {
      return workspace::set_property{name(where), "region", std::string("eu")};
    });
    say([=](const naming& name) {
      return workspace::set_property{name(where), "password", std::string("x")};
    });
    say([=](const naming& name) { return workspace::unset_property{name(where), "region"}; });
    say([=](const naming& name) { return workspace::add_template{name(where), "regression"}; });
    say([=](const naming& name) { return workspace::remove_template{name(where), "regression"}; });
    say([=](const naming& name) { return workspace::rotate_credential{name(where)}; });
  });
}

}  // namespace charter::inline v0::analysis
