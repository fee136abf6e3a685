// SPDX-License-Identifier: Apache-2.0
// `charterctl test FILE…`: runs scenarios (vocabulary, section 7). One line a step that fails, then a summary
// of the files. Exit code 1: some failed; 2: some file is no scenario.
#include <algorithm>
#include <charter/testing/scenario.hpp>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "../commands.hpp"

namespace charterctl {

namespace {

namespace fs = std::filesystem;
namespace testing = charter::testing;

struct test_options {
  std::vector<std::string> paths;
  bool verbose = false;
};

/// The scenarios in a folder and below it, in order of their names; a path that is no folder is itself.
std::vector<fs::path> scenarios_at(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> out;
  for (const auto& each : fs::recursive_directory_iterator(path))
    if (each.is_regular_file() && each.path().extension() == ".json") out.push_back(each.path());
  std::sort(out.begin(), out.end());
  return out;
}

struct counts {
  std::size_t passed = 0, failed = 0;
  bool all_are_scenarios = true;

  int exit_code() const { return !all_are_scenarios ? 2 : failed > 0 ? 1 : 0; }
};

void run(const fs::path& path, bool verbose, counts& so_far) {
  const auto report = testing::run_scenario_file(path);
  ++(report.ok() ? so_far.passed : so_far.failed);
  if (!report.not_a_scenario.empty()) {
    so_far.all_are_scenarios = false;
    std::cout << path.string() << ": not a scenario: " << report.not_a_scenario << '\n';
    return;
  }
  for (const auto& each : report.failures) std::cout << to_text(each) << '\n';
  if (verbose)
    std::cout << path.string() << ": " << report.name << ": " << report.passed << " steps passed, "
              << report.failed << " failed\n";
}

int test(const test_options& options) {
  counts so_far;
  for (const auto& each : options.paths)
    for (const auto& path : scenarios_at(each)) run(path, options.verbose, so_far);
  std::cout << so_far.passed << " passed, " << so_far.failed << " failed\n";
  return so_far.exit_code();
}

}  // namespace

void add_test(program to) {
  auto* sub = add_command(to.app, "test", "Run scenarios: executable specifications",
                          "See docs/scenarios.md. Exit code 1: a step failed; 2: a file is no scenario.",
                          "charterctl test rules/trials_test.json");
  auto options = std::make_shared<test_options>();
  sub->add_option("FILE", options->paths, "Scenario files, or folders of them")->required();
  sub->add_flag("--verbose", options->verbose, "One line for every file");
  sub->callback([options, to] { to.exit_code = test(*options); });
}

}  // namespace charterctl
