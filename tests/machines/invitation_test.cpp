// SPDX-License-Identifier: Apache-2.0
// How an invitation is answered, sent again, revoked.
#include "charter/machines/invitation/rules.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("machines/invitation") {

using namespace charter;
using machine = invitation::machine;
using status = invitation::status;

namespace {

std::string slug(const objection& no) { return no ? no->slug : "ok"; }
constexpr auto keeps = rules::decline::final, forgives = rules::decline::may_accept_later;

}  // namespace

TEST_CASE("an answer is final, save where a decline may be taken back [D04]") {
  CHECK(slug(machine::decide_accept(status::pending, keeps)) == "ok");
  CHECK(slug(machine::decide_accept(status::declined, keeps)) == "already_answered");
  CHECK(slug(machine::decide_accept(status::declined, forgives)) == "ok");
  CHECK(slug(machine::decide_accept(status::accepted, forgives)) == "already_answered");
  CHECK(slug(machine::decide_decline(status::declined)) == "already_answered");
  CHECK(slug(machine::decide_decline(status::expired)) == "invitation_expired");
  CHECK(slug(machine::decide_decline(status::revoked)) == "invitation_void");
  CHECK(slug(machine::decide_accept(status::void_, forgives)) == "invitation_void");
}

TEST_CASE("pending, declined and expired ones may be sent again or revoked") {
  for (const auto by : {invitation::reissue::message_name, invitation::revoke::message_name}) {
    for (const auto from : {status::pending, status::declined, status::expired})
      CHECK(slug(machine::decide_renewal(from, by)) == "ok");
    CHECK(slug(machine::decide_renewal(status::accepted, by)) == "already_answered");
    CHECK(slug(machine::decide_renewal(status::revoked, by)) == "invitation_void");
    CHECK(slug(machine::decide_renewal(status::void_, by)) == "invitation_void");
  }
}

TEST_CASE("a pending one has expired from its end on, event or not [D05]") {
  invitation::state it;
  it.until = instant{std::chrono::hours{1}};
  CHECK(it.status_at(*it.until - duration{1}) == status::pending);
  CHECK(it.status_at(*it.until) == status::expired);
  machine::apply(it, invitation::accepted{});
  CHECK(it.status_at(*it.until) == status::accepted);
}

TEST_CASE("sent again it is pending anew, with another end") {
  invitation::state it;
  it.until = instant{std::chrono::hours{1}};
  machine::apply(it, invitations::expired{"until"});
  CHECK(it.status == status::expired);
  const auto now = instant{std::chrono::hours{2}};
  invitation::reissued again;
  again.until = now + std::chrono::hours{1};
  machine::apply(it, again, now);
  CHECK(it.status_at(now) == status::pending);
  CHECK(it.sent_at == now);
  CHECK(it.until == again.until);
}

}  // TEST_SUITE("machines/invitation")
