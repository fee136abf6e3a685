// SPDX-License-Identifier: Apache-2.0
#include "rulebooks.hpp"

#include <charter/codec/rulebook_json.hpp>
#include <charter/rules/rulebooks/shipped.hpp>
#include <filesystem>

#include "complaint.hpp"
#include "input.hpp"

namespace charterctl {

namespace {

std::string shipped_in_words() {
  std::string out;
  for (const auto& each : shipped_rulebooks()) out += (out.empty() ? "" : ", ") + each;
  return out;
}

}  // namespace

tl::expected<charter::rules::rulebook, objections> read_rulebook(const std::string& name_or_file) {
  if (const auto* shipped = charter::rulebooks::find_shipped(name_or_file)) return *shipped;
  std::error_code unknown;
  if (!std::filesystem::exists(name_or_file, unknown) && name_or_file != "-")
    give_up(bad_input, "unknown_rulebook",
            "There is no file " + name_or_file + ", and the rulebooks that ship are " + shipped_in_words() +
                "; name one of these, or a JSON document.");
  return charter::read_rulebook(read_input(name_or_file));
}

charter::rules::rulebook valid_rulebook(const std::string& name_or_file) {
  auto book = read_rulebook(name_or_file);
  if (book) return std::move(*book);
  std::string all = "The rulebook " + name_or_file + " cannot be used:";
  for (const auto& each : book.error()) all += "\n  " + each.entry + ": " + each.reason;
  give_up(bad_input, "invalid_rulebook", all);
}

std::vector<std::string> shipped_rulebooks() {
  return {charter::rulebooks::shipped_names.begin(), charter::rulebooks::shipped_names.end()};
}

}  // namespace charterctl
