// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Records as JSON: the text that the log holds, readable with sqlite3, psql or jq.
///
///     {"charter_record":1,"position":17,"time":"2026-11-21T10:00:00Z","actor":"usr_3","origin":"a1:9",
///      "command":"workspace.archive","events":[{"event":"workspace.archived","workspace":"wsp_7"}]}

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "charter/codec/json_writer.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

/// PERSISTED: how the error sentence begins for a record that a later release of charter has written.
inline constexpr std::string_view newer_record = "newer format: ";

/// One line. `command_id`, `digest` and `warnings` are left out where there are none. A rulebook stands in
/// its event as the whole document, whatever the command named. PERSISTED.
std::string write_record(const record& it);
/// The same behind what is there already.
void append_record(std::string& text, const record& it);

/// Reads what write_record wrote, as strictly as commands are read; writing it again gives the same bytes.
/// Whether ids and kinds are plausible is for the engine to judge. Fails with a sentence that names the path;
/// it begins with `newer_record` where the version is higher than this release knows. Threads: any.
tl::expected<record, std::string> read_record(std::string_view json);

/// An event as records hold it: `{"event": "workspace.archived", "workspace": "wsp_7"}`.
void write_value(json_writer& out, const event& it);

}  // namespace charter::inline v0
