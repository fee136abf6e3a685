// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How an invitation is answered, sent again, revoked (vocabulary, section 4, Invitation).

#include "charter/base/result.hpp"
#include "charter/machines/invitation/messages.hpp"
#include "charter/machines/invitation/state.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::invitation {

struct machine {
  /// D04: an answer is final, save where the rulebook lets a decline be taken back.
  static objection decide_accept(status now, rules::decline decline) {
    if (now == status::declined && decline == rules::decline::may_accept_later) return {};
    return decide_answer(now);
  }
  static objection decide_decline(status now) { return decide_answer(now); }

  /// Pending, declined and expired ones may be sent again or revoked.
  static objection decide_renewal(status now, std::string_view by) {
    if (may_move(lifecycle, now, by)) return {};
    if (now == status::accepted)
      return refuse("already_answered", "The invitation was accepted; there is nothing left to change.");
    return void_refusal();
  }

  static void apply(state& it, const accepted&) {
    it.status = move(lifecycle, it.status, accept::message_name);
  }
  static void apply(state& it, const declined&) {
    it.status = move(lifecycle, it.status, decline::message_name);
  }
  static void apply(state& it, const revoked&) {
    it.status = move(lifecycle, it.status, revoke::message_name);
  }
  static void apply(state& it, const invitations::expired& what) {
    it.status = move(lifecycle, it.status, what.message_name);
  }
  static void apply(state& it, const invitations::voided& what) {
    it.status = move(lifecycle, it.status, what.message_name);
  }
  static void apply(state& it, const claimed& what) { it.user = what.user; }
  static void apply(state& it, const reissued& what, instant at) {
    it.status = move(lifecycle, it.status, reissue::message_name);
    it.until = what.until;
    it.sent_at = at;
  }

 private:
  static objection decide_answer(status now) {
    switch (now) {
      case status::pending:
        return {};
      case status::accepted:
      case status::declined:
        return refuse("already_answered",
                      "The invitation was answered; ask a workspace admin to send it again.");
      case status::expired:
        return refuse("invitation_expired", "The invitation has expired; ask for it to be sent again.");
      case status::revoked:
      case status::void_:
        break;
    }
    return void_refusal();
  }
  static refusal void_refusal() {
    return refuse("invitation_void", "The invitation was revoked or voided; ask for a new one.");
  }
};

}  // namespace charter::inline v0::invitation
