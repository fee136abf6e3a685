// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a workspace's texts, properties, policies and templates change.

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charter/base/text.hpp"
#include "charter/machines/settings/messages.hpp"
#include "charter/machines/workspace_details.hpp"

namespace charter::inline v0::settings {

using workspace::details;
using workspace::policies;

/// The words of a property name: split at anything not a letter or digit, and before a capital that follows a
/// small letter; in lower case. "dbPassword" gives "db", "password" (D42).
inline std::vector<std::string> words_of(std::string_view property) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char c : property) {
    if (!is_ascii_alnum(c) || (is_ascii_upper(c) && is_ascii_lower(before))) words.emplace_back();
    if (is_ascii_alnum(c)) words.back() += to_ascii_lower(c);
    before = c;
  }
  std::erase(words, std::string{});
  return words;
}

/// The word that makes a property look like a credential, if any (R193).
inline std::optional<std::string> secret_word(std::string_view property,
                                              const std::vector<std::string>& secrets) {
  for (auto& word : words_of(property))
    for (const auto& secret : secrets)
      if (word == ascii_lower(secret)) return std::move(word);
  return {};
}

struct machine {
  static void apply(details& d, const workspace::renamed& what) { d.name = what.name; }
  static void apply(details& d, const workspace::countries_set& what) { d.countries = what.countries; }
  static void apply(details& d, const workspace::described& what) { d.description = what.description; }
  static void apply(details& d, const workspace::homepage_edited& what) { d.homepage = what.text; }
  static void apply(details& d, const workspace::image_set& what) { d.image = what.image; }
  static void apply(details& d, const workspace::property_set& what) {
    for (auto& [name, value] : d.properties)
      if (name == what.property) return void(value = what.value);
    d.properties.emplace_back(what.property, what.value);
  }
  static void apply(details& d, const workspace::property_unset& what) {
    std::erase_if(d.properties, [&](const auto& each) { return each.first == what.property; });
  }
  static void apply(details& d, const workspace::template_added& what) {
    d.templates.push_back(what.template_);
  }
  static void apply(details& d, const workspace::template_removed& what) {
    std::erase(d.templates, what.template_);
  }
  static void apply(policies& p, const workspace::approval_policy_set& what) {
    p.approval = what.approval_policy;
  }
  static void apply(policies& p, const workspace::run_policy_set& what) { p.run = what.run_policy; }

  /// Whether the policies give the user a place in a group or an allow-list.
  static bool names(const policies& p, user_id user) {
    const bool grouped = p.approval && p.approval->mode == approval::approval_mode::groups &&
                         approval::names(*p.approval, user);
    return grouped || (p.run && runs::names(*p.run, user));
  }
  /// Who is no longer a member drops out of groups and allow-lists for good (D14).
  static void forget(policies& p, user_id user) {
    if (p.approval && p.approval->groups)
      for (auto& each : *p.approval->groups) std::erase(each.members, user);
    if (p.run && p.run->users) std::erase(*p.run->users, user);
  }
};

}  // namespace charter::inline v0::settings
