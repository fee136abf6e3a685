// SPDX-License-Identifier: Apache-2.0
#include "story.hpp"

namespace three_rulebooks {

using namespace charter;

namespace {

workspace::create study(const dialect& in) {
  return {.key = "study",
          .organization = "hospital",
          .kind = in.kind,
          .name = "Study",
          .approval_policy = in.approval};
}

command found(std::string key, std::string name) { return organization::create{.key = key, .name = name}; }

batch account(std::string key, std::string organization) {
  return {
      {user::provision{.key = key, .email = key + "@" + organization + ".org", .organization = organization},
       user::record_sign_in{.user = key}}};
}

chapter coming_in(const dialect& in) {
  auto of_her_own = study(in);
  of_her_own.key = "own";
  auto by_invitation = study(in);
  by_invitation.invitees = {{.email = "bob@lab.org", .role = in.guest_role}};
  auto at_once = study(in);
  at_once.members = {{.email = "bob@lab.org", .role = in.guest_role}};
  return {"Coming in",
          {{"hana", "creates a workspace, as an admin", of_her_own},
           {"alice", "creates the study, inviting Bob", by_invitation},
           {"alice", "creates the study, adding Bob", at_once},
           {"bob", "may he begin a job?", asks{"job.create", "study"}},
           {"bob", "accepts the invitation", invitation::accept{.workspace = "study"}}}};
}

chapter coming_later(const dialect& in) {
  using workspace::add_member;
  return {"Coming later",
          {{"alice", "adds Dora",
            add_member{.workspace = "study", .email = "dora@lab.org", .role = in.guest_role}},
           {"alice", "invites Dora",
            invitation::send{.workspace = "study", .email = "dora@lab.org", .role = in.guest_role}},
           {"dora", "accepts", invitation::accept{.workspace = "study"}},
           {"alice", "renames the study", workspace::rename{.workspace = "study", .name = "Late Study"}}}};
}

chapter working() {
  return {
      "Working",
      {{"bob", "begins a job, as a guest",
        job::create{.key = "guess", .workspace = "study", .name = "Guess", .content_digest = "sha256:b0"}},
       {"alice", "begins a job",
        job::create{.key = "count", .workspace = "study", .name = "Count", .content_digest = "sha256:a1"}},
       {"alice", "runs it at once", run::start{.key = "early", .job = "count"}},
       {"alice", "asks for its approval", job::request_approval{.job = "count"}},
       {"bob", "approves it", job::approve{.job = "count", .revision = 1}},
       {"dora", "approves it, who came later", job::approve{.job = "count", .revision = 1}}}};
}

chapter running() {
  return {"Running",
          {{"alice", "keeps runs to the jobs' creators",
            workspace::set_run_policy{.workspace = "study", .run_policy = runs::creator()}},
           {"bob", "runs her job", run::start{.key = "his", .job = "count"}},
           {"alice", "runs her job", run::start{.key = "hers", .job = "count"}},
           {"bob", "may he read her result?", asks{"result.view", "hers"}}}};
}

chapter ending() {
  return {"Ending",
          {{"bob", "leaves", workspace::leave{.workspace = "study"}},
           {"alice", "archives it", workspace::archive{.workspace = "study"}},
           {"alice", "may she still read it?", asks{"workspace.view", "study"}},
           {"alice", "begins another job",
            job::create{.workspace = "study", .name = "Late", .content_digest = "sha256:c2"}}}};
}

}  // namespace

std::vector<step> prologue(const dialect& in) {
  return {
      {"operator", "founds the hospital", found("hospital", "City Hospital")},
      {"operator", "founds the lab", found("lab", "North Lab")},
      {"host", "reports Hana", account("hana", "hospital")},
      {"host", "reports Alice", account("alice", "hospital")},
      {"host", "reports Bob", account("bob", "lab")},
      {"host", "reports Dora", account("dora", "lab")},
      {"operator", "makes Hana administrator", role::assign{.user = "hana", .role = "organization_admin"}},
      {"hana", "lets Alice create workspaces", role::assign{.user = "alice", .role = in.creator_role}}};
}

std::vector<chapter> story(const dialect& in) {
  return {coming_in(in), coming_later(in), working(), running(), ending()};
}

}  // namespace three_rulebooks
