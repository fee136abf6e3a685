// SPDX-License-Identifier: Apache-2.0
// The format of snapshots stands still: another form of the states, or other bytes for the same realm, need
// another `snapshot_format`.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "../../src/codec/snapshot_layout.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "snapshots.hpp"

TEST_SUITE("codec/snapshot_golden") {

using namespace charter;

namespace {

std::string golden(const std::string& name) {
  std::ifstream in(CHARTER_SOURCE_DIR "/tests/golden/snapshot/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The text must be the file's.
void check(const std::string& text, const std::string& file) {
  const auto now = "format " + std::to_string(snapshot_format) + '\n' + text;
  const bool is_same = now == golden(file);
  CHECK_MESSAGE(is_same, "raise snapshot_format, then let tests/golden/snapshot/" << file << " be:\n" << now);
}

/// Every state at least once, with values that take a few bytes each.
realm one_of_each() {
  constexpr auto at = instant{duration{1795255200250}};
  realm it;
  it.rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
  it.now = at;
  it.head = 2;
  organization::state lab;
  lab.key = std::string("lab");
  lab.name = std::string("Lab \xc3\xa9");
  lab.users = 2;
  lab.joined.push_back({0});
  lab.entries.push_back(2);
  it.organizations.add(lab, "lab");
  user::state ann;
  ann.signed_in = true;
  ann.profile = user::profile{"ann", "Ann@lab.org", "Ann"};
  ann.standing = user::standing{{{0}}, {{{0}, role_index{1}, at}}};
  ann.workspaces.push_back({0});
  it.users.add(ann, "ann");
  it.users.add({}, "");
  workspace::state room;
  room.status = workspace::status::pending;
  room.review_revision = 300;
  room.details = workspace::details{
      "w", "Room", "about", "# home", {"CH"}, "", {{"a", -1.5}, {"b", std::int64_t{-3}}}, {"t"}};
  room.policies =
      workspace::policies{approval::policy{approval::approval_mode::groups, {{{"g", 1, {{0}, {1}}}}}, 2},
                          runs::policy{runs::run_mode::specific, {{{1}}}}};
  room.members.push_back(
      {.user = {0}, .role = role_index{2}, .until = at, .suspended_by = organization_id{0}});
  it.workspaces.add(room, "w");
  invitation::state asked;
  asked.invited_by = user_id{0};
  asked.sent_at = instant{duration{-1}};
  asked.to = invitation::addressee{"", "bob@lab.org"};
  it.invitations.add(asked, "");
  asset::state table;
  table.shared_to = std::vector<workspace_id>{{0}};
  it.assets.add(table, "");
  data_policy::state terms;
  terms.terms = data_policy::terms{"p", {{0}}, {rules::work::workflow}, {{{"x", "y"}}}};
  it.data_policies.add(terms, "p");
  job::state work;
  work.revision = 7;
  work.content = job::content{"j", "Job", "sha", {{{0}, {}}}};
  work.decisions = std::vector<job::decision_row>{{{0}, approval::verdict::reject, 7, "no", true}};
  work.comments.push_back({{1}, "hm"});
  it.jobs.add(work, "j");
  it.runs.add({}, "");
  it.attestations.add({}, "");
  it.held_invitations.edit("bob@lab.org").push_back({0});
  it.due_roles.push({at, 0, 0, role_index{1}});
  it.entries.push_back({1, at, {actor_kind::platform, {}}, "realm.create", {"realm.created"}, {}, {}});
  it.entries.push_back(
      {2, at, {actor_kind::user, {1}}, "batch", {"job.created", "time.advanced"}, {{0}}, {{0}}});
  it.command_ids.set("usr_1 c", {2, "digest"});
  it.mail.push_back({});
  it.mail.push_back({});
  it.mail.edit(1).rows.push_back(
      {notice::kind::run_finished, workspace_id{0}, job_id{0}, {actor_kind::host, {}}, at});
  it.held_mail.edit("bob@lab.org").read_up_to = 0;
  it.platform_mail.rows.push_back({.at = at});
  return it;
}

/// In lines of 32 bytes; without what changes with every release (the build) and with shipped rulebooks.
std::string hexadecimal(const realm& world) {
  auto body = snapshots::unsealed(snapshots::written(world, snapshots::tree_of(world.head)));
  const auto json = write_rulebook(world.book(), json_layout::one_line);
  body.erase(body.find(json), json.size());
  body.erase(16, 32);
  std::string out;
  for (std::size_t i = 0; i < body.size(); ++i) {
    out += "0123456789abcdef"[static_cast<unsigned char>(body[i]) >> 4U];
    out += "0123456789abcdef"[static_cast<unsigned char>(body[i]) & 15U];
    if (i % 32 == 31) out += '\n';
  }
  return out + '\n';
}

}  // namespace

TEST_CASE("the form of a snapshot is that of its format number") {
  check(codec::snapshot_layout_text(), "layout.txt");
}

TEST_CASE("a realm's bytes are those of its format number, and are read again") {
  const auto world = one_of_each();
  check(hexadecimal(world), "bytes.txt");
  const auto back = snapshots::read(snapshots::written(world, snapshots::tree_of(world.head)));
  CHECK_MESSAGE(back.has_value(), back.error());
}

}  // TEST_SUITE("codec/snapshot_golden")
