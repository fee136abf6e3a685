// SPDX-License-Identifier: Apache-2.0
// Every id that a value names is visited, however deep it lies.
#include "charter/base/each_id.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_SUITE("base/each_id") {

namespace {

using namespace charter;

struct share {
  user_id with;
  std::optional<workspace_id> in;
  static constexpr auto fields = described_by<&share::with, &share::in>("with", "in");
};
struct shared {
  workspace_id workspace;
  std::string name;
  std::optional<std::vector<user_id>> to;
  std::vector<share> further;
  static constexpr auto fields =
      described_by<&shared::workspace, &shared::name, &shared::to, &shared::further>("workspace", "name",
                                                                                     "to", "further");
};

std::vector<std::string> ids_in(const shared& it) {
  std::vector<std::string> out;
  for_each_id(it, [&](auto each) { out.push_back(to_text(each)); });
  return out;
}

}  // namespace

TEST_CASE("ids are visited in the order of the fields, through what may be absent, lists and structs") {
  using names = std::vector<std::string>;
  CHECK(ids_in({{1}, "usr_9", {}, {}}) == names{"wsp_1"});
  CHECK(ids_in({{1}, "", {{{2}, {3}}}, {{{4}, {}}, {{5}, workspace_id{6}}}}) ==
        names{"wsp_1", "usr_2", "usr_3", "usr_4", "usr_5", "wsp_6"});
}

}  // TEST_SUITE("base/each_id")
