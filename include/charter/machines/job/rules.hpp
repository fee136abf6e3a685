// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a job moves through its review. Whether the review is satisfied is an argument here, never a field
/// (D14).

#include <algorithm>
#include <string_view>

#include "charter/base/result.hpp"
#include "charter/base/text.hpp"
#include "charter/machines/job/messages.hpp"
#include "charter/machines/job/state.hpp"

namespace charter::inline v0::job {

struct machine {
  static objection decide_edit(status shown) {
    if (shown == status::draft) return {};
    return refuse("not_draft", "Content changes only in draft; return the job to draft first.");
  }
  static objection decide_request(status shown) {
    if (may_move(lifecycle, shown, request_approval::message_name)) return {};
    return refuse("not_draft", "Approval is asked for a draft; return the job to draft first.");
  }
  static objection decide_return(status shown) {
    if (may_move(lifecycle, shown, return_to_draft::message_name)) return {};
    if (shown == status::draft) return refuse("nothing_to_change", "The job is a draft already.");
    return refuse("not_in_review", "Only a job in review, approved or rejected can return to draft.");
  }

  /// Status, then revision, then decided before, then comment (D17, D22).
  static objection decide_decision(const state& it, status shown, user_id by, std::int64_t revision,
                                   std::string_view comment, bool comment_required) {
    if (shown != status::in_review) return refuse("not_in_review", "Only a job in review can be decided on.");
    if (revision != it.revision)
      return refuse("stale_revision",
                    "The job has changed since; look at the current revision and decide on that.")
          .with("current", it.revision);
    if (std::any_of(it.decisions->begin(), it.decisions->end(),
                    [&](const decision_row& d) { return d.user == by; }))
      return refuse("already_decided", "You have decided on this revision; a decision is given once.");
    if (comment_required && is_blank(comment)) return refuse("comment_required", "Say why in a comment.");
    return {};
  }

  static void apply(state& it, const edited& what) {
    it.content.change([&](job::content& c) {
      if (what.name) c.name = *what.name;
      if (what.content_digest) c.digest = *what.content_digest;
      if (what.uses) c.uses = *what.uses;
    });
    ++it.revision;
  }
  static void apply(state& it, const approval_requested&) {
    it.status = status::in_review;
    it.held = false;
    it.decisions = {};
  }
  static void apply(state& it, const decision_recorded& what) {
    it.held = false;
    it.decisions.change([&](auto& all) {
      all.push_back({what.user, what.decision, what.revision, what.comment.value_or(""), what.automatic});
    });
  }
  static void apply(state&, const approved&) {}
  static void apply(state& it, const rejected&) { it.status = status::rejected; }
  static void apply(state& it, const commented& what) { it.comments.push_back({what.user, what.comment}); }
  static void apply(state& it, const returned_to_draft&) {
    it.status = status::draft;
    it.held = false;
    it.decisions = {};
  }
  static void apply(state& it, const discarded&) { it.status = status::discarded; }
  static void close(state& it) { it.status = status::closed; }
  /// Approved for good: nothing is evaluated any more.
  static void settle(state& it) { it.status = status::approved; }
  static void hold(state& it) { it.held = true; }

  /// D31: decisions gone, the creator's automatic one recorded anew where the rulebook lets creators approve.
  static void restart(state& it, bool creator_approves) {
    it.held = false;
    std::vector<decision_row> kept;
    if (creator_approves) kept.push_back({it.creator, approval::verdict::approve, it.revision, "", true});
    it.decisions = std::move(kept);
  }
};

}  // namespace charter::inline v0::job
