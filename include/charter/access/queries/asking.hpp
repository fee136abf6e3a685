// SPDX-License-Identifier: Apache-2.0
#pragma once
/// On whose behalf a query is asked, and what that lets it see (vocabulary, section 6).

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "charter/access/persons.hpp"
#include "charter/access/refusals.hpp"
#include "charter/access/sight.hpp"
#include "charter/base/actor.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/lookup.hpp"

namespace charter::inline v0 {

struct asking {
  std::optional<ref<user_id>> as = {};  ///< a user; absent, or "host": the host, who sees all
  std::optional<instant> at = {};       ///< the realm's time if absent or earlier
};

namespace queries {

inline refusal malformed(std::string_view path, std::string message) {
  return refuse("malformed", std::move(message)).with("path", std::string(path));
}

/// An `asking` resolved against a realm. Holds a reference: it must not outlive the realm.
struct inquiry {
  const realm& world;
  acting by = {};
  instant at = {};

  /// Fails: `not_found` for an asker that nobody is, `deactivated`.
  static result<inquiry> open(const realm& world, const asking& who) {
    inquiry out{world, {}, who.at && *who.at > world.now ? *who.at : world.now};
    const actor asker = who.as ? actor(*who.as) : actor::host();
    out.by.kind = asker.kind();
    if (!out.by.is_user()) return out;
    const auto user = find(world, asker.user());
    if (!user) return tl::make_unexpected(not_found("user"));
    if (world.users[*user].status != user::status::active)
      return tl::make_unexpected(refuse("deactivated", std::string(advice(denial::deactivated))));
    out.by.user = *user;
    return out;
  }

  bool is_host() const { return by.kind == actor_kind::host; }

  /// Only the host sees archived workspaces that are hidden.
  bool is_hidden_here(workspace_id it) const { return !is_host() && is_hidden(world, it); }

  /// Whether the asker may know of a thing that exists.
  bool knows(const target& on) const {
    if (!by.is_user()) return is_host();
    const auto s = scene_of(permissions::workspace_view, on);
    if (s.workspace && is_hidden_here(*s.workspace)) return false;
    return !world.book().masking || sees(s);
  }

  /// Rights alone, without what the workspace must be (vocabulary, section 8).
  judgement judge(permission what, const target& on) const { return judge_grants(scene_of(what, on)); }
  bool may(permission what, const target& on) const {
    return is_host() || (by.is_user() && judge(what, on).allowed());
  }

  /// Sight, then the permission. The operator holds none.
  objection guard(permission what, const target& on, std::string_view noun) const {
    const auto no = deny(what, on);
    return no.allowed() ? objection{} : denied(world, what, no, noun);
  }
  /// For lists: where the permission depends on each thing listed, the list shows those it is granted for.
  objection guard_each(permission what, const target& on, std::string_view noun) const {
    const auto no = deny(what, on);
    return no.allowed() || no.why == denial::depends_on_resource ? objection{}
                                                                 : denied(world, what, no, noun);
  }

  /// Looks a thing up; what nobody has and what the asker may not see read the same.
  template <class Id>
  objection find_thing(const ref<Id>& name, Id& out, std::string_view noun = Id::kind::noun) const {
    const auto found = find(world, name);
    if (!found) return not_found(noun);
    out = *found;
    return {};
  }
  template <class Id>
  objection enter(const ref<Id>& name, permission what, Id& out) const {
    if (auto no = find_thing(name, out)) return no;
    return guard(what, out, Id::kind::noun);
  }

  /// A person as the asker names it: `not_found` for whom it may not name.
  objection find_person(const ref<user_id>& name, user_id& out) const {
    if (auto no = find_thing(name, out)) return no;
    return may_name(world, by, out, name.text(), {}, at) ? objection{} : not_found("user");
  }
  /// What only the person itself may ask, and the host.
  objection enter_self(const ref<user_id>& name, user_id& out) const {
    if (auto no = find_person(name, out)) return no;
    return is_host() || by.is(out) ? objection{} : only_for_oneself();
  }
  static refusal only_for_oneself() {
    return refuse("forbidden", "Only the person itself may ask this; ask as that user.");
  }

  /// Whether the asker holds an organization's permission in one of the organizations of that person.
  bool may_in_an_organization_of(user_id person, permission what) const {
    for (const auto each : world.users[person].standing->organizations)
      if (may(what, each)) return true;
    return is_host();
  }

 private:
  scene scene_of(permission what, const target& on) const {
    return set_scene(world, {by.user, what, on, at});
  }

  judgement deny(permission what, const target& on) const {
    if (is_host()) return {};
    if (!by.is_user()) return {denial::forbidden};
    return knows(on) ? judge(what, on) : judgement{denial::not_found};
  }
};

/// Whether a query gives one of several fields; see `exactly_one`.
struct alternative_field {
  std::string_view name;
  bool is_given = false;
};

/// `malformed` unless exactly one is given: the path is the first of them, or the one that is too many.
inline objection exactly_one(std::initializer_list<alternative_field> fields) {
  std::string names;
  std::string_view extra;
  int given = 0;
  for (const auto& each : fields) {
    names.append(names.empty() ? "" : ", ").append(each.name);
    if (each.is_given && ++given == 2) extra = each.name;
  }
  if (given == 1) return {};
  return malformed(given == 0 ? fields.begin()->name : extra, "Give exactly one of " + names + ".");
}

/// What is wrong with a query whoever asks it; a query with rules of its own has an overload.
template <class Query>
objection check_shape(const realm&, const Query&) {
  return {};
}

/// A permission by name or alias. Fails: `unknown_permission`.
inline objection check_permission(const realm& world, std::string_view name) {
  if (world.rules->find_permission(name)) return {};
  return refuse("unknown_permission", std::string(advice(denial::unknown_permission)));
}

}  // namespace queries

}  // namespace charter::inline v0
