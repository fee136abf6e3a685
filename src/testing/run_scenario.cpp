// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <optional>
#include <utility>

#include "charter/testing/fingerprint.hpp"
#include "charter/testing/scenario.hpp"
#include "expectation.hpp"
#include "scenario_file.hpp"
#include "scenario_rulebook.hpp"
#include "stage.hpp"

namespace charter::inline v0::testing {

namespace {

namespace json = boost::json;

/// An object meant for an answer must not pass because a refusal lacks what it expects to be absent.
bool speaks_of(const json::object& expect, const json::value& answer) {
  return answer.is_object() && std::any_of(expect.begin(), expect.end(), [&](const auto& each) {
           return answer.get_object().contains(each.key());
         });
}

/// `"ok"`, `"refused: slug"`, `"denied: slug"`.
bool meets(std::string_view expect, const outcome& got) {
  if (expect == "ok") return got.accepted;
  if (got.accepted) return false;
  const auto* slug = got.answer.get_object().if_contains("refused");
  return slug && slug->is_string() && slug->get_string() == expect.substr(expect.find(' ') + 1);
}

std::optional<difference> judge(const json::value& expect, const outcome& got) {
  if (const auto* text = expect.if_string()) {
    if (meets({text->data(), text->size()}, got)) return {};
    return difference{{}, {text->data(), text->size()}, json::serialize(got.answer)};
  }
  if (!got.accepted && !speaks_of(expect.get_object(), got.answer))
    return difference{{}, json::serialize(expect), json::serialize(got.answer)};
  return compare(expect, got.answer);
}

class performance {
 public:
  performance(std::string file, stage on) : file_(std::move(file)), stage_(std::move(on)) {}

  scenario_report play(const scenario_file& scenario) {
    report_.name = scenario.name;
    for (const auto& step : scenario.given)
      if (!play(step)) return finish();
    for (const auto& step : scenario.steps)
      if (play(step)) {
        ++report_.passed;
        keep(step.tags);
      }
    compare_replay();
    if (report_.ok()) keep(scenario.tags);
    return finish();
  }

 private:
  /// Whether it came out as expected.
  bool play(const scenario_step& step) {
    const auto failures_before = report_.failures.size();
    const auto before = step.is_command() ? stage_.realm_text() : std::string();
    const auto end_before = stage_.log_end();
    const auto got = stage_.play(step);
    if (auto no = judge(step.expect, got)) {
      if (!no->path.empty()) no->expected.insert(0, no->path + " = ");
      fail(step.place, std::move(no->expected), std::move(no->got));
    }
    if (step.is_command() && !got.accepted) compare_unchanged(step.place, before, end_before);
    if (report_.failures.size() == failures_before) return true;
    ++report_.failed;
    return false;
  }

  void compare_unchanged(const std::string& place, const std::string& before, position end_before) {
    if (const auto now = stage_.realm_text_now(); now != before)
      fail(place, "a refused command leaves the realm unchanged", first_difference(before, now));
    if (const auto end = stage_.log_end(); end != end_before)
      fail(place, "a refused command writes nothing",
           std::to_string(end - end_before) + " more records in the log");
  }

  void compare_replay() {
    const std::string expected = "the log, replayed, gives the same realm";
    const auto replayed = stage_.replayed_text();
    if (!replayed) return fail("", expected, replayed.error().message());
    if (*replayed != stage_.realm_text())
      fail("", expected, first_difference(stage_.realm_text(), *replayed));
  }

  void fail(const std::string& place, std::string expected, std::string got) {
    report_.failures.push_back({file_, place, std::move(expected), std::move(got)});
  }
  void keep(const std::vector<std::string>& tags) {
    report_.tags.insert(report_.tags.end(), tags.begin(), tags.end());
  }
  scenario_report finish() {
    auto& tags = report_.tags;
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return std::move(report_);
  }

  std::string file_;
  stage stage_;
  scenario_report report_ = {};
};

scenario_report no_scenario(std::string why) {
  scenario_report out;
  out.not_a_scenario = std::move(why);
  return out;
}

}  // namespace

scenario_report run_scenario(std::string_view json, const scenario_options& options) {
  const auto scenario = read_scenario(json, options.folder);
  if (!scenario) return no_scenario(scenario.error());
  auto opened = stage::open(scenario->rules);
  if (!opened) return no_scenario("rulebook: " + opened.error().message());
  return performance(options.file, std::move(*opened)).play(*scenario);
}

scenario_report run_scenario_file(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return no_scenario(text.error());
  return run_scenario(*text, {.file = path.string(), .folder = path.parent_path()});
}

std::string to_text(const step_failure& it, std::size_t max_got) {
  auto got = it.got;
  if (got.size() > max_got) {
    // Not in the middle of a character.
    while (max_got > 0 && (static_cast<unsigned char>(got[max_got]) & 0xc0U) == 0x80U) --max_got;
    got.resize(max_got);
    got += " …";
  }
  auto line =
      it.file + ": " + (it.step.empty() ? "" : it.step + ": ") + "expected " + it.expected + ", got " + got;
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace charter::inline v0::testing
