// SPDX-License-Identifier: Apache-2.0
// Reasons in words.
#include <doctest/doctest.h>

#include <charter/access/explain.hpp>

#include "small_realm.hpp"

TEST_SUITE("access/explain") {

using namespace small;

namespace {

std::string why(const builder& it, user_id who, permission what, target on) {
  return explain(it.world, {who, what, on}).text;
}

}  // namespace

TEST_CASE("an explanation says whom a sealed workspace waits for") {
  builder it(rulebooks::opaque_sealed());
  const auto lab = it.organization("lab");
  const auto alice = it.user("alice", lab, {"workspace_admin"}), bob = it.user("bob", lab);
  const auto study = it.workspace("study", lab, alice, rules::membership_mode::sealed);
  const auto invitation = it.invite(study, bob, alice);
  CHECK(why(it, bob, permissions::job_create, study) == "no: \"Study\" waits for bob to accept");
  it.happens(invitation::declined{invitation, study, bob});
  CHECK(why(it, alice, permissions::job_create, study) ==
        "no: \"Study\" cannot start, since bob declined; invite them again");
}

TEST_CASE("an explanation names the path, or what is missing and the remedy") {
  builder it(rulebooks::opaque_open());
  const auto lab = it.organization("lab");
  const auto alice = it.user("alice", lab, {"workspace_admin"}), bob = it.user("bob", lab);
  const auto study = it.workspace("study", lab, alice);
  it.member(study, bob);
  const auto job = it.job("j", study, alice);
  CHECK(why(it, alice, permissions::workspace_archive, study) ==
        "yes: workspace_admin grants workspace.archive");
  CHECK(why(it, bob, permissions::job_edit, job) ==
        "no: job.edit is for the creator alone, and bob is not the creator");
  CHECK(why(it, bob, permissions::workspace_archive, study)
            .starts_with("no: workspace.archive needs the role "));
  CHECK(why(it, alice, permissions::run_start, job) == "no: \"Counts\" is a draft; ask for its approval");
  it.happens(job::approval_requested{job});
  it.decide(job, alice, approval::verdict::approve, true);
  CHECK(why(it, alice, permissions::run_start, job) == "no: \"Counts\" waits for the approval of bob");
  CHECK(why(it, bob, permissions::job_view, job_id{99}) ==
        "no: there is no such thing, or the user may not see it");
}

TEST_CASE("an inherited role is named beside the one that is held") {
  builder it(rulebooks::openhexa());
  const auto lab = it.organization("lab");
  const auto chief = it.user("chief", lab, {"organization_admin"}), owner = it.user("owner", lab);
  const auto study = it.workspace("study", lab, owner, rules::membership_mode::open, "workspace");
  const auto what = *it.world.rules->find_permission("files.read");
  CHECK(why(it, chief, what, study) == "yes: organization_admin inherits viewer, which grants files.read");
}

}  // TEST_SUITE("access/explain")
