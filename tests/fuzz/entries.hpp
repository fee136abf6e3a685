// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is fuzzed: functions that take any bytes and throw `broken` if something that must hold does not. The
/// fuzzers call them, and a test does with each file of the corpus.

#include <span>
#include <string>
#include <string_view>

namespace charter_fuzz {

/// An invariant does not hold.
struct broken {
  std::string what;
};
[[noreturn]] inline void fail(std::string what) { throw broken{std::move(what)}; }
inline void require(bool holds, const char* what) {
  if (!holds) fail(what);
}

/// Each answers whether the input was taken for what it is meant to be; a refusal must say why.
bool command_json(std::string_view input);
bool query_json(std::string_view input);
bool record_json(std::string_view input);
bool rulebook_json(std::string_view input);
bool scenario(std::string_view input);

struct entry {
  std::string_view name;
  bool (*run)(std::string_view input);
};
inline constexpr entry entries[] = {
    {"command_json", command_json},   {"query_json", query_json}, {"record_json", record_json},
    {"rulebook_json", rulebook_json}, {"scenario", scenario},
};

}  // namespace charter_fuzz
