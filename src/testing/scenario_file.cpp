// SPDX-License-Identifier: Apache-2.0
#include "scenario_file.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <utility>

#include "../codec/strict_json.hpp"
#include "object_reader.hpp"
#include "scenario_rulebook.hpp"

namespace charter::inline v0::testing {

namespace {

using fault = std::optional<std::string>;

/// Larger and deeper than any command may be: that a command is too large may be what a scenario is about.
constexpr codec::json_limits file_limits{.bytes = std::size_t{64} << 20, .depth = 512};

/// What is given is commands that are all accepted: an expectation has nothing to add.
fault check_given(const scenario_step& step) {
  if (!step.is_command()) return step.place + " must be a command; questions belong in steps";
  if (step.expect != "ok") return step.place + ".expect must be left out: what is given is accepted";
  return {};
}

fault read_steps(object_reader& in, std::string_view part, std::vector<scenario_step>& out) {
  for (const auto& each : in.list(part)) {
    scenario_step step;
    step.place = in.at(part) + '[' + std::to_string(out.size()) + ']';
    if (auto wrong = read_step(each, step)) return wrong;
    if (part == "given")
      if (auto wrong = check_given(step)) return wrong;
    out.push_back(std::move(step));
  }
  return in.wrong();
}

}  // namespace

tl::expected<scenario_file, std::string> read_scenario(std::string_view text,
                                                       const std::filesystem::path& folder) {
  const auto document = codec::parse_strict(text, file_limits);
  if (!document) {
    const auto& no = document.error();
    return tl::make_unexpected(no.path.empty() ? no.sentence : no.path + ": " + no.sentence);
  }
  if (!document->is_object()) return tl::make_unexpected(std::string("a scenario is an object"));
  object_reader in(document->get_object(), "");
  in.allow({"name", "rulebook", "tags", "given", "steps", "note"});
  scenario_file out{in.need_text("name"), {}, in.tags(), {}, {}};
  in.ignore_note();
  const auto* rulebook = in.need("rulebook");
  if (const auto* steps = in.need("steps"); steps && steps->is_array() && steps->get_array().empty())
    in.complain("steps", "must not be empty: nothing would be tested");
  if (in.wrong()) return tl::make_unexpected(*in.wrong());
  if (auto wrong = read_steps(in, "given", out.given)) return tl::make_unexpected(std::move(*wrong));
  if (auto wrong = read_steps(in, "steps", out.steps)) return tl::make_unexpected(std::move(*wrong));
  auto rules = read_scenario_rulebook(*rulebook, folder);
  if (!rules) return tl::make_unexpected(std::move(rules.error()));
  out.rules = std::move(*rules);
  return out;
}

}  // namespace charter::inline v0::testing
