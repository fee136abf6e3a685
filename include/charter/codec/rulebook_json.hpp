// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Rulebooks as JSON documents: how a host writes its own, and how the log keeps the one in force
/// (vocabulary, section 2).

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0 {

/// Reads a rulebook, merges it over the one it extends, and validates the whole; what a document leaves out
/// has the value of `opaque_open`. An error names the entry by its dotted path; "rulebook" is the document.
/// Threads: any. Fails: every error of form; if there is none, every error of content (at most a thousand).
tl::expected<rules::rulebook, std::vector<rules::rulebook_error>> read_rulebook(std::string_view json);

enum class json_layout { one_line, lines };

/// The whole rulebook as JSON with `"extends": null`, whatever it was made from: reading that gives the same
/// rulebook again, where naming the base would bring back what was removed.
/// REQUIRES: `rules::validate` finds nothing wrong. Threads: any.
std::string write_rulebook(const rules::rulebook& book, json_layout layout = json_layout::lines);

}  // namespace charter::inline v0
