// SPDX-License-Identifier: Apache-2.0
// From names to things and back: id, key, e-mail address; what is gone is not found.
#include "charter/realm/lookup.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "charter/rules/rulebooks/shipped.hpp"
#include "happen.hpp"

TEST_SUITE("realm/lookup") {

namespace {

using namespace charter;

/// An organization of two people, one of them without a key, and one thing of each kind.
struct sample {
  realm world;
  const organization_id lab{0};
  const user_id alice{0}, keyless{1};
  const workspace_id study{0};
  const job_id counting{0}, nameless{1};
  const asset_id cohort{0};
  const data_policy_id terms{0};

  sample() {
    world.rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
    happens(organization::created{lab, "lab", "The lab"});
    happens(user::provisioned{alice, "alice", "Alice@Lab.org", "Alice", lab});
    happens(user::provisioned{keyless, {}, "Bob@Lab.org", {}, lab});
    happens(
        workspace::created{.workspace = study, .organization = lab, .kind = "analytics", .name = "Study"});
    happens(job::created{counting, "counting", study, "Counts", "sha256:a1", {}, alice});
    happens(job::created{nameless, {}, study, "More", "sha256:a2", {}, alice});
    happens(dataset::connected{.dataset = cohort, .key = "cohort", .organization = lab, .creator = alice});
    happens(data_policy::was_set{.data_policy = terms, .key = "terms", .dataset = cohort, .author = alice});
  }
  template <class Event>
  void happens(Event what) {
    ++world.head;
    charter_tests::happen(world, make_event(std::move(what)), {world.head, world.now, {}});
  }
  template <class Id>
  std::optional<Id> named(const ref<Id>& name) const {
    return find(world, name);
  }
  std::optional<user_id> user(const char* name) const { return named<user_id>(name); }
};

}  // namespace

TEST_CASE("a thing is found by its id and by its key") {
  const sample it;
  CHECK(it.named<organization_id>("org_0") == it.lab);
  CHECK(it.named<organization_id>("lab") == it.lab);
  CHECK(it.named<workspace_id>(it.study) == it.study);
  CHECK(it.named<job_id>("counting") == it.counting);
  CHECK(it.named<asset_id>("cohort") == it.cohort);
  CHECK(it.named<data_policy_id>("terms") == it.terms);
  CHECK(it.user("usr_1") == it.keyless);
}

TEST_CASE("nothing is found by an id too large, another kind's key or id, another case, no text") {
  const sample it;
  CHECK_FALSE(it.named<organization_id>("org_1"));
  CHECK_FALSE(it.named<job_id>("job_2"));
  CHECK_FALSE(it.named<job_id>("job_4294967295"));
  CHECK_FALSE(it.named<workspace_id>("counting"));
  CHECK_FALSE(it.named<workspace_id>("job_0"));
  CHECK_FALSE(it.named<workspace_id>(""));
  CHECK_FALSE(it.named<workspace_id>("Study"));
  CHECK_FALSE(it.named<organization_id>("LAB"));
  CHECK_FALSE(it.named<run_id>("run_0"));
  CHECK_FALSE(it.named<invitation_id>("inv_0"));
}

TEST_CASE("a user is also found by address without ASCII case, and kept as typed [D36]") {
  const sample it;
  for (const auto name : {"alice", "usr_0", "alice@lab.org", "ALICE@LAB.ORG", "Alice@Lab.org"})
    CHECK_MESSAGE(it.user(name) == it.alice, name);
  CHECK_FALSE(it.user("Alice"));
  CHECK_FALSE(it.user("alice@lab.or"));
  CHECK_FALSE(it.user("usr_2"));
  CHECK(find_by_email(it.world, "bOB@lab.ORG") == it.keyless);
  CHECK_FALSE(find_by_email(it.world, "alice"));
  CHECK_FALSE(find_by_email(it.world, "usr_0"));
  CHECK(it.world.users[it.alice].profile->email == "Alice@Lab.org");
}

TEST_CASE("a discarded job, a removed dataset and a removed policy are found by nobody") {
  sample it;
  it.happens(job::discarded{it.counting});
  CHECK_FALSE(it.named<job_id>("counting"));
  CHECK_FALSE(it.named<job_id>("job_0"));
  CHECK(it.named<job_id>("job_1") == it.nameless);
  it.happens(data_policy::removed{.data_policy = it.terms});
  CHECK_FALSE(it.named<data_policy_id>("terms"));
  CHECK(it.named<asset_id>("cohort") == it.cohort);
  it.happens(dataset::removed{.dataset = it.cohort});
  CHECK_FALSE(it.named<asset_id>("cohort"));
  CHECK_FALSE(it.named<asset_id>("ast_0"));
}

TEST_CASE("an archived workspace and a deactivated user are still found") {
  sample it;
  it.happens(user::deactivated{it.alice});
  it.happens(workspace::archived{it.study});
  CHECK(it.user("alice") == it.alice);
  CHECK(it.named<workspace_id>("wsp_0") == it.study);
}

TEST_CASE("an answer says the key, else the address as typed, else the id") {
  const sample it;
  CHECK(label(it.world, it.lab) == "lab");
  CHECK(label(it.world, it.alice) == "alice");
  CHECK(label(it.world, it.keyless) == "Bob@Lab.org");
  CHECK(label(it.world, it.study) == "wsp_0");
  CHECK(label(it.world, it.counting) == "counting");
  CHECK(label(it.world, it.nameless) == "job_1");
  CHECK(label(it.world, it.cohort) == "cohort");
  CHECK(label(it.world, it.terms) == "terms");
  CHECK(label(it.world, acting{actor_kind::platform, {}}) == "operator");
  CHECK(label(it.world, acting{actor_kind::host, {}}) == "host");
  CHECK(label(it.world, acting{actor_kind::user, it.keyless}) == "Bob@Lab.org");
}

TEST_CASE("every label names its thing again") {
  const sample it;
  CHECK(it.named<user_id>(label(it.world, it.keyless)) == it.keyless);
  CHECK(it.named<workspace_id>(label(it.world, it.study)) == it.study);
  CHECK(it.named<job_id>(label(it.world, it.nameless)) == it.nameless);
  CHECK(it.named<asset_id>(label(it.world, it.cohort)) == it.cohort);
}

}  // TEST_SUITE("realm/lookup")
