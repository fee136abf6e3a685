// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Sessions in a shell, as documents show them: commands behind `$ `, what they print, and in brackets the
/// exit code where it is not 0.
///
///     ```console
///     $ charterctl check realm.db bob job.create study
///     no: not_a_member: Only members of the workspace may do this; ask to be added.
///     [1]
///     ```
///
/// A command that readers shall not see stands in `<!-- $ … -->`; what it prints is the block that follows: a
/// picture, say.

#include <cstddef>
#include <string>
#include <vector>

namespace sessions {

/// A command with what the document says that it prints. Lines behind `> ` continue it.
struct step {
  std::size_t line = 0;  ///< of the `$ `
  std::string command;
  std::string printed;  ///< with the line of the exit code
};

/// A document cut at its steps: what stands in front of a step's output, and what follows the last.
struct document {
  std::vector<step> steps;
  std::vector<std::string> before;  ///< one a step: from the last output up to and with the command
  std::string rest;
};

document read_document(const std::string& text);
/// The document with other outputs. REQUIRES: one a step.
std::string with_outputs(const document& it, const std::vector<std::string>& printed);

/// Runs all steps in one bash in an empty folder, and gives what each printed. `program` is found there by
/// its name; $SESSIONS is `folder`.
std::vector<std::string> play(const std::vector<step>& steps, const std::string& program,
                              const std::string& folder);

}  // namespace sessions
