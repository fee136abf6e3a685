// SPDX-License-Identifier: Apache-2.0
#include "touched_places.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>

#include "charter/access/queries/reach.hpp"
#include "charter/command/touched.hpp"

namespace charter::inline v0::analysis {

namespace {

using queries::sort_and_unite;

template <class... Events>
constexpr bool is_one_of(const auto& it) {
  return (std::same_as<std::remove_cvref_t<decltype(it)>, Events> || ...);
}

/// Whether an event changes what somebody is in every place at once.
constexpr bool is_about_account(const auto& it) {
  return is_one_of<user::provisioned, user::joined, user::deactivated, user::reactivated, user::removed,
                   role::assigned, role::withdrawn, roles::ended, memberships::ended>(it);
}

struct user_collector {
  std::vector<user_id>& out;
  void operator()(user_id it) { out.push_back(it); }
  template <class Kind>
  void operator()(id<Kind>) {}
};

/// Whether somebody may see what it has nothing to do with: then whoever changes may gain anything anywhere.
bool looks_far(const realm& world) {
  return !world.rules || !world.book().masking || queries::is_granted_far(world, permissions::workspace_view);
}

class place_search {
 public:
  place_search(const realm& before, const realm& after) : before_(before), after_(after) {}

  void ask_everybody(workspace_id where) {
    out_.workspaces.push_back(where);
    auto people = queries::people_in_reach(after_, where, {});
    if (before_.workspaces.has(where)) {
      const auto then = queries::people_in_reach(before_, where, {});
      people.insert(people.end(), then.begin(), then.end());
    }
    for (const auto each : people) out_.workspace_rights.emplace_back(where, each);
    const auto& it = after_.workspaces[where];
    for (const auto& row : it.members) out_.organization_rights.emplace_back(it.owner, row.user);
    out_.organizations.push_back(it.owner);
    for (const auto each : it.jobs) out_.jobs.push_back(each);
  }
  void ask_everybody(organization_id where) {
    out_.organizations.push_back(where);
    for (const auto each : after_.organizations[where].joined)
      out_.organization_rights.emplace_back(where, each);
  }

  /// Wherever the user has, or had, something to do. REQUIRES: its workspaces are asked about themselves.
  void ask_about(user_id user) {
    std::vector<organization_id> organizations = after_.users[user].standing->organizations;
    if (before_.users.has(user)) {
      const auto& then = before_.users[user].standing->organizations;
      organizations.insert(organizations.end(), then.begin(), then.end());
    }
    sort_and_unite(organizations);
    for (const auto each : organizations) {
      out_.organizations.push_back(each);
      out_.organization_rights.emplace_back(each, user);
      for (const auto owned : after_.organizations[each].owned)
        out_.workspace_rights.emplace_back(owned, user);
      for (const auto colleague : after_.organizations[each].joined) add_created_by(colleague, each, user);
    }
  }

  touched_places::result take() {
    sort_and_unite(out_.organization_rights), sort_and_unite(out_.workspace_rights);
    sort_and_unite(out_.organizations), sort_and_unite(out_.workspaces), sort_and_unite(out_.jobs);
    return std::move(out_);
  }

 private:
  bool belonged(user_id user, organization_id organization) const {
    return after_.users[user].belongs_to(organization) ||
           (before_.users.has(user) && before_.users[user].belongs_to(organization));
  }
  /// Who creates a workspace is a member of it.
  void add_created_by(user_id colleague, organization_id organization, user_id user) {
    if (!belonged(colleague, organization)) return;
    for (const auto each : after_.users[colleague].workspaces)
      if (after_.workspaces[each].creator == colleague) out_.workspace_rights.emplace_back(each, user);
  }

  const realm& before_;
  const realm& after_;
  touched_places::result out_;
};

}  // namespace

void touched_places::add(const realm& before, const realm& after, const record& what) {
  decltype(ledger::entry::workspaces) named;
  for (const auto& each : what.events) {
    visit_event(each, [&](const auto& one) {
      if (is_one_of<realms::created, realms::rulebook_amended>(one)) everything_ = true;
      if (is_about_account(one)) for_each_id(one, user_collector{accounts_});
    });
    if (!everything_) detail::add_workspaces_of(before, after, each, what.at, named);
  }
  workspaces_.insert(workspaces_.end(), named.begin(), named.end());
}

touched_places::result touched_places::between(const realm& before, const realm& after) const {
  place_search out(before, after);
  if (everything_ || (!accounts_.empty() && (looks_far(before) || looks_far(after)))) {
    for (organization_id each; after.organizations.has(each); ++each.value) out.ask_everybody(each);
    for (workspace_id each; after.workspaces.has(each); ++each.value) out.ask_everybody(each);
    return out.take();
  }
  auto accounts = accounts_;
  auto workspaces = workspaces_;
  for (const auto user : accounts)
    for (const auto each : after.users[user].workspaces) workspaces.push_back(each);
  sort_and_unite(accounts), sort_and_unite(workspaces);
  for (const auto each : workspaces) out.ask_everybody(each);
  for (const auto each : accounts) out.ask_about(each);
  return out.take();
}

}  // namespace charter::inline v0::analysis
