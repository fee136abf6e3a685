// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Looks at a realm and chooses: a thing in a fitting state, somebody who may do something to it, how to name
/// both. A careless chooser overlooks states and rights, so that refusals occur too.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/access/holders.hpp"
#include "charter/base/actor.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/message.hpp"
#include "dice.hpp"

namespace charter::inline v0::testing {

/// What somebody asks: a command before its context is filled in.
struct asked {
  actor as;
  command what;
  duration ahead = {};  ///< how far the context's time lies beyond the realm's, at least
};

/// A thing, and somebody who may do the thing in mind to it.
template <class Id>
struct opening {
  actor as;
  Id it;
};

class chooser : public dice {
 public:
  /// `only`: whoever else might act, this party shall (the commands of a batch have one actor).
  chooser(const realm& seen, instant time, std::mt19937_64& engine, std::optional<actor> only = {})
      : dice(engine),
        world(seen),
        book(seen.book()),
        now(time),
        careless(chance(20)),
        only_(std::move(only)) {}

  const realm& world;
  const rules::rulebook& book;
  const instant now;
  const bool careless;

  /// Whether a slip happens that only careless people make.
  bool slips(unsigned percent = 50) { return careless && chance(percent); }
  /// Seldom true once there are `enough`: keeps worlds small.
  bool room(std::size_t there, std::size_t enough) { return there < enough || chance(2); }

  /// One of the registry's things that are wanted; any where the chooser slips.
  template <class Id, class State, class Wanted>
  std::optional<Id> any(const registry<Id, State>& things, Wanted&& wanted) {
    const auto fitting = all(things, wanted);
    return fitting.empty() ? std::nullopt : std::optional(one_of(fitting));
  }
  /// A wanted thing together with somebody to whom `what` is granted there.
  template <class Id, class State, class Wanted>
  std::optional<opening<Id>> open_to(permission what, const registry<Id, State>& things, Wanted&& wanted) {
    for (const Id each : some_of(all(things, wanted), 6))
      if (auto as = actor_for(what, each)) return opening<Id>{std::move(*as), each};
    return {};
  }
  template <class Id, class State, class Wanted>
  std::vector<Id> all(const registry<Id, State>& things, Wanted&& wanted) {
    const bool blind = slips();
    std::vector<Id> out;
    for (std::uint32_t i = 0; i < things.all.size(); ++i)
      if (blind || wanted(Id{i})) out.push_back(Id{i});
    return out;
  }

  /// Some user to whom that is granted; nobody if nobody may. Where the chooser slips: anybody at all.
  std::optional<actor> actor_for(permission what, const target& on) {
    if (slips()) return anybody();
    return some_user([&](user_id user) { return effective(world, {user, what, on, now}).allowed(); });
  }
  /// Some active user of whom that is true.
  template <class Wanted>
  std::optional<actor> some_user(Wanted&& wanted) {
    std::vector<user_id> fitting;
    for (std::uint32_t i = 0; i < world.users.all.size(); ++i)
      if (is_active(user_id{i}) && is_free(user_id{i}) && wanted(user_id{i})) fitting.push_back(user_id{i});
    if (fitting.empty()) return {};
    return actor(name(one_of(fitting)));
  }
  /// A party other than a user, if it is free to act.
  std::optional<actor> party(actor which) {
    if (slips()) return anybody();
    return !only_ || *only_ == which ? std::optional(std::move(which)) : std::nullopt;
  }
  actor anybody() {
    if (only_) return *only_;
    if (chance(15)) return actor::platform();
    if (chance(15)) return actor::host();
    if (world.users.all.empty() || chance(5)) return actor("nobody@nowhere.example");
    return actor(name(any_user()));
  }
  /// REQUIRES: there is a user.
  user_id any_user() { return user_id{static_cast<std::uint32_t>(below(world.users.all.size()))}; }
  bool is_active(user_id it) const { return world.users[it].status == user::status::active; }

  /// By id, by key, or for users by e-mail; where the chooser slips, sometimes a name that nothing has.
  template <class Id>
  ref<Id> name(Id it) {
    if (slips(8)) return ref<Id>(chance(50) ? std::string("none_such") : to_text(Id{it.value + 1000}));
    if constexpr (std::is_same_v<Id, user_id>)
      if (chance(30)) return email_of(it);
    return chance(50) ? ref<Id>(it) : ref<Id>(label(world, it));
  }
  std::string email_of(user_id it) {
    const auto& written = world.users[it].profile->email;
    return chance(20) ? upper(written) : written;
  }

  /// When something shall end, if at all; where the chooser slips, sometimes in the past.
  std::optional<instant> maybe_until(unsigned percent = 25) {
    if (!chance(percent)) return {};
    if (slips()) return now - std::chrono::hours{1};
    return now + std::chrono::minutes{1 + static_cast<int>(below(60 * 72))};
  }

  /// Whether a thing's workspace is active, or what else is asked of it.
  bool active(workspace_id it) const { return world.workspaces[it].status == workspace::status::active; }
  bool archived(workspace_id it) const { return world.workspaces[it].archived(); }

 private:
  bool is_free(user_id it) const {
    return !only_ || (only_->kind() == actor_kind::user && find(world, only_->user()) == it);
  }
  static std::string upper(std::string text) {
    for (char& c : text)
      if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  std::optional<actor> only_;
};

}  // namespace charter::inline v0::testing
