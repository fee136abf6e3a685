// SPDX-License-Identifier: Apache-2.0
#include "acts.hpp"
#include "findings.hpp"

namespace clean_room {

using namespace charter;

namespace {

job::create readmission(std::vector<std::string> columns) {
  return {.key = "readmission",
          .workspace = "study",
          .name = "Readmission by ward",
          .content_digest = "sha256:a1",
          .uses = {{.asset = "admissions", .columns = {.names = std::move(columns)}}}};
}

void progress(stage& on, const person& who) {
  for (const auto& each : review_progress(on.realm(), who.key, "readmission")) on.shows(each);
}

}  // namespace

position a_job_and_its_quorum(stage& on) {
  on.out().heading(
      "3. A job and its quorum",
      "What the job may read is a policy of the data's owner; who must approve it was fixed above.");

  on.does(alice, "connects the hospital's admissions",
          dataset::connect{.key = "admissions", .name = "Admissions 2025", .workspace = "study"});
  on.does(alice, "opens three of its columns to jobs here",
          data_policy::set{.dataset = "admissions",
                           .workspaces = {"study"},
                           .work = {rules::work::job},
                           .columns = {.names = {{"age", "ward", "readmitted"}}}});

  on.is_refused(bob, "writes a job that reads the patients' names",
                readmission({"patient_name", "ward", "readmitted"}), "not_covered_by_data_policy");
  on.does(bob, "writes it with the columns that are open", readmission({"age", "ward", "readmitted"}));
  on.is_refused(bob, "runs it at once", run::start{.job = "readmission"}, "not_approved");
  on.does(bob, "asks for approval, which counts as his own", job::request_approval{.job = "readmission"});
  progress(on, bob);

  on.is_refused(hana, "approves it, as the administrator, who has not joined",
                job::approve{.job = "readmission", .revision = 1}, "not_found");
  on.is_refused(bob, "approves it once more", job::approve{.job = "readmission", .revision = 1},
                "already_decided");
  on.does(alice, "approves revision 1", job::approve{.job = "readmission", .revision = 1});
  progress(on, alice);

  on.is_refused(dora, "rejects it without a word", job::reject{.job = "readmission", .revision = 1},
                "comment_required");
  on.does(dora, "rejects it: \"Small wards identify people; group them.\"",
          job::reject{
              .job = "readmission", .revision = 1, .comment = "Small wards identify people; group them."});
  on.time_passes(std::chrono::hours{20});
  on.does(bob, "returns it to draft", job::return_to_draft{.job = "readmission"});
  on.does(bob, "groups the small wards: revision 2",
          job::edit{.job = "readmission", .content_digest = "sha256:b2"});
  on.does(bob, "asks for approval again", job::request_approval{.job = "readmission"});

  on.is_refused(alice, "approves the revision she has read",
                job::approve{.job = "readmission", .revision = 1}, "stale_revision");
  on.does(alice, "reads revision 2 and approves it", job::approve{.job = "readmission", .revision = 2});
  on.asks(bob, "asks what is missing before he may run it", "run.start", "readmission", "not_approved");
  const auto decisive =
      on.does(dora, "approves it too: the quorum is met", job::approve{.job = "readmission", .revision = 2});
  progress(on, dora);
  return decisive;
}

}  // namespace clean_room
