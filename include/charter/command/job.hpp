// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about jobs and their review (R030-R036, R137-R143, R148-R153, D14-D25, D35).

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "charter/command/policies.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"
#include "charter/command/uses.hpp"
#include "charter/machines/job/rules.hpp"

namespace charter::inline v0 {

struct job_commands {
  static objection on(turn& t, const job::create& c) {
    workspace_id workspace;
    std::vector<job::use> use;
    if (auto no = t.enter(c.workspace, permissions::job_create, workspace)) return no;
    if (auto no = texts::check_key(t.world.jobs, c.key)) return no;
    if (auto no = texts::check_name(c.name, t.book().text.job_name)) return no;
    if (auto no = texts::check_line("content_digest", c.content_digest)) return no;
    if (auto no = uses::resolve(t, workspace, c.uses, use)) return no;
    t.emit(job::created{t.world.jobs.next(), c.key, workspace, c.name, c.content_digest, use, t.by.user});
    return {};
  }

  static objection on(turn& t, const job::edit& c) {
    job_id it;
    std::optional<std::vector<job::use>> use;
    if (auto no = t.enter(c.job, permissions::job_edit, it)) return no;
    if (c.name)
      if (auto no = texts::check_name(*c.name, t.book().text.job_name)) return no;
    if (c.content_digest)
      if (auto no = texts::check_line("content_digest", *c.content_digest)) return no;
    if (c.uses) {
      use.emplace();
      if (auto no = uses::resolve(t, t.world.jobs[it].workspace, *c.uses, *use)) return no;
    }
    if (auto no = job::machine::decide_edit(shown(t, it))) return no;
    const auto& now = *t.world.jobs[it].content;
    if (c.name.value_or(now.name) == now.name && c.content_digest.value_or(now.digest) == now.digest &&
        use.value_or(now.uses) == now.uses)
      return nothing_to_change();
    t.emit(job::edited{it, c.name, c.content_digest, use});
    return {};
  }

  static objection on(turn& t, const job::request_approval& c) {
    job_id it;
    if (auto no = t.enter(c.job, permissions::job_request_approval, it)) return no;
    const auto& job = t.world.jobs[it];
    if (!kind_of(t.world, job.workspace).approval)
      return policies::invalid_approval("not_used", "Work of this kind needs no approval; start a run.");
    if (auto no = job::machine::decide_request(shown(t, it))) return no;
    const auto creator = job.creator;
    const auto revision = job.revision;
    const bool listed = listed_row(t.world, job.workspace, creator, t.now) != nullptr;
    t.emit(job::approval_requested{it});
    if (listed && t.book().approval.creator_approves)
      t.emit(job::decision_recorded{it, creator, approval::verdict::approve, revision, {}, true});
    const auto standing = standing_of(t.world, t.world.jobs[it], t.now);
    if (standing.unsatisfiable)
      return refuse(
          "quorum_unsatisfiable",
          "The members there are now cannot meet the approval policy; change the policy or the members.");
    if (standing.satisfied) t.emit(job::approved{it});
    return {};
  }

  static objection on(turn& t, const job::approve& c) {
    return decide(t, c.job, c.revision, c.comment, approval::verdict::approve);
  }
  static objection on(turn& t, const job::reject& c) {
    return decide(t, c.job, c.revision, c.comment, approval::verdict::reject);
  }

  static objection on(turn& t, const job::comment& c) {
    job_id it;
    if (auto no = t.enter(c.job, permissions::job_review, it)) return no;
    if (auto no = texts::check_required("comment", c.comment, t.book().text.comment)) return no;
    t.emit(job::commented{it, t.by.user, c.comment});
    return {};
  }

  static objection on(turn& t, const job::return_to_draft& c) {
    job_id it;
    if (auto no = t.enter(c.job, permissions::job_return_to_draft, it)) return no;
    if (auto no = job::machine::decide_return(shown(t, it))) return no;
    t.emit(job::returned_to_draft{it});
    return {};
  }

  static objection on(turn& t, const job::discard& c) {
    job_id it;
    if (auto no = t.enter(c.job, permissions::job_discard, it)) return no;
    if (!t.world.jobs[it].runs.empty())
      return refuse("job_has_runs",
                    "The job has runs, and history stays; archive the workspace when it is done.");
    t.emit(job::discarded{it});
    return {};
  }

 private:
  static job::status shown(const turn& t, job_id it) {
    return shown_status(t.world, t.world.jobs[it], t.now);
  }

  static objection decide(turn& t, const ref<job_id>& name, std::int64_t revision,
                          const std::optional<std::string>& comment, approval::verdict verdict) {
    job_id it;
    if (auto no = t.enter(name, permissions::job_decide, it)) return no;
    if (comment)
      if (auto no = texts::check_free("comment", *comment, t.book().text.comment)) return no;
    const auto& job = t.world.jobs[it];
    const bool needs_comment =
        verdict == approval::verdict::reject && kind_of(t.world, job.workspace).reject_comment;
    if (auto no = job::machine::decide_decision(job, shown(t, it), t.by.user, revision, comment.value_or(""),
                                                needs_comment))
      return no;
    t.emit(job::decision_recorded{it, t.by.user, verdict, revision, comment, false});
    const auto standing = standing_of(t.world, t.world.jobs[it], t.now);
    if (verdict == approval::verdict::reject && standing.rejections_have >= standing.rejections_need)
      t.emit(job::rejected{it});
    else if (standing.satisfied)
      t.emit(job::approved{it});
    return {};
  }
};

}  // namespace charter::inline v0
