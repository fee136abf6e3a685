// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The working state of one record: events are applied to the realm as they are decided, so that
/// consequences, guards and the next command of a batch see them and their notices.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/access/notices.hpp"
#include "charter/access/persons.hpp"
#include "charter/access/refusals.hpp"
#include "charter/base/actor.hpp"
#include "charter/base/result.hpp"
#include "charter/command/earlier.hpp"
#include "charter/command/journal.hpp"
#include "charter/command/values.hpp"
#include "charter/realm/apply.hpp"
#include "charter/realm/lookup.hpp"

namespace charter::inline v0 {

inline refusal nothing_to_change() {
  return refuse("nothing_to_change", "It is so already; the command would change nothing.");
}
inline refusal own_membership() {
  return refuse("own_membership", "Nobody does this to themselves; ask another administrator.");
}

/// REQUIRES: nobody else changes the realm while the turn lives. Who refuses leaves it half changed.
class turn {
 public:
  turn(realm& on, acting actor, instant time)
      : world(on), by(actor), now(time), live_(on), journal_(on, actor) {
    begin_command();
  }
  turn(const turn&) = delete;
  turn& operator=(const turn&) = delete;

  const realm& world;  ///< as it is with the events so far
  acting by;
  instant now;
  std::vector<event> events;
  std::vector<warning> warnings;

  template <class Event>
  void emit(Event what) {
    journal_.expect(world, what);
    if (charter::is_measured(world, what)) before_.keep(world);
    auto wrapped = make_event(std::move(what));
    const stamp when = next_stamp();
    apply(live_, wrapped, when);
    notifier(live_, when).notify(wrapped);
    events.push_back(std::move(wrapped));
  }
  void warn(std::string_view slug, std::vector<detail_value> details = {}) {
    warning made{std::string(slug), std::move(details)};
    for (const auto& each : warnings)
      if (each == made) return;
    warnings.push_back(std::move(made));
  }

  /// What is measured from the realm before is measured from here on.
  void begin_command() {
    before_.forget();
    workspaces_then_ = world.workspaces.all.size();
    jobs_then_ = world.jobs.all.size();
  }
  /// Whether the present command emitted an event that is_measured; then `before` is the realm before it.
  bool is_measured() const { return before_.kept(); }
  const realm& before() const { return *before_; }
  bool was_there(workspace_id it) const { return it.value < workspaces_then_; }
  bool was_there(job_id it) const { return it.value < jobs_then_; }

  /// Ends the record: the realm is then as whoever folds it will have it.
  void close(std::string_view command, const std::optional<std::string>& command_id,
             std::string_view digest) {
    journal_.close(live_, {next_stamp(), command, events, command_id, digest});
  }

  const rules::rulebook& book() const { return world.book(); }

  /// Looks a thing up by name; what nobody has and what the actor may not see read the same.
  template <class Id>
  objection find(const ref<Id>& name, Id& out) const {
    return find(name, out, Id::kind::noun);
  }
  template <class Id>
  objection find(const ref<Id>& name, Id& out, std::string_view noun) const {
    const auto found = charter::find(world, name);
    if (!found) return not_found(noun);
    out = *found;
    return {};
  }
  objection find_asset(const ref<asset_id>& name, rules::asset_type type, asset_id& out) const {
    const std::string_view noun = type == rules::asset_type::dataset ? "dataset" : "integration";
    if (auto no = find(name, out, noun)) return no;
    if (world.assets[out].type != type) return not_found(noun);
    return {};
  }

  /// The guard: existence and sight, archived, pending, permission, in this order. Only users hold
  /// permissions; the operator and the host may do only what names them.
  objection guard(permission what, target on, std::string_view noun) const {
    if (!by.is_user()) {
      if (auto no = workspace_state(what, on)) return no;
      return forbidden(world.rules->row(what).name);
    }
    const auto judged = effective(world, {by.user, what, on, now});
    if (judged.allowed()) return {};
    return denied(world, what, judged, noun);
  }
  /// Finds what a command names and guards it.
  template <class Id>
  objection enter(const ref<Id>& name, permission what, Id& out) const {
    if (auto no = find(name, out)) return no;
    return guard(what, out, Id::kind::noun);
  }

  /// A person named as the thing itself (user.*, role.*): only who may be named exists.
  objection find_person(const ref<user_id>& name, user_id& out,
                        std::optional<workspace_id> concerned = {}) const {
    if (auto no = find(name, out)) return no;
    if (!may_name(world, by, out, name.text(), concerned, now)) return not_found("user");
    return {};
  }
  /// Organizations are seen by who belongs to, works in or is invited by them (D41).
  objection find_organization(const ref<organization_id>& name, organization_id& out) const {
    if (auto no = find(name, out)) return no;
    if (by.is_user() && book().masking && !sees_organization(world, by.user, out, now))
      return not_found("organization");
    return {};
  }
  /// Whether the acting user has an organization permission there.
  bool may(permission what, organization_id where) const {
    return by.is_user() && effective(world, {by.user, what, where, now}).allowed();
  }
  bool is_platform() const { return by.kind == actor_kind::platform; }
  bool is_host() const { return by.kind == actor_kind::host; }

 private:
  stamp next_stamp() const { return {world.head + 1, now, by}; }
  objection workspace_state(permission what, const target& on) const {
    const auto s = set_scene(world, {{}, what, on, now});
    if (!s.workspace) return {};
    const auto needs = world.rules->row(what).needs;
    const auto status = world.workspaces[*s.workspace].status;
    if (needs != need::any && status == workspace::status::archived)
      return denied(world, what, {denial::workspace_archived}, "workspace");
    if (needs == need::active && status == workspace::status::pending)
      return denied(world, what, {denial::workspace_pending}, "workspace");
    return {};
  }

  realm& live_;
  journal journal_;
  earlier before_;
  std::size_t workspaces_then_ = 0;
  std::size_t jobs_then_ = 0;
};

}  // namespace charter::inline v0
