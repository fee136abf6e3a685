// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `check` and `explain` are asked: a user, a permission, and what it is about.

#include <optional>
#include <string>

#include "ask.hpp"
#include "names.hpp"
#include "options.hpp"
#include "table.hpp"

namespace charterctl {

struct rights_options : reading_options {
  std::string user, permission, target;
  std::optional<std::string> in, member;
};

void add_rights(CLI::App& sub, rights_options& options);

/// The question, as the queries `check` and `explain` take it.
named_thing about_rights(const reading& from, const rights_options& options);

}  // namespace charterctl
