// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one validator of rulebooks, for those that ship and those of a host alike.

#include <utility>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/validation/grants.hpp"
#include "charter/rules/validation/inspection.hpp"
#include "charter/rules/validation/permissions.hpp"
#include "charter/rules/validation/roles.hpp"
#include "charter/rules/validation/sections.hpp"

namespace charter::inline v0::rules {

/// Judges the whole rulebook and returns what is wrong with it, in the order of the document, at most a
/// thousand errors; empty: it may be used.
/// Threads: any. Cost: about linear in the rulebook; not for the check path.
inline std::vector<rulebook_error> validate(const rulebook& book) {
  validation::inspection it(book);
  if (!validation::is_plain_name(book.name))
    it.wrong("name", "a rulebook's name is 1 to 64 small letters, digits and underscores");
  if (!is_valid_utf8(book.about)) it.wrong("about", "the text must be valid UTF-8");
  validation::check_roles(it);
  validation::check_permissions(it);
  validation::check_kinds(it);
  validation::check_grants(it);
  validation::check_sections(it);
  return std::move(it.errors);
}

}  // namespace charter::inline v0::rules
