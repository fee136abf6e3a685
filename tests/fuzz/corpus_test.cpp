// SPDX-License-Identifier: Apache-2.0
// Every file of the corpus through the function that the fuzzers call: what a fuzzer has found stays found.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "entries.hpp"

TEST_SUITE("fuzz/corpus") {

using namespace charter_fuzz;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct count {
  std::size_t files = 0, taken = 0;
  std::vector<std::string> broken;  ///< the file, and what did not hold
};

count replay(const entry& it) {
  count out;
  for (const auto& file :
       fs::directory_iterator(fs::path(CHARTER_SOURCE_DIR "/tests/fuzz/corpus") / it.name)) {
    ++out.files;
    try {
      if (it.run(contents(file.path()))) ++out.taken;
    } catch (const broken& no) {
      out.broken.push_back(file.path().string() + ": " + no.what);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("everything in the corpus holds, and most of it is taken for what it is meant to be") {
  for (const auto& it : entries) {
    const auto seen = replay(it);
    CAPTURE(it.name);
    CHECK(seen.files >= 10);
    // A corpus that everything refuses tests the refusing alone.
    CHECK(2 * seen.taken >= seen.files);
    for (const auto& each : seen.broken) FAIL_CHECK(each);
  }
}

TEST_CASE("control: what must hold is asked of every file") {
  const auto seen = replay({"query_json", [](std::string_view) -> bool { fail("never holds"); }});
  CHECK(seen.files > 0);
  CHECK(seen.broken.size() == seen.files);
}

TEST_CASE("control: what is not meant is not taken") {
  CHECK_FALSE(command_json("{"));
  CHECK_FALSE(query_json("list_nothing\n{}"));
  CHECK_FALSE(record_json("{}\n"));
  CHECK_FALSE(rulebook_json("[]"));
  CHECK_FALSE(scenario(""));
}

}  // TEST_SUITE("fuzz/corpus")
