// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Writing a rulebook where a command or an event carries one.

#include "charter/codec/json_writer.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/machines/ledger/rulebook_document.hpp"

namespace charter::inline v0 {

/// The whole document on one line, or the name of a shipped rulebook.
inline void write_value(json_writer& out, const realms::rulebook_document& it) {
  if (it.book)
    out.raw(write_rulebook(*it.book, json_layout::one_line));
  else
    out.text(it.name);
}

}  // namespace charter::inline v0
