// SPDX-License-Identifier: Apache-2.0
// Who may do what, judged over small realms.
#include <doctest/doctest.h>

#include <charter/access/effective.hpp>

#include "small_realm.hpp"

TEST_SUITE("access/effective") {

using namespace small;

namespace {

/// A hospital that owns a workspace, and a lab whose people are guests.
struct two_parties : builder {
  explicit two_parties(rules::membership_mode mode = rules::membership_mode::open,
                       const rules::rulebook& book = rulebooks::opaque_open())
      : builder(book), mode_(mode) {}

  rules::membership_mode mode_;
  organization_id hospital = organization("hospital"), lab = organization("lab");
  user_id hana = user("hana", hospital, {"organization_admin"});
  user_id alice = user("alice", hospital, {"workspace_admin"});
  user_id amir = user("amir", hospital);
  user_id lars = user("lars", lab, {"organization_admin"});
  user_id bob = user("bob", lab);
  workspace_id study = workspace("study", hospital, alice, mode_);
};

}  // namespace

TEST_CASE(
    "a member works in the workspace, its admin manages it, the owner's admin manages without joining "
    "[D10]") {
  two_parties it;
  it.member(it.study, it.bob);
  CHECK(it.may(it.bob, permissions::job_create, it.study) == denial::none);
  CHECK(it.may(it.bob, permissions::workspace_archive, it.study) == denial::forbidden);
  CHECK(it.may(it.alice, permissions::workspace_archive, it.study) == denial::none);
  CHECK(it.may(it.hana, permissions::workspace_archive, it.study) == denial::none);
  CHECK(it.may(it.hana, permissions::job_create, it.study) == denial::not_a_member);
}

TEST_CASE("who sees nothing of a workspace is told that there is none [D41]") {
  two_parties it;
  CHECK(it.may(it.amir, permissions::workspace_view, it.study) == denial::not_found);
  CHECK(it.may(it.lars, permissions::workspace_view, it.study) == denial::not_found);
  CHECK(it.may(it.amir, permissions::workspace_view, workspace_id{99}) == denial::not_found);
}

TEST_CASE("a guest organization's admin sees a workspace only to withdraw an own user [D09]") {
  two_parties it;
  it.member(it.study, it.bob);
  CHECK(it.may(it.lars, permissions::workspace_withdraw_user, target(it.study, it.bob)) == denial::none);
  CHECK(it.may(it.lars, permissions::workspace_withdraw_user, target(it.study, it.alice)) ==
        denial::not_found);
  CHECK(it.may(it.lars, permissions::workspace_view_members, it.study) == denial::not_found);
}

TEST_CASE("archived comes before pending, pending before rights") {
  two_parties it(rules::membership_mode::sealed, rulebooks::opaque_sealed());
  const auto invitation = it.invite(it.study, it.bob, it.alice);
  CHECK(it.may(it.alice, permissions::job_create, it.study) == denial::workspace_pending);
  CHECK(it.may(it.hana, permissions::job_create, it.study) == denial::workspace_pending);
  CHECK(it.may(it.bob, permissions::job_create, it.study) == denial::workspace_pending);
  CHECK(it.may(it.bob, permissions::workspace_view, it.study) == denial::not_found);
  it.happens(invitation::accepted{invitation, it.study, it.bob});
  it.member(it.study, it.bob);
  it.happens(workspace::activated{it.study, {}});
  CHECK(it.may(it.bob, permissions::job_create, it.study) == denial::none);
  it.happens(workspace::archived{it.study});
  CHECK(it.may(it.bob, permissions::job_create, it.study) == denial::workspace_archived);
  CHECK(it.may(it.bob, permissions::workspace_view, it.study) == denial::none);
}

TEST_CASE("a question wider than its condition depends on the resource [D50]") {
  two_parties it;
  it.member(it.study, it.bob);
  const auto job = it.job("j", it.study, it.bob);
  CHECK(it.may(it.bob, permissions::run_start, it.study) == denial::depends_on_resource);
  CHECK(it.may(it.bob, permissions::run_start, job) == denial::not_approved);
  it.happens(job::approval_requested{job});
  it.decide(job, it.bob, approval::verdict::approve, true);
  it.decide(job, it.alice, approval::verdict::approve);
  CHECK(it.may(it.bob, permissions::run_start, job) == denial::none);
  it.member(it.study, it.amir);
  CHECK(it.may(it.bob, permissions::run_start, job) ==
        denial::not_approved);  // D14: the newcomer must decide
}

TEST_CASE("what has ended stops counting at that instant, event or not [D45]") {
  two_parties it;
  const auto end = it.world.now + std::chrono::hours{1};
  it.happens(workspace::member_added{it.study, it.bob, {}, end});
  const question q{it.bob, permissions::job_create, it.study};
  auto later = q;
  later.at = end;
  CHECK(effective(it.world, q).allowed());
  CHECK(effective(it.world, later).why == denial::not_found);
}

TEST_CASE("a deactivated user, an unknown permission and another kind of thing") {
  two_parties it;
  const permission unknown{static_cast<std::uint16_t>(it.world.rules->permission_count())};
  CHECK(it.may(it.alice, unknown, it.study) == denial::unknown_permission);
  CHECK(it.may(it.alice, permissions::workspace_create, it.study) == denial::malformed);
  it.happens(user::deactivated{it.alice});
  CHECK(it.may(it.alice, permissions::workspace_view, it.study) == denial::deactivated);
}

}  // TEST_SUITE("access/effective")
