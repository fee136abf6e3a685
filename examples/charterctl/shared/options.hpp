// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The options that commands share, and how a command is put on the command line.

#include <charter/base/instant.hpp>
#include <charter/base/position.hpp>
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "complaint.hpp"

namespace charterctl {

/// What every command is given: where to add itself, and where to leave its exit code when it has run.
struct program {
  CLI::App& app;
  int& exit_code;
};

struct output_options {
  bool json = false;
};
/// Commands that open a realm.
struct realm_options : output_options {
  std::string file;
  std::optional<std::string> time;
};
/// Commands that look at a realm and leave it as it is.
struct reading_options : realm_options {
  std::optional<std::string> as;
  std::optional<charter::position> as_of;
};
/// Commands that read commands.
struct ordering_options : realm_options {
  std::string commands = "-";
  std::string as = "host";
};

/// The time that was given, or the clock's.
charter::instant time_of(const realm_options& options);

void add_json(CLI::App& sub, output_options& options);
void add_file(CLI::App& sub, realm_options& options);
void add_as_of(CLI::App& sub, reading_options& options);
void add_reading(CLI::App& sub, reading_options& options);
void add_ordering(CLI::App& sub, ordering_options& options);

/// A subcommand. Its help begins with the summary and ends with the details and an example.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::string& details, const std::string& example);

/// For `check`: only these words; a whole number from 1; a time in UTC.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator positive_number();
CLI::Validator time_in_utc();

template <class Options>
void on_run(CLI::App* sub, program to, std::shared_ptr<Options> options, int (*run)(const Options&)) {
  sub->callback([options = std::move(options), run, &exit_code = to.exit_code] {
    exit_code = guarded([&] { return run(*options); }, options->json);
  });
}

}  // namespace charterctl
