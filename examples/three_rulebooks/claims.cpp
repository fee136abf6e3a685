// SPDX-License-Identifier: Apache-2.0
#include "claims.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace three_rulebooks {

using namespace charter;

namespace {

bool was_done(const outcome& it) { return it.yes; }
bool had_to_wait(const outcome& it) { return it.word == "workspace_pending"; }
bool was_sealed(const outcome& it) { return it.word == "members_sealed"; }

const rules::kind_definition& kind_of(const dialect& in) {
  const auto& kinds = in.book().kinds;
  return *std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.name == in.kind; });
}

bool is_sealed(const dialect& in) { return in.book().membership.mode == rules::membership_mode::sealed; }

bool guests_create_jobs(const dialect& in) {
  for (const auto& to : in.book().grants)
    for (const auto& given : to.grants)
      if (to.role == in.role_of_guests() && given.permission == "job.create") return true;
  return false;
}

point on_coming_in() {
  return {"Coming in",
          {{"people are invited under {}", "creates the study, inviting Bob", was_done, "membership.joining",
            [](const dialect& in) { return in.book().membership.by_invitation; }},
           {"added under {}", "creates the study, adding Bob", was_done, "membership.joining",
            [](const dialect& in) { return in.book().membership.direct; }},
           {"nobody works before all have accepted under {}", "may he begin a job?", had_to_wait,
            "membership.mode", is_sealed},
           {"nobody comes later under {}", "adds Dora", was_sealed, "membership.mode", is_sealed}}};
}

point on_working() {
  return {
      "Working",
      {{"a guest begins jobs under {}", "begins a job, as a guest", was_done, "grants", guests_create_jobs},
       {"a job runs unapproved under {}", "runs it at once", was_done, "kinds.approval",
        [](const dialect& in) { return !kind_of(in).approval; }},
       {"who runs it may be settled later under {}", "keeps runs to the jobs' creators", was_done,
        "kinds.run_policy and policies.after_creation", [](const dialect& in) {
          return kind_of(in).run_policy &&
                 in.book().policies.after_creation == rules::after_creation::changeable;
        }}}};
}

point on_ending() {
  return {"Ending",
          {{"a member may leave under {}", "leaves", was_done, "membership.self_leave",
            [](const dialect& in) { return in.book().membership.self_leave; }},
           {"what is archived can still be read under {}", "may she still read it?", was_done,
            "archive.visibility", [](const dialect& in) {
              return in.book().archive.visibility == rules::archive_visibility::read_only;
            }}}};
}

}  // namespace

std::vector<point> points() { return {on_coming_in(), on_working(), on_ending()}; }

tl::expected<std::string, std::string> put(const claim& it, const std::vector<playing>& all) {
  std::vector<std::string_view> names;
  for (const auto& each : all) {
    const bool came_to_pass = it.came_to_pass(each.of(it.step));
    if (came_to_pass != it.is_ruled(each.in))
      return tl::make_unexpected(
          fmt::format("\"{}\": {} says otherwise in {}", it.step, it.field, each.in.rulebook));
    if (came_to_pass) names.push_back(each.in.rulebook);
  }
  if (names.empty() || names.size() == all.size())
    return tl::make_unexpected(fmt::format("\"{}\": the rulebooks do not part", it.step));
  return fmt::format(fmt::runtime(it.sentence), fmt::join(names, " and ")) +
         fmt::format(" (step {}: {})", all.front().of(it.step).number, it.field);
}

}  // namespace three_rulebooks
