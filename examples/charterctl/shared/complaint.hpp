// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a command of charterctl ends: its exit code, and what it says when it gives up.

#include <charter/base/result.hpp>
#include <functional>
#include <string>
#include <string_view>

namespace charterctl {

/// Part of the contract with scripts: `charterctl --help` and docs/charterctl.md list them.
enum exit_code : int {
  done = 0,          ///< yes, done, nothing differs
  said_no = 1,       ///< no: refused, denied, damaged, different, a failed test, a serious finding
  bad_input = 2,     ///< the command line, a file or a document cannot be understood; nothing was done
  store_failed = 3,  ///< the file of the realm is missing, no realm, in use, damaged, full
};

/// Thrown by give_up and caught by guarded: a command that cannot go on has nothing to clean up.
struct complaint {
  exit_code code = bad_input;
  std::string slug;
  std::string sentence;
  std::string json;  ///< the same for programs: {"refused": …} or {"failed": …}
};

[[noreturn]] void give_up(exit_code code, std::string_view slug, std::string sentence);
/// What the vocabulary calls the shape of a question (malformed, unknown_field, too_large,
/// unknown_permission) is bad input; any other refusal is a no.
[[noreturn]] void give_up(const charter::refusal& why);
[[noreturn]] void give_up(const charter::failure& why);

exit_code code_of(const charter::refusal& why);
std::string as_json(const charter::failure& why);

/// Runs a command and answers its exit code. A complaint goes to standard error, but as JSON to standard
/// output: a program reads one stream.
int guarded(const std::function<int()>& run, bool json);

}  // namespace charterctl
