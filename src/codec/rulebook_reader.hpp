// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading a rulebook from JSON that is parsed already, as it stands inside a command or a record.

#include <boost/json/value.hpp>
#include <tl/expected.hpp>
#include <vector>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::codec {

/// As `charter::read_rulebook`. REQUIRES: the value comes from parse_strict.
tl::expected<rules::rulebook, std::vector<rules::rulebook_error>> read_rulebook(
    const boost::json::value& document);

}  // namespace charter::inline v0::codec
