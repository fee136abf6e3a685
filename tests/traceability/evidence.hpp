// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the tree offers as evidence: tags in tests/scenarios/*.json, and `[R013]` or `[D21]` in the names of
/// test cases.

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "rows.hpp"

namespace traceability {

struct evidence {
  std::map<std::string, std::vector<std::string>>
      telling;                                          ///< row -> tagged steps that state what they expect
  std::map<std::string, std::vector<std::string>> any;  ///< row -> every place that names it
  std::vector<std::string> mistakes;
};

namespace json = boost::json;

/// Whether a step states a refusal, a denial or a value. "ok" after a command says only that nothing was
/// wrong; a check and a query always state their answer.
inline bool is_telling(const json::object& step) {
  if (step.contains("check")) return true;
  const auto* expect = step.if_contains("expect");
  if (!expect) return false;
  if (const auto* text = expect->if_string())
    return text->starts_with("refused:") || text->starts_with("denied:");
  if (!expect->is_object()) return false;
  if (step.contains("query")) return true;
  const auto& stated = expect->as_object();
  return std::any_of(stated.begin(), stated.end(), [](const auto& entry) { return entry.key() != "ok"; });
}

inline std::vector<std::string> tags_of(const json::object& tagged, const std::string& place,
                                        std::vector<std::string>& mistakes) {
  std::vector<std::string> out;
  const auto* tags = tagged.if_contains("tags");
  if (!tags) return out;
  if (!tags->is_array()) {
    mistakes.push_back(place + ": tags is not a list");
    return out;
  }
  for (const auto& tag : tags->as_array()) {
    if (tag.is_string())
      out.emplace_back(tag.as_string());
    else
      mistakes.push_back(place + ": a tag is not a text");
  }
  return out;
}

/// Reads one scenario file. Its own tags and those of its steps count as evidence; tags in `given` are a
/// mistake.
inline void read_scenario(const std::string& name, const std::string& text, evidence& out) {
  constexpr std::size_t most_tags_of_a_step = 4;
  json::error_code error;
  const auto parsed = json::parse(text, error);
  if (error || !parsed.is_object()) {
    out.mistakes.push_back(name + ": not a scenario: " + error.message());
    return;
  }
  const auto& file = parsed.as_object();
  for (const auto& tag : tags_of(file, name, out.mistakes)) out.any[tag].push_back(name);

  for (const auto part : {"given", "steps"}) {
    const auto* steps = file.if_contains(part);
    if (!steps || !steps->is_array()) continue;
    for (std::size_t i = 0; i < steps->as_array().size(); ++i) {
      const auto& step = steps->as_array()[i];
      if (!step.is_object()) continue;
      const auto place = name + " " + part + "[" + std::to_string(i) + "]";
      const auto tags = tags_of(step.as_object(), place, out.mistakes);
      if (tags.size() > most_tags_of_a_step)
        out.mistakes.push_back(place + ": more than four tags on a step");
      if (!tags.empty() && part == std::string("given"))
        out.mistakes.push_back(place + ": tags belong on steps");
      for (const auto& tag : tags) {
        out.any[tag].push_back(place);
        if (is_telling(step.as_object())) out.telling[tag].push_back(place);
      }
    }
  }
}

/// Reads the names of the test cases of one C++ file: TEST_CASE("a name is checked [R013][R053, D29]").
inline void read_test_names(const std::string& name, const std::string& text, evidence& out) {
  static const std::regex test_case(R"rx((?:TEST_CASE|SUBCASE)\w*\(\s*"([^"]*)")rx");
  static const std::regex bracket(R"(\[([RD][0-9][^\]]*)\])");
  static const std::regex id("[RD][0-9]+");
  for (std::sregex_iterator it(text.begin(), text.end(), test_case), end; it != end; ++it) {
    const auto title = (*it)[1].str();
    for (std::sregex_iterator group(title.begin(), title.end(), bracket); group != end; ++group) {
      const auto ids = (*group)[1].str();
      for (std::sregex_iterator tag(ids.begin(), ids.end(), id); tag != end; ++tag)
        out.any[tag->str()].push_back(name + " \"" + title + "\"");
    }
  }
}

/// All evidence of the tree.
inline evidence collect() {
  namespace fs = std::filesystem;
  evidence out;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source("tests")))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    const auto name = path.lexically_relative(CHARTER_SOURCE_DIR).generic_string();
    if (name.starts_with("tests/scenarios/") && name.ends_with(".json"))
      read_scenario(name, slurp(path), out);
    if (name.ends_with("_test.cpp") && !name.starts_with("tests/traceability/"))
      read_test_names(name, slurp(path), out);
  }
  return out;
}

}  // namespace traceability
