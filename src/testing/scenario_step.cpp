// SPDX-License-Identifier: Apache-2.0
#include "scenario_step.hpp"

#include <string_view>

#include "expectation.hpp"
#include "object_reader.hpp"

namespace charter::inline v0::testing {

namespace {

namespace json = boost::json;
using fault = std::optional<std::string>;

/// A position stands beside `as`, or among the query's own fields.
void read_as_of(object_reader& in, scenario_step& step) {
  const auto* it = in.find("as_of");
  if (!it) {
    const auto* among = step.with.if_contains("as_of");
    if (!among || !among->is_int64() || among->get_int64() < 1) return;
    step.as_of = static_cast<position>(among->get_int64());
    step.with.erase("as_of");
    return;
  }
  if (it->is_int64() && it->get_int64() >= 1)
    step.as_of = static_cast<position>(it->get_int64());
  else
    in.complain("as_of", "must be a position, a whole number from 1");
}

void read_question(object_reader& in, scenario_step& step) {
  step.as = in.text("as");
  step.at = in.time("at");
  read_as_of(in, step);
}

void read_command_step(object_reader& in, const json::object& all, scenario_step& step) {
  in.allow({"as", "at", "id", "do", "with", "expect", "tags", "note"});
  step.as = in.need_text("as");
  (void)in.need_text("do");
  for (const auto name : {"as", "at", "id", "do", "with"})
    if (const auto* it = all.if_contains(name)) step.command[name] = *it;
}

void read_advance(object_reader& in, scenario_step& step) {
  in.allow({"advance", "expect", "tags", "note"});
  const auto by = in.formed(
      "advance", [](std::string_view it) { return parse_duration(it); },
      "must be a duration such as \"48h\"");
  step.by = by.value_or(duration{});
}

std::optional<step_kind> kind_of(const json::object& in) {
  std::optional<step_kind> out;
  int found = 0;
  const auto look = [&](std::string_view name, step_kind kind) {
    if (in.contains(name)) out = kind, ++found;
  };
  look("do", step_kind::command);
  look("check", step_kind::check);
  look("query", step_kind::query);
  look("advance", step_kind::advance);
  return found == 1 ? out : std::nullopt;
}

/// `"ok"`, `"refused: slug"` of a command, `"denied: slug"` of a question, or an object; a check takes no
/// object.
fault check_expect(const scenario_step& step, const json::value& it, const std::string& path) {
  const std::string_view no = step.is_command() ? "refused: " : "denied: ";
  if (it.is_object())
    return step.kind != step_kind::check ? check_expectation(it, path)
                                         : path + " must be \"ok\" or \"denied: slug\"";
  const auto* text = it.if_string();
  const bool is_slug = text && text->size() > no.size() && text->starts_with(no);
  const bool is_ok = text && *text == "ok" && step.kind != step_kind::query;
  if (is_slug || is_ok) return {};
  return path + " must be " + (step.kind == step_kind::query ? "" : "\"ok\" or ") + '"' + std::string(no) +
         "slug\"" + (step.kind == step_kind::check ? "" : " or an object");
}

}  // namespace

fault read_step(const json::value& it, scenario_step& step) {
  if (!it.is_object()) return step.place + " must be an object";
  const auto& all = it.get_object();
  const auto kind = kind_of(all);
  if (!kind) return step.place + " must have exactly one of do, check, query and advance";
  step.kind = *kind;
  object_reader in(all, step.place);
  if (step.kind == step_kind::command) {
    read_command_step(in, all, step);
  } else if (step.kind == step_kind::advance) {
    read_advance(in, step);
  } else if (step.kind == step_kind::check) {
    in.allow({"check", "as", "at", "as_of", "expect", "tags", "note"});
    step.query = "check";
    step.with = in.members("check");
    read_question(in, step);
  } else {
    in.allow({"query", "as", "at", "as_of", "with", "expect", "tags", "note"});
    step.query = in.need_text("query");
    step.with = in.members("with");
    read_question(in, step);
  }
  step.tags = in.tags();
  in.ignore_note();
  if (const auto* expect = step.is_command() ? in.find("expect") : in.need("expect")) step.expect = *expect;
  return in.wrong() ? in.wrong() : check_expect(step, step.expect, in.at("expect"));
}

}  // namespace charter::inline v0::testing
