// SPDX-License-Identifier: Apache-2.0
// What a deactivation would touch, held against the realm once it is done.
#include "charter/analysis/deactivation.hpp"

#include <doctest/doctest.h>

#include "cast.hpp"
#include "charter/realm/reviews.hpp"

TEST_SUITE("analysis/deactivation") {

using namespace analysis_tests;

namespace {

struct busy_alice : cast {
  busy_alice() {
    organization("hospital", {"alice", "ann"});
    organization("lab", {"bob"});
    must("hospital_admin", role::assign{"alice", "workspace_admin", {}, {}});
    must("alice", workspace::create{.key = "study",
                                    .organization = "hospital",
                                    .kind = "analytics",
                                    .name = "Study",
                                    .members = {{.user = "ann"}, {.email = address("bob")}},
                                    .approval_policy = approval::groups({{"owners", 2, {"alice", "ann"}}}),
                                    .run_policy = runs::specific({"alice"})});
    must("alice", dataset::connect{"wards", "Wards", {}, {}, "study"});
    must("bob", job::create{"count", "study", "Count", "sha256:a1", {}});
    must("bob", job::request_approval{"count"});
  }
};

}  // namespace

TEST_CASE("everything that hangs on one person") {
  busy_alice here;
  const auto told = touched_by_deactivation(view(here.world()), here.person("alice"));
  REQUIRE(told);
  CHECK(here.names(told->memberships) == strings{"study"});
  REQUIRE(told->roles.size() == 1);
  CHECK(told->roles[0].role == "workspace_admin");
  REQUIRE(told->groups.size() == 1);
  CHECK(told->groups[0].group == "owners");
  CHECK(here.names(told->run_policies) == strings{"study"});
  CHECK(here.names(told->assets) == strings{"wards"});
  CHECK(told->jobs.empty());
  const auto& findings = told->effects.findings;
  REQUIRE(find_finding(findings, "review_becomes_hopeless") != nullptr);
  CHECK(find_finding(findings, "review_becomes_hopeless")->about == "count");
  REQUIRE(find_finding(findings, "nobody_manages") != nullptr);
  CHECK(find_finding(findings, "nobody_manages")->about == "study");
  CHECK_FALSE(told->done.warnings.empty());

  const auto standing = [&] {
    return standing_of(here.world(), here.world().jobs[job_id{0}], here.world().now);
  };
  CHECK_FALSE(standing().unsatisfiable);
  here.must("operator", user::deactivate{"alice"});
  CHECK(standing().unsatisfiable);
  const auto again = touched_by_deactivation(view(here.world()), here.person("alice"));
  REQUIRE_FALSE(again);
  CHECK(again.error().slug == "nothing_to_change");
}

TEST_CASE("who does not matter so much, and who is not there") {
  busy_alice here;
  const auto told = touched_by_deactivation(view(here.world()), here.person("bob"));
  REQUIRE(told);
  CHECK(here.names(told->jobs) == strings{"count"});
  CHECK(told->effects.findings.empty());
  CHECK(touched_by_deactivation(view(here.world()), user_id{99}).error().slug == "not_found");
}

}  // TEST_SUITE("analysis/deactivation")
