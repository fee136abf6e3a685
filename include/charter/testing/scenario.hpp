// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Scenarios: executable specifications in JSON (vocabulary, section 7), for charter's own rules and for the
/// rulebooks that hosts write. Runs inside any test framework:
///
///     const auto report = testing::run_scenario_file("rules/sealed.json");
///     for (const auto& each : report.failures) complain(to_text(each));
///     assert(report.ok());

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace charter::inline v0::testing {

struct scenario_options {
  std::string file = "scenario";      ///< how reports name it
  std::filesystem::path folder = {};  ///< a rulebook that is a file is looked for from here
};

/// One expectation that was not met.
struct step_failure {
  std::string file;
  std::string step;  ///< "steps[3]", "given[0]"; empty: the scenario as a whole
  std::string expected;
  std::string got;
};

/// "file: steps[3]: expected refused: not_found, got {…}", on one line. What was got is cut short beyond
/// `max_got` bytes.
std::string to_text(const step_failure& it, std::size_t max_got = 600);

struct scenario_report {
  std::string name;
  std::string not_a_scenario;  ///< why the file cannot be run, with the path; empty if it was
  std::size_t passed = 0;      ///< steps, without the given ones
  std::size_t failed = 0;      ///< steps with a failure, given ones too
  std::vector<step_failure> failures;
  std::vector<std::string> tags;  ///< of the steps that passed, and of the file if all did; each once, sorted

  bool ok() const { return not_a_scenario.empty() && failures.empty(); }
};

/// Runs one scenario in a realm of its own, in memory. A refused command must leave the realm and the log as
/// they were, and at the end the log, replayed, must give the same realm: both are judged in silence.
/// A given step that is refused ends the run: what follows stands on it.
/// Threads: any, also several at once. Never throws but bad_alloc.
scenario_report run_scenario(std::string_view json, const scenario_options& options = {});

/// The same for a file; rulebooks are looked for beside it. A file that cannot be read is not a scenario.
scenario_report run_scenario_file(const std::filesystem::path& path);

}  // namespace charter::inline v0::testing
