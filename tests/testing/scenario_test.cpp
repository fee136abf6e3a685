// SPDX-License-Identifier: Apache-2.0
// Running scenarios: what passes, what fails and how that reads, and which time a step has.
#include <doctest/doctest.h>

#include <charter/testing/scenario.hpp>
#include <string>
#include <vector>

TEST_SUITE("testing/scenario") {

namespace {

using namespace charter;
using testing::scenario_report;

/// The steps, in a realm with one organization, its administrator and a member of staff.
scenario_report play(const std::string& steps) {
  return testing::run_scenario(R"({"name": "n", "rulebook": "opaque_open", "tags": ["R001"], "given": [
    {"as": "operator", "do": "organization.create", "with": {"key": "lab", "name": "Lab"}},
    {"as": "host", "do": "user.provision", "with": {"key": "ann", "email": "ann@lab.org", "organization": "lab"}},
    {"as": "host", "do": "user.provision", "with": {"key": "bob", "email": "bob@lab.org", "organization": "lab"}},
    {"as": "operator", "do": "role.assign", "with": {"user": "ann", "role": "organization_admin"}}], "steps": [)" +
                                   steps + "]}",
                               {.file = "lab.json"});
}

/// The one failure of steps that have one.
testing::step_failure failure(const std::string& steps) {
  const auto report = play(steps);
  CHECK(report.not_a_scenario == "");
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failed == 1);
  return report.failures.front();
}

}  // namespace

TEST_CASE("commands, checks and queries that come out as expected") {
  const auto report = play(R"(
    {"as": "ann", "do": "organization.rename", "with": {"organization": "lab", "name": "The Lab"}},
    {"as": "ann", "do": "organization.rename", "with": {"organization": "lab", "name": "Lab"},
     "expect": {"ok": true, "position": 7, "events": ["organization.renamed"], "created": {"$keys": []}, "warnings": []}},
    {"as": "bob", "do": "organization.rename", "with": {"organization": "lab", "name": "B"},
     "expect": "refused: forbidden"},
    {"as": "bob", "do": "organization.rename", "with": {"organization": "lab", "name": "B"},
     "expect": {"refused": "forbidden", "permission": "organization.edit"}},
    {"check": {"user": "ann", "permission": "organization.edit", "organization": "lab"}, "expect": "ok"},
    {"check": {"user": "bob", "permission": "organization.edit", "organization": "lab"}, "expect": "denied: forbidden"},
    {"check": {"user": "nobody", "permission": "organization.edit", "organization": "lab"}, "expect": "denied: not_found"},
    {"query": "user", "as": "ann", "with": {"user": "bob"}, "expect": {"key": "bob", "status": "active"}},
    {"query": "list_users", "as": "bob", "with": {"organization": "lab"}, "expect": "denied: forbidden"},
    {"query": "nothing", "expect": {"refused": "malformed", "path": "query"}})");
  CHECK(report.ok());
  CHECK(report.passed == 10);
  CHECK(report.failed == 0);
}

TEST_CASE("a receipt names what was created by its key") {
  CHECK(play(R"({"as": "operator", "do": "organization.create", "with": {"key": "x", "name": "X"},
                 "expect": {"created": {"organization": "x"}}},
                {"as": "host", "do": "user.provision", "with": {"email": "c@lab.org", "organization": "x"},
                 "expect": {"created": {"$keys": ["user"], "user": "c@lab.org"}}})")
            .ok());
}

TEST_CASE("a command that is refused against expectation") {
  const auto it =
      failure(R"({"as": "bob", "do": "organization.rename", "with": {"organization": "lab", "name": "B"}})");
  CHECK(it.file == "lab.json");
  CHECK(it.step == "steps[0]");
  CHECK(it.expected == "ok");
  CHECK(it.got.starts_with(R"({"refused":"forbidden",)"));
  CHECK(to_text(it).starts_with(R"(lab.json: steps[0]: expected ok, got {"refused":"forbidden",)"));
}

TEST_CASE("a command that is accepted against expectation") {
  const auto it = failure(
      R"({"as": "ann", "do": "organization.rename", "with": {"organization": "lab", "name": "B"}, "expect": "refused: forbidden"})");
  CHECK(it.expected == "refused: forbidden");
  CHECK(it.got.starts_with(R"({"ok":true,"position":6,)"));
}

TEST_CASE("another refusal than the one expected") {
  const auto it = failure(
      R"({"as": "bob", "do": "organization.rename", "with": {"organization": "nowhere", "name": "B"}, "expect": "refused: forbidden"})");
  CHECK(it.got.starts_with(R"({"refused":"not_found",)"));
}

TEST_CASE("an answer that differs is told with its path") {
  const auto it = failure(R"({"query": "user", "as": "ann", "with": {"user": "bob"},
                              "expect": {"organizations": [{"organization": "hospital"}]}})");
  CHECK(it.expected == R"(organizations[0].organization = "hospital")");
  CHECK(it.got == R"("lab")");
}

TEST_CASE("a refusal does not pass for an answer that lacks something") {
  CHECK(failure(R"({"query": "user", "as": "ann", "with": {"user": "nobody"}, "expect": {"name": null}})")
            .got.starts_with(R"({"refused":"not_found",)"));
  CHECK(failure(R"({"as": "ann", "do": "user.provision", "with": {}, "expect": {"created": null}})").step ==
        "steps[0]");
}

TEST_CASE("a check that comes out otherwise") {
  CHECK(
      failure(
          R"({"check": {"user": "bob", "permission": "organization.edit", "organization": "lab"}, "expect": "ok"})")
          .got.starts_with(R"({"refused":"forbidden",)"));
  CHECK(failure(R"({"check": {"user": "ann", "permission": "organization.edit", "organization": "lab"},
                   "expect": "denied: forbidden"})")
            .got == R"({"allowed":true})");
}

TEST_CASE("what follows a failed step is played all the same; what follows a refused given one is not") {
  const auto report = play(R"({"advance": "1h", "expect": "refused: forbidden", "tags": ["R002"]},
                              {"advance": "1h", "tags": ["R003"]})");
  CHECK(report.passed == 1);
  CHECK(report.failed == 1);
  CHECK(report.tags == std::vector<std::string>{"R003"});

  const auto given = testing::run_scenario(R"({"name": "n", "rulebook": "opaque_open",
    "given": [{"advance": "1h"}, {"as": "host", "do": "user.record_sign_in", "with": {"user": "nobody"}}],
    "steps": [{"advance": "1h"}]})");
  REQUIRE(given.failures.size() == 1);
  CHECK(given.failures[0].step == "given[1]");
  CHECK(given.passed == 0);
}

TEST_CASE("tags of steps that passed, each once; the file's own only if all did") {
  CHECK(play(R"({"advance": "1h", "tags": ["R009", "R002"]}, {"advance": "1h", "tags": ["R002"]})").tags ==
        std::vector<std::string>{"R001", "R002", "R009"});
}

TEST_CASE("a step without a time has the latest time of a step that was not refused") {
  CHECK(play(R"({"query": "audit_log", "with": {"organization": "lab"}, "expect": {"items": []}},
    {"as": "ann", "at": "2026-01-01T10:00:00Z", "do": "organization.rename", "with": {"organization": "lab", "name": "A"}},
    {"as": "ann", "at": "2026-01-02T10:00:00Z", "do": "organization.rename", "with": {"organization": "nowhere", "name": "B"},
     "expect": "refused: not_found"},
    {"as": "ann", "do": "organization.rename", "with": {"organization": "lab", "name": "C"}},
    {"advance": "48h"},
    {"as": "ann", "do": "organization.rename", "with": {"organization": "lab", "name": "D"}},
    {"query": "audit_log", "with": {"organization": "lab"}, "expect": {"items": [
      {"command": "organization.rename", "at": "2026-01-01T10:00:00Z"},
      {"command": "organization.rename", "at": "2026-01-01T10:00:00Z"},
      {"command": "organization.rename", "at": "2026-01-03T10:00:00Z"}]}})")
            .ok());
}

TEST_CASE("a scenario begins with the year 2026") {
  CHECK(play(R"({"as": "ann", "at": "2025-12-31T23:59:00Z", "do": "organization.rename",
                 "with": {"organization": "lab", "name": "A"}, "expect": "refused: time_went_back"},
                {"as": "ann", "at": "2025-12-31T23:59:57Z", "do": "organization.rename",
                 "with": {"organization": "lab", "name": "A"}})")
            .ok());
}

TEST_CASE("the clock follows the steps, save where the host advances time") {
  CHECK(play(R"({"as": "ann", "at": "2026-06-01T00:00:00Z", "do": "organization.rename",
                 "with": {"organization": "lab", "name": "A"}},
                {"as": "host", "at": "2026-06-01T02:00:00Z", "do": "time.advance",
                 "expect": "refused: time_too_far_ahead"},
                {"as": "host", "at": "2026-06-01T00:30:00Z", "do": "time.advance"},
                {"as": "operator", "at": "2026-07-01T00:00:00Z", "do": "time.advance"})")
            .ok());
}

TEST_CASE("a question may be asked as of a position") {
  CHECK(
      play(R"({"as": "operator", "do": "organization.rename", "with": {"organization": "lab", "name": "New"}},
                {"query": "list_organizations", "as_of": 5, "with": {"user": "bob"}, "expect": {"items": [{"name": "Lab"}]}},
                {"query": "list_organizations", "with": {"user": "bob", "as_of": 5}, "expect": {"items": [{"name": "Lab"}]}},
                {"query": "list_organizations", "with": {"user": "bob"}, "expect": {"items": [{"name": "New"}]}})")
          .ok());
  CHECK(failure(R"({"query": "rulebook", "as_of": 99, "expect": {"name": "opaque_open"}})")
            .got.starts_with(R"({"failed":"behind",)"));
}

TEST_CASE("a failure is one line, cut between characters") {
  const testing::step_failure it{"f.json", "", "a\nb", "xü"};
  CHECK(to_text(it) == "f.json: expected a b, got xü");
  CHECK(to_text(it, 2) == "f.json: expected a b, got x …");
}

}  // TEST_SUITE("testing/scenario")
