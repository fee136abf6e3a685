// SPDX-License-Identifier: Apache-2.0
// One story under each of the three rulebooks that ship: what became of every step, side by side, then where
// they part and which field of the rulebook makes them. Ends with 1 if a field is no longer the reason, so
// that it is a test as well.
#include <fmt/format.h>

#include <charter/rules/rulebooks/shipped.hpp>
#include <cstdio>

#include "claims.hpp"
#include "table.hpp"

namespace {

using namespace three_rulebooks;

/// Prints the sentence. Answers whether each of its claims is true.
bool make(const point& it, const std::vector<playing>& all) {
  std::string sentence;
  bool is_true = true;
  for (const auto& each : it.claims) {
    const auto words = put(each, all);
    is_true = is_true && words;
    sentence += (sentence.empty() ? "" : ";\n  ") + (words ? *words : "NOT TRUE: " + words.error());
  }
  fmt::print("{}: {}.\n", it.about, sentence);
  return is_true;
}

}  // namespace

int main() {
  std::vector<playing> all;
  for (const auto name : charter::rulebooks::shipped_names) {
    auto played = play(dialect_of(name));
    if (!played) {
      fmt::print(stderr, "{}: {}\n", name, played.error());
      return 1;
    }
    all.push_back(std::move(*played));
  }
  print_table(all);

  fmt::print("\nWhere they part, and the field of the rulebook that makes them:\n\n");
  bool is_true = true;
  for (const auto& each : points()) is_true = make(each, all) && is_true;
  return is_true ? 0 : 1;
}
