// SPDX-License-Identifier: Apache-2.0
// A described struct lists every member: a forgotten one would be missing in the log.
#include <string>
#include <string_view>
#include <tuple>

#include "charter/base/fields.hpp"

using namespace charter;

struct whole {
  std::string name;
  int age = 0;
  static constexpr auto fields = described_by<&whole::name, &whole::age>("name", "age");
};

struct partial {
  std::string name;
  int age = 0;
  static constexpr auto fields = described_by<&partial::name>("name");
};

int main() {
  int seen = 0;
  const auto count = [&](const auto&, const auto&) { ++seen; };
  whole complete;
  for_each_field(complete, count);
#ifdef CHARTER_OFFEND
  partial incomplete;
  for_each_field(incomplete, count);  // offending line: `age` is not listed
#endif
  return seen - 2;
}
