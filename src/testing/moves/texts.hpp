// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Texts, keys and addresses as people and hosts write them, now and then wrongly.

#include <optional>
#include <string>
#include <utility>

#include "chooser.hpp"

namespace charter::inline v0::testing {

/// A small number of names, so that some are taken.
inline std::string a_name(chooser& c, std::string_view stem, std::size_t variety = 40) {
  if (c.slips(15)) {
    static constexpr std::string_view bad[] = {"", "  ", "bad\x01", "\xff", "two\nlines"};
    return c.chance(20) ? std::string(300, 'n') : std::string(c.one_of(bad));
  }
  return std::string(stem) + ' ' + std::to_string(c.below(variety));
}

/// A name that may hold what JSON escapes and what ASCII lacks.
inline std::string a_line(chooser& c, std::string_view stem) {
  auto text = a_name(c, stem);
  return c.chance(10) ? text + " \"\\ \xc3\xa9\xf0\x9f\x99\x82" : text;
}

inline std::optional<std::string> maybe_line(chooser& c, std::string_view stem, unsigned percent = 40) {
  return c.chance(percent) ? std::optional(a_line(c, stem)) : std::nullopt;
}

inline std::string a_digest(chooser& c) { return a_name(c, "sha256", 1000000); }

/// A key of the host's for something new: mostly none.
template <class Id, class State>
std::optional<std::string> maybe_key(chooser& c, const registry<Id, State>& things) {
  if (c.slips(10)) {
    static constexpr std::string_view bad[] = {"", "host", "operator", "usr_1", "k\xc3\xa9y"};
    return std::string(c.one_of(bad));
  }
  if (c.slips(20) && !things.all.empty())
    return label(c.world, Id{static_cast<std::uint32_t>(c.below(things.all.size()))});
  if (!c.chance(35)) return {};
  return std::string(Id::kind::noun) + '-' + std::to_string(c.below(1000000));
}

/// One of few addresses that may have no account yet.
inline std::string an_address(chooser& c) {
  if (c.slips(20)) return c.chance(50) ? "no address" : "@";
  const auto address = "Guest" + std::to_string(c.below(8)) + "@mail.example";
  return c.chance(50) ? address : ascii_lower(address);
}

}  // namespace charter::inline v0::testing
