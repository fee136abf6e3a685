// SPDX-License-Identifier: Apache-2.0
// What is a scenario file and what is not; what is wrong is named with its path before anything runs.
#include <doctest/doctest.h>

#include <charter/testing/scenario.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

TEST_SUITE("testing/scenario_file") {

namespace {

using namespace charter;

std::string fault_of(std::string_view json) { return testing::run_scenario(json).not_a_scenario; }

/// A scenario whose one step is `step`.
std::string with_step(const std::string& step) {
  return R"({"name": "n", "rulebook": "opaque_open", "steps": [)" + step + "]}";
}
std::string fault_of_step(const std::string& step) { return fault_of(with_step(step)); }

}  // namespace

TEST_CASE("the smallest scenario") {
  const auto report = testing::run_scenario(
      R"({"name": "n", "rulebook": "opaque_open", "steps": [{"query": "rulebook", "expect": {"name": "opaque_open"}}]})");
  CHECK(report.not_a_scenario == "");
  CHECK(report.ok());
  CHECK(report.name == "n");
  CHECK(report.passed == 1);
}

TEST_CASE("every member may carry notes and tags") {
  const auto report =
      testing::run_scenario(R"({"name": "n", "note": "why", "tags": ["R001"], "rulebook": "opaque_open",
    "given": [{"as": "operator", "do": "organization.create", "with": {"name": "A"}, "note": "first"}],
    "steps": [{"query": "rulebook", "as": "host", "with": {}, "expect": {}, "tags": ["D01"], "note": "second"},
              {"advance": "1h", "expect": {"events": ["time.advanced"]}, "tags": ["D02"]}]})");
  CHECK(report.ok());
  CHECK(report.tags == std::vector<std::string>{"D01", "D02", "R001"});
}

TEST_CASE("what is no scenario says why, with the path") {
  CHECK(fault_of("").find("JSON") != std::string::npos);
  CHECK(fault_of("[]") == "a scenario is an object");
  CHECK(fault_of("{}") == "name is missing");
  CHECK(fault_of(R"({"name": 1})") == "name must be text");
  CHECK(fault_of(R"({"name": "n"})") == "rulebook is missing");
  CHECK(fault_of(R"({"name": "n", "rulebook": "opaque_open"})") == "steps is missing");
  CHECK(fault_of(R"({"name": "n", "rulebook": "opaque_open", "steps": {}})") == "steps must be a list");
  CHECK(fault_of(R"({"name": "n", "rulebook": "opaque_open", "steps": []})")
            .starts_with("steps must not be empty"));
  CHECK(fault_of(R"({"name": "n", "nmae": "n"})").starts_with("nmae is no field here"));
  CHECK(fault_of(R"({"name": "n", "name": "n"})").starts_with("name: the name stands twice"));
  CHECK(fault_of(R"({"name": "n", "tags": [1]})").starts_with("tags must be a list"));
}

TEST_CASE("what is no step says why, with the path") {
  CHECK(fault_of_step("1") == "steps[0] must be an object");
  CHECK(fault_of_step("{}").starts_with("steps[0] must have exactly one of"));
  CHECK(fault_of_step(R"({"do": "x", "query": "y"})").starts_with("steps[0] must have exactly one of"));
  CHECK(fault_of_step(R"({"do": "organization.create"})") == "steps[0].as is missing");
  CHECK(fault_of_step(R"({"do": 1, "as": "host"})") == "steps[0].do must be text");
  CHECK(
      fault_of_step(R"({"do": "x", "as": "host", "expct": "ok"})").starts_with("steps[0].expct is no field"));
  CHECK(fault_of_step(R"({"do": "x", "as": "host", "as_of": 3})").starts_with("steps[0].as_of is no field"));
  CHECK(fault_of_step(R"({"query": "rulebook"})") == "steps[0].expect is missing");
  CHECK(fault_of_step(R"({"query": "rulebook", "with": [], "expect": {}})") ==
        "steps[0].with must be an object");
  CHECK(fault_of_step(R"({"query": "rulebook", "as": 1, "expect": {}})") == "steps[0].as must be text");
  CHECK(fault_of_step(R"({"query": "rulebook", "at": "noon", "expect": {}})")
            .starts_with("steps[0].at must be a time"));
  CHECK(fault_of_step(R"({"query": "rulebook", "as_of": 0, "expect": {}})")
            .starts_with("steps[0].as_of must be"));
  CHECK(fault_of_step(R"({"check": {}})") == "steps[0].expect is missing");
  CHECK(
      fault_of_step(R"({"check": {}, "with": {}, "expect": "ok"})").starts_with("steps[0].with is no field"));
  CHECK(fault_of_step(R"({"advance": "soon"})").starts_with("steps[0].advance must be a duration"));
  CHECK(fault_of_step(R"({"advance": "1h", "as": "host"})").starts_with("steps[0].as is no field"));
}

TEST_CASE("an expectation fits what it is about") {
  const auto command = [](const std::string& expect) {
    return fault_of_step(R"({"as": "host", "do": "time.advance", "expect": )" + expect + "}");
  };
  const auto check = [](const std::string& expect) {
    return fault_of_step(R"({"check": {}, "expect": )" + expect + "}");
  };
  const auto query = [](const std::string& expect) {
    return fault_of_step(R"({"query": "rulebook", "expect": )" + expect + "}");
  };
  CHECK(command(R"("refused: not_found")") == "");
  CHECK(command(R"("denied: not_found")").starts_with("steps[0].expect must be"));
  CHECK(command(R"("refused: ")").starts_with("steps[0].expect must be"));
  CHECK(command(R"("OK")").starts_with("steps[0].expect must be"));
  CHECK(command("null").starts_with("steps[0].expect must be"));
  CHECK(command(R"({"events": {"$hs": []}})").starts_with("steps[0].expect.events.$hs "));
  CHECK(check(R"("denied: malformed")") == "");
  CHECK(check("{}").starts_with("steps[0].expect must be"));
  CHECK(check(R"("refused: not_found")").starts_with("steps[0].expect must be"));
  CHECK(query(R"("denied: not_found")") == "");
  CHECK(query(R"("ok")").starts_with("steps[0].expect must be"));
}

TEST_CASE("what is given is commands that are accepted") {
  const auto given = [](const std::string& step) {
    return fault_of(R"({"name": "n", "rulebook": "opaque_open", "given": [)" + step +
                    R"(], "steps": [{"query": "rulebook", "expect": {}}]})");
  };
  CHECK(given(R"({"advance": "1h"})") == "");
  CHECK(given(R"({"query": "rulebook", "expect": {}})").starts_with("given[0] must be a command"));
  CHECK(given(R"({"advance": "1h", "expect": "refused: forbidden"})")
            .starts_with("given[0].expect must be left out"));
}

TEST_CASE("the rulebook is a shipped name, an object that may extend one, or a file beside the scenario") {
  const std::string steps =
      R"(, "steps": [{"query": "rulebook", "expect": {"name": "mine", "masking": false}}]})";
  const std::string mine =
      R"({"charter_rulebook": 1, "name": "mine", "extends": "openhexa", "masking": false})";
  CHECK(testing::run_scenario(R"({"name": "n", "rulebook": )" + mine + steps).ok());
  CHECK(fault_of(R"({"name": "n", "rulebook": "nowhere.json")" + steps)
            .starts_with("rulebook names no shipped rulebook, and the file "));
  CHECK(fault_of(R"({"name": "n", "rulebook": 7)" + steps) == "rulebook must be a name, a file or an object");
  CHECK(
      fault_of(R"({"name": "n", "rulebook": {"charter_rulebook": 1, "name": "mine", "maskng": true})" + steps)
          .starts_with("rulebook: `maskng` "));

  const auto folder = std::filesystem::temp_directory_path() / "charter_scenario_file_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.json") << mine;
  std::ofstream(folder / "scenario.json") << R"({"name": "n", "rulebook": "mine.json")" + steps;
  CHECK(testing::run_scenario_file(folder / "scenario.json").ok());
  CHECK(testing::run_scenario(R"({"name": "n", "rulebook": "mine.json")" + steps, {.folder = folder}).ok());
  CHECK(!testing::run_scenario_file(folder / "other.json").not_a_scenario.empty());
  CHECK(!testing::run_scenario_file(folder).not_a_scenario.empty());
  std::filesystem::remove_all(folder);
}

}  // TEST_SUITE("testing/scenario_file")
