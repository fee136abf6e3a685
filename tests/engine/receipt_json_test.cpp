// SPDX-License-Identifier: Apache-2.0
// Receipts as JSON: what happened, and how what was created is named.
#include <doctest/doctest.h>

#include <charter/engine/receipt_json.hpp>
#include <string>

TEST_SUITE("engine/receipt_json") {

namespace {

using namespace charter;

/// Two workspaces, the first with a key, and two invitations, the second with one.
realm small_realm() {
  realm world;
  world.workspaces.add({}, "study");
  world.workspaces.edit({0}).details.change([](workspace::details& it) { it.key = "study"; });
  world.workspaces.add({}, "");
  world.invitations.add({}, "");
  world.invitations.add({}, "asked");
  world.invitations.edit({1}).to.change([](invitation::addressee& it) { it.key = "asked"; });
  return world;
}

event created(std::uint32_t which) {
  workspace::created it;
  it.workspace = {which};
  return make_event(it);
}
event sent(std::uint32_t which) {
  invitation::sent it;
  it.invitation = {which};
  return make_event(it);
}

receipt of(std::string command, std::vector<event> events) {
  return {.at_position = 17,
          .at = {},
          .command = std::move(command),
          .warnings = {},
          .events = std::move(events)};
}

std::string text(const receipt& it) { return write_receipt(it, small_realm()); }

}  // namespace

TEST_CASE("a receipt has its position, what was created, the events and the warnings") {
  auto it = of("workspace.create", {created(0)});
  it.warnings.push_back({"duplicate_name"});
  CHECK(text(it) ==
        R"({"ok":true,"position":17,"created":{"workspace":"study"},"events":["workspace.created"],)"
        R"("warnings":[{"warning":"duplicate_name"}]})");
}

TEST_CASE("what has no key goes by its id, and the first of a kind is named") {
  CHECK(text(of("batch", {created(1), created(0)})).find(R"("created":{"workspace":"wsp_1"})") !=
        std::string::npos);
}

TEST_CASE("invitations are named where they are what was asked for") {
  CHECK(text(of("workspace.create", {created(0), sent(0)})).find(R"("created":{"workspace":"study"},)") !=
        std::string::npos);
  CHECK(text(of("invitation.send", {sent(1)})).find(R"("created":{"invitation":"asked"})") !=
        std::string::npos);
  CHECK(text(of("batch", {sent(0), sent(1)})).find(R"("created":{"invitation":"inv_0"})") !=
        std::string::npos);
}

TEST_CASE("a receipt of what creates nothing has an empty object") {
  CHECK(text(of("time.advance", {})) ==
        R"({"ok":true,"position":17,"created":{},"events":[],"warnings":[]})");
}

}  // TEST_SUITE("engine/receipt_json")
