// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands as JSON (vocabulary, section 3):
///
///     {"as": "alice@hospital.org", "at": "2026-11-21T10:00:00Z", "id": "c-17", "do": "workspace.archive",
///      "with": {"workspace": "study"}}

#include <cstddef>
#include <string>
#include <string_view>

#include "charter/base/result.hpp"
#include "charter/command/context.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

/// What a JSON document asks, and of whom.
struct envelope {
  context with;
  command what;
};

inline constexpr std::size_t max_command_bytes = std::size_t{1} << 20;

/// Reads one document strictly. Threads: any. Fails, with the `path` of the first offence:
/// - `too_large`: more than max_command_bytes, or nested deeper than 64;
/// - `malformed`: no JSON (path ""), a name twice in one object, ill-typed or missing fields, an unknown `do`
///   (path "do");
/// - `unknown_field`, also where the field exists but not here: `groups` without mode `groups`, `users`
///   without mode `specific`.
///
/// In an object its members are judged first, in document order, then missing fields in the order of the
/// vocabulary, then what the fields mean together. `do` is judged before `with`. `null` for an optional field
/// is an absent one, and so is an absent `with` for a command whose fields are all optional.
///
/// `path` is dotted from `with` ("members[0].role"); members around it go by their own name ("as", "do"). In
/// a batch, of at most 1000 commands, it is dotted from the batch's `with`: "commands[2].do",
/// "commands[2].with.name"; a detail `index` tells which command it was.
///
/// Of alternatives such as `user or email` only a person in a list is judged here; command/shape.hpp judges
/// the commands' own. A rulebook document that cannot be read is accepted with its errors: see
/// rulebook_document.
result<envelope> read_command(std::string_view json);

/// The whole document; reading it gives the same command. A rulebook document with errors has no text.
std::string write_command(const context& with, const command& what);

/// What the command asks, without who and when: `{"do": …, "with": {…}}` on one line, fields in the order of
/// the vocabulary, absent ones left out. Equal payloads have equal texts: digests are made of it.
std::string write_payload(const command& what);

}  // namespace charter::inline v0
