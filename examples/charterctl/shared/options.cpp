// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace charterctl {

CLI::Validator one_of(std::vector<std::string> words) {
  const auto check = [words = std::move(words)](const std::string& text) -> std::string {
    if (std::find(words.begin(), words.end(), text) != words.end()) return "";
    std::string all;
    for (const auto& each : words) all += (all.empty() ? "" : ", ") + each;
    return text + " is none of " + all;
  };
  return {check, ""};
}

CLI::Validator positive_number() {
  const auto check = [](const std::string& text) -> std::string {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
    return digits && text.find_first_not_of('0') != text.npos ? "" : "write a whole number from 1";
  };
  return {check, ""};
}

CLI::Validator time_in_utc() {
  const auto check = [](const std::string& text) -> std::string {
    return charter::parse_instant(text) ? "" : "write the time in UTC, such as 2026-11-21T10:00:00Z";
  };
  return {check, ""};
}

charter::instant time_of(const realm_options& options) {
  if (options.time) return *charter::parse_instant(*options.time);
  return std::chrono::floor<charter::duration>(std::chrono::system_clock::now());
}

void add_json(CLI::App& sub, output_options& options) {
  sub.add_flag("--json", options.json, "Print JSON, also when the answer is no");
}

void add_file(CLI::App& sub, realm_options& options) {
  sub.add_option("FILE", options.file, "The file of the realm")->required();
  sub.add_option("--time", options.time, "What time it is, in UTC (absent: the clock's)")
      ->type_name("TIME")
      ->envname("CHARTERCTL_TIME")
      ->check(time_in_utc());
  add_json(sub, options);
}

void add_as_of(CLI::App& sub, reading_options& options) {
  sub.add_option("--as-of", options.as_of, "Look at the realm as it was after that record")
      ->type_name("POSITION")
      ->check(positive_number());
}

void add_reading(CLI::App& sub, reading_options& options) {
  add_file(sub, options);
  sub.add_option("--as", options.as, "Who asks, and sees only what it may (absent: the host, who sees all)")
      ->type_name("USER");
  add_as_of(sub, options);
}

void add_ordering(CLI::App& sub, ordering_options& options) {
  add_file(sub, options);
  sub.add_option("COMMANDS", options.commands, "A file of commands, or - for standard input")
      ->capture_default_str();
  sub.add_option("--as", options.as, "Who acts in lines without `as`: a user, operator or host")
      ->type_name("ACTOR")
      ->capture_default_str();
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::string& details, const std::string& example) {
  auto* sub = app.add_subcommand(name, summary);
  sub->footer((details.empty() ? "" : details + "\n\n") + "Example:\n  " + example);
  return sub;
}

}  // namespace charterctl
