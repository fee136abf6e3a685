// SPDX-License-Identifier: Apache-2.0
#include "acts.hpp"

namespace clean_room {

using namespace charter;

namespace {

workspace::create study() {
  return {.key = "study",
          .organization = "hospital",
          .kind = "analytics",
          .name = "Readmission Study",
          .invitees = {{.user = "dora"}, {.email = "bob@lab.org"}, {.email = "lena@lab.org"}},
          .approval_policy = approval::groups(
              {{.name = "data owners", .minimum = 2, .members = {"alice", "dora"}},
               {.name = "methods", .minimum = 1, .members = {"bob@lab.org", "lena@lab.org"}}}),
          .run_policy = runs::creator()};
}

}  // namespace

void a_sealed_clean_room(stage& on) {
  on.out().heading(
      "2. A sealed clean room",
      "Members and policies are fixed when it is created; it opens once everybody has accepted.");

  auto without_policy = study();
  without_policy.approval_policy.reset();
  on.is_refused(alice, "creates the room without saying who approves", without_policy,
                "invalid_approval_policy");
  auto with_nils = study();
  with_nils.invitees.push_back({.email = "nils@lab.org"});
  on.is_refused(alice, "invites Nils as well, who never signed in", with_nils, "not_eligible");

  on.does(alice, "creates the clean room and invites Dora, Bob and Lena", study());
  on.shows("approval: both data owners (Alice, Dora) and one of methods (Bob, Lena)");
  on.shows("runs: by the creator of a job alone");

  on.is_refused(bob, "creates a job before the room is open",
                job::create{.workspace = "study", .name = "Early", .content_digest = "sha256:0e"},
                "workspace_pending");
  on.does(dora, "accepts the invitation", invitation::accept{.workspace = "study"});
  on.does(bob, "accepts the invitation", invitation::accept{.workspace = "study"});
  on.asks(bob, "asks why the room is still closed", "job.create", "study", "workspace_pending");
  on.time_passes(std::chrono::hours{24});
  on.does(lena, "accepts, the last one: the room is open", invitation::accept{.workspace = "study"});
  on.asks(bob, "asks again", "job.create", "study", "ok");

  on.is_refused(lena, "declines after all", invitation::decline{.workspace = "study"}, "already_answered");
  on.is_refused(alice, "adds Nils later",
                workspace::add_member{.workspace = "study", .email = "nils@lab.org"}, "members_sealed");
  on.is_refused(alice, "lowers the quorum",
                workspace::set_approval_policy{.workspace = "study", .approval_policy = approval::all()},
                "policies_sealed");
  on.is_refused(nils, "creates a job in a room that is not his",
                job::create{.workspace = "study", .name = "Peek", .content_digest = "sha256:0f"},
                "not_found");
}

}  // namespace clean_room
