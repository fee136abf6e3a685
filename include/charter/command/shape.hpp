// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The shape of a command as far as types do not fix it: judged first, without the realm or the rulebook.
/// JSON has been checked for types and unknown fields before; C++ callers meet these checks too.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "charter/base/text.hpp"
#include "charter/command/turn.hpp"
#include "charter/command/values.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

namespace shape {

inline objection exactly_one(bool a, bool b, std::string_view first, std::string_view second) {
  if (a != b) return {};
  return malformed(std::string(first),
                   "Name either " + std::string(first) + " or " + std::string(second) + ".");
}
inline objection key(const std::optional<std::string>& it, const std::string& path) {
  if (!it || is_key(*it)) return {};
  return malformed(path, "A key is 1 to 128 printable ASCII characters and not of the form of an id.");
}
/// The id that a caller gives a command, to repeat it safely.
inline objection command_id(const std::optional<std::string>& it) {
  if (!it || is_name(*it, {charset::line, 256})) return {};
  return malformed("id", "A command id is one line of 1 to 256 characters, not blank.");
}
inline objection people(const std::vector<workspace::person>& all, const std::string& path) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto here = path + "[" + std::to_string(i) + "]";
    if (all[i].user.has_value() == all[i].email.has_value())
      return malformed(here, "Name either user or email.");
    if (auto no = key(all[i].key, here + ".key")) return no;
  }
  return {};
}

template <class Command>
objection check_own(const Command&) {
  return {};
}
inline objection check_own(const workspace::create& c) {
  if (auto no = people(c.members, "members")) return no;
  return people(c.invitees, "invitees");
}
inline objection check_own(const user::join& c) {
  if (c.until && !c.role)
    return malformed("until", "`until` is the end of the role; name a role or leave it out.");
  return {};
}
inline objection check_own(const workspace::set_countries& c) {
  for (std::size_t i = 0; i < c.countries.size(); ++i) {
    const auto& it = c.countries[i];
    if (it.size() != 2 || !is_ascii_upper(it[0]) || !is_ascii_upper(it[1]))
      return malformed("countries[" + std::to_string(i) + "]",
                       "A country is two capital letters, such as CM.");
  }
  return {};
}
inline objection check_own(const workspace::add_member& c) {
  return exactly_one(c.user.has_value(), c.email.has_value(), "user", "email");
}
inline objection check_own(const invitation::send& c) {
  return exactly_one(c.user.has_value(), c.email.has_value(), "user", "email");
}
inline objection check_own(const invitation::accept& c) {
  return exactly_one(c.workspace.has_value(), c.invitation.has_value(), "workspace", "invitation");
}
inline objection check_own(const invitation::decline& c) {
  return exactly_one(c.workspace.has_value(), c.invitation.has_value(), "workspace", "invitation");
}

/// By the invitation itself, or by workspace and person.
template <class Renewal>
objection check_renewal(const Renewal& c) {
  if (c.invitation) {
    if (c.workspace || c.user || c.email)
      return malformed("invitation", "Name the invitation, or workspace and person, not both.");
    return {};
  }
  if (!c.workspace) return malformed("workspace", "Name the invitation, or workspace and person.");
  return exactly_one(c.user.has_value(), c.email.has_value(), "user", "email");
}
inline objection check_own(const invitation::reissue& c) { return check_renewal(c); }
inline objection check_own(const invitation::revoke& c) { return check_renewal(c); }

inline objection check_own(const integration::create& c) {
  return exactly_one(c.organization.has_value(), c.workspace.has_value(), "organization", "workspace");
}
inline objection check_own(const dataset::connect& c) {
  return exactly_one(c.organization.has_value(), c.workspace.has_value(), "organization", "workspace");
}
inline objection check_own(const audit::extract& c) {
  return exactly_one(c.organization.has_value(), c.workspace.has_value(), "organization", "workspace");
}
inline objection check_own(const notice::mark_read& c) {
  return c.up_to < 1 ? objection(malformed("up_to", "Notices are numbered from 1.")) : objection{};
}

}  // namespace shape

inline objection check_shape(const command& what);

namespace shape {

inline objection check_own(const batch& c) {
  if (c.commands.empty() || c.commands.size() > max_batch)
    return malformed("commands", "A batch holds 1 to 1000 commands.");
  for (std::size_t i = 0; i < c.commands.size(); ++i) {
    const auto here = "commands[" + std::to_string(i) + "]";
    if (c.commands[i].name() == batch::message_name)
      return malformed(here + ".do", "A batch holds no batch.");
    if (auto no = within(here + ".with", check_shape(c.commands[i])))
      return std::move(*no).with("index", static_cast<std::int64_t>(i));
  }
  return {};
}

}  // namespace shape

inline objection check_shape(const command& what) {
  return what.visit([](const auto& c) -> objection {
    if constexpr (requires { c.key; })
      if (auto no = shape::key(c.key, "key")) return no;
    if (auto no = shape::check_value(c)) return no;
    return shape::check_own(c);
  });
}

}  // namespace charter::inline v0
