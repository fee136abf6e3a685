// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Text fields against the rulebook's limits (R013, R016, D29), keys against those in use.

#include <string>
#include <string_view>

#include "charter/base/result.hpp"
#include "charter/base/text.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0::texts {

inline std::string describe(const text_rule& rule) {
  const std::string_view characters = rule.characters == charset::simple
                                          ? "letters, digits, spaces, hyphens and underscores"
                                      : rule.characters == charset::line ? "one line of text"
                                                                         : "text";
  return "Use " + std::string(characters) + ", at most " + std::to_string(rule.max) + " characters";
}

/// Workspace and job names.
inline objection check_name(std::string_view text, const text_rule& rule) {
  if (is_name(text, rule)) return {};
  return refuse("invalid_name", describe(rule) + ", and not only spaces.");
}
/// Names of everything else, and fields that may not be blank.
inline objection check_required(std::string_view field, std::string_view text, const text_rule& rule) {
  if (is_name(text, rule)) return {};
  return refuse("invalid_text", describe(rule) + ", and not only spaces.").with("field", std::string(field));
}
/// Fields that may be empty.
inline objection check_free(std::string_view field, std::string_view text, const text_rule& rule) {
  if (fits(text, rule)) return {};
  return refuse("invalid_text", describe(rule) + ".").with("field", std::string(field));
}
inline objection check_description(std::string_view text, const text_rule& rule) {
  if (fits(text, rule)) return {};
  return refuse("invalid_description", describe(rule) + ".");
}
/// Fields without a row in the rulebook: one line of 1 to 256 code points.
inline objection check_line(std::string_view field, std::string_view text) {
  if (!text.empty() && fits(text, {charset::line, 256})) return {};
  return refuse("invalid_text", "Use one line of 1 to 256 characters.").with("field", std::string(field));
}
inline objection check_email(std::string_view text) {
  if (is_email(text)) return {};
  return refuse("invalid_email", "That is no e-mail address; write it as name@example.org.");
}

inline refusal key_taken() {
  return refuse("already_exists", "Something of this kind has that key already; choose another.");
}
template <class Id, class State>
objection check_key(const registry<Id, State>& things, const std::optional<std::string>& key) {
  if (key && things.keys.contains(*key)) return key_taken();
  return {};
}

}  // namespace charter::inline v0::texts
