// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Builds small realms from bare events, so that access is tested without what decides or stores.

#include <charter/access/queries/all.hpp>
#include <charter/realm/message.hpp>
#include <charter/rules/rulebooks/shipped.hpp>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace small {

using namespace charter;

/// Every event takes a second, from the first of January 2026 on; addresses follow from the keys.
struct builder {
  realm world;

  explicit builder(rules::rulebook book) {
    world.rules = std::make_shared<const rule_set>(std::move(book));
    world.now = *parse_instant("2026-01-01T00:00:00Z");
  }

  void take(const event& what, acting by);
  template <class Event>
  void happens(Event what, acting by = {}) {
    take(make_event(std::move(what)), by);
  }

  organization_id organization(const std::string& key) {
    const auto id = world.organizations.next();
    happens(organization::created{id, key, "The " + key});
    return id;
  }
  user_id user(const std::string& key, organization_id of,
               std::initializer_list<std::string_view> roles = {}) {
    const auto id = world.users.next();
    happens(user::provisioned{id, key, key + "@" + *world.organizations[of].key + ".org", {}, of});
    happens(user::signed_in{id});
    for (const auto role : roles) happens(role::assigned{id, of, std::string(role), {}});
    return id;
  }
  workspace_id workspace(const std::string& key, organization_id owner, user_id creator,
                         rules::membership_mode mode = rules::membership_mode::open,
                         const std::string& kind = "analytics") {
    const auto id = world.workspaces.next();
    workspace::created made{id, key, owner, kind, "Study"};
    made.mode = mode;
    made.creator = creator;
    happens(made);
    member(id, creator);
    if (mode == rules::membership_mode::open) happens(workspace::activated{id, {}});
    return id;
  }
  void member(workspace_id where, user_id who) { happens(workspace::member_added{where, who, {}, {}}); }
  invitation_id invite(workspace_id where, user_id who, user_id by) {
    const auto id = world.invitations.next();
    happens(invitation::sent{id, {}, where, who, world.users[who].profile->email, {}, {}, by});
    return id;
  }
  job_id job(const std::string& key, workspace_id where, user_id creator) {
    const auto id = world.jobs.next();
    happens(job::created{id, key, where, "Counts", "sha256:a1", {}, creator});
    return id;
  }
  void decide(job_id which, user_id who, approval::verdict verdict, bool automatic = false) {
    happens(job::decision_recorded{which, who, verdict, 1, {}, automatic});
  }

  denial may(user_id who, permission what, target on) const;

  /// Asked by that user, or by the host.
  template <class Query>
  auto ask(std::string_view as, const Query& query) const {
    return queries::answer(world, {ref<user_id>(as), {}}, query);
  }
  template <class Query>
  auto ask(const Query& query) const {
    return queries::answer(world, {}, query);
  }
};

/// The slug of what was refused, "ok" otherwise.
template <class Answer>
std::string slug(const Answer& it) {
  return it ? "ok" : it.error().slug;
}

/// What the rows of a page have in one member: `column(page, &listed_member::user)`.
template <class Page, class Row, class Value>
std::vector<Value> column(const Page& page, Value Row::*member) {
  std::vector<Value> out;
  if (page)
    for (const auto& row : page->items) out.push_back(row.*member);
  return out;
}

using texts = std::vector<std::string>;

}  // namespace small
