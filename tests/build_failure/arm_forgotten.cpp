// SPDX-License-Identifier: Apache-2.0
// `match` has no default arm: an alternative without a lambda does not compile.
#include <string>
#include <variant>

#include "charter/base/match.hpp"

using namespace charter;

struct opened {};
struct closed {};

int main() {
  const std::variant<opened, closed> event = closed{};
  const auto on_opened = [](const opened&) { return 1; };
  const auto on_closed = [](const closed&) { return 0; };
#ifdef CHARTER_OFFEND
  match(event, on_opened);  // offending line: nothing is said about `closed`
#endif
  return match(event, on_opened, on_closed);
}
