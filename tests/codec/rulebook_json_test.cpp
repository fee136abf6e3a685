// SPDX-License-Identifier: Apache-2.0
// Rulebooks as documents: the shipped ones to the letter, `extends`, and errors that name the entry.
#include "charter/codec/rulebook_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("codec/rulebook_json") {

namespace {

using namespace charter;
using names = std::vector<std::string>;

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The head of a host's document, and what it adds.
std::string document(std::string_view more) {
  return R"({"charter_rulebook": 1, "name": "hub")" + std::string(more.empty() ? "" : ", ") +
         std::string(more) + "}";
}

rules::rulebook must_read(const std::string& json) {
  const auto read = read_rulebook(json);
  std::string told;
  if (!read)
    for (const auto& error : read.error()) told += error.entry + ": " + error.reason + "\n";
  REQUIRE_MESSAGE(read, told);
  return *read;
}
rules::rulebook extended(std::string_view base, std::string_view more) {
  return must_read(document(R"("extends": ")" + std::string(base) + R"(", )" + std::string(more)));
}

names wrong_entries(const std::string& json) {
  const auto read = read_rulebook(json);
  REQUIRE_MESSAGE(!read, json);
  names out;
  for (const auto& error : read.error()) {
    CHECK_MESSAGE(!error.reason.empty(), error.entry);
    out.push_back(error.entry);
  }
  return out;
}

const rules::grant* find_grant(const rules::rulebook& book, std::string_view role,
                               std::string_view permission) {
  for (const auto& of_role : book.grants)
    for (const auto& given : of_role.grants)
      if (of_role.role == role && given.permission == permission) return &given;
  return nullptr;
}

/// Notes say where a section of a shipped rulebook comes from; a host's own does not take them over.
rules::rulebook without_notes_on_sections(rules::rulebook book) {
  for (auto* note : {&book.directory.why, &book.creation.why, &book.membership.why, &book.approval.why,
                     &book.run_policy.why, &book.policies.why, &book.archive.why, &book.guards.why,
                     &book.management.why, &book.limits.why, &book.text.why, &book.time.why})
    note->clear();
  return book;
}

/// Every scalar differs from `opaque_open`, so that a field that reading or printing forgets would show.
constexpr std::string_view nothing_standard = R"({
 "charter_rulebook": 1,
 "name": "other",
 "extends": null,
 "about": "A \"quoted\" line,\nüber \u0007.",
 "roles": {
  "owner": {"scope": "organization", "inherits": ["everyone", "lead"], "assigned_by": ["host"], "self_assign": true, "withdrawn_by": ["operator"], "removed_by": ["owner"], "why": "a"},
  "everyone": {"scope": "organization", "default": true},
  "lead": {"scope": "workspace"}
 },
 "permissions": {
  "model.deploy": {"scope": "workspace", "needs": "not_archived", "why": "b"},
  "model.list": {"scope": "organization", "needs": "any"},
  "model.ship": {"same_as": "model.deploy"}
 },
 "kinds": {
  "lab": {"label": "Lab", "work": "pipeline", "approval": true, "run_policy": true, "templates": true, "assets": ["integration", "dataset"], "data_policies": true, "credential": true, "reject_comment": true, "why": "c"}
 },
 "grants": {
  "owner": {
   "model.list": [{}],
   "job.view": [{"if": ["member", "approved"], "kinds": ["lab"], "why": "d"}, {"if": ["creator"]}]
  },
  "lead": {}
 },
 "directory": {"organizations_per_user": null, "account_without_organization": true, "candidates": "everyone"},
 "creation": {"creator_role": "lead"},
 "membership": {"mode": "sealed", "joining": ["invitation"], "existing_accounts": "invite", "on_account_created": "accept", "eligibility": {"account": false, "signed_in": false, "organization": "own"}, "invitation_ttl": "7d", "duplicate_invitation": "resend", "decline": "may_accept_later", "self_leave": false, "own_role_change": "never"},
 "approval": {"policies": ["groups"], "default": "groups", "single_party_exempt": false, "creator_approves": false, "distinct_approvers": true, "shrinking_completes": false, "max_rejections": 3},
 "run_policy": {"policies": ["specific", "creator"], "default": "creator"},
 "policies": {"after_creation": "fixed"},
 "archive": {"visibility": "hidden"},
 "guards": {"last_organization_admin": {"roles": ["owner"], "except": ["everyone"], "why": "e"}, "last_workspace_admin": {"roles": ["lead"], "except": ["owner"]}},
 "management": {"owning_organization_only": true},
 "masking": false,
 "limits": {"members_per_workspace": 0, "workspaces_per_organization": 2, "users_per_organization": 3, "open_invitations_per_workspace": 4294967295},
 "text": {"workspace_name": {"charset": "text", "max": 1}, "description": {"charset": "simple", "max": 2}, "homepage": {"charset": "line", "max": 3}, "job_name": {"charset": "simple", "max": 4}, "comment": {"charset": "line", "max": 5}, "name": {"charset": "text", "max": 6}, "property_value": {"charset": "line", "max": 7}},
 "secret_keys": ["pin"],
 "time": {"tolerance_back": "0s", "tolerance_ahead": "2d"},
 "idempotency": {"window": 9}
}
)";

}  // namespace

TEST_CASE("[R119] the shipped rulebooks print as the agreed documents, to the letter") {
  for (const auto name : rulebooks::shipped_names) {
    const auto golden = slurp(CHARTER_SOURCE_DIR "/tests/golden/rulebooks/" + std::string(name) + ".json");
    CHECK(write_rulebook(*rulebooks::find_shipped(name)) == golden);
    const auto agreed = CHARTER_SOURCE_DIR "/../shared/requirements/rulebooks/" + std::string(name) + ".json";
    if (std::filesystem::exists(agreed)) CHECK(golden == slurp(agreed));
  }
}

TEST_CASE("printing and reading give the same rulebook again") {
  for (const auto name : rulebooks::shipped_names) {
    const auto& book = *rulebooks::find_shipped(name);
    CHECK(write_rulebook(must_read(write_rulebook(book))) == write_rulebook(book));
    const auto line = write_rulebook(book, json_layout::one_line);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(write_rulebook(must_read(line)) == write_rulebook(book));
  }
  CHECK(write_rulebook(must_read(std::string(nothing_standard))) == nothing_standard);
}

TEST_CASE("what is left out has the value of opaque_open") {
  auto expected = without_notes_on_sections(rulebooks::opaque_open());
  expected.name = "hub";
  expected.about = "";
  CHECK(write_rulebook(must_read(document(""))) == write_rulebook(expected));
  expected.membership.mode = rules::membership_mode::sealed;
  expected.membership.by_invitation = true;
  CHECK(write_rulebook(must_read(document(
            R"("membership": {"mode": "sealed", "joining": ["direct", "invitation"]}, "why": "a note")"))) ==
        write_rulebook(expected));
  const auto kinds = must_read(document(R"("grants": {}, "kinds": {"lab": {"work": "job"}})")).kinds;
  REQUIRE(kinds.size() == 1);
  CHECK(kinds[0].label == "lab");
  CHECK(!kinds[0].approval);
}

TEST_CASE("[D34] extends: objects merge, scalars and lists replace, null removes") {
  const auto book = extended("openhexa", R"(
    "membership": {"existing_accounts": "add", "eligibility": {"signed_in": true}},
    "permissions": {"model.deploy": {"scope": "workspace", "needs": "active"}},
    "secret_keys": ["pin"], "text": {"comment": {"max": 9}}, "archive": {"visibility": null}, "approval": null,
    "grants": {"editor": {"model.deploy": [{}]}, "admin": {"workspace.archive": null}})");
  CHECK(book.membership.existing_accounts == rules::existing_accounts::add);
  CHECK(book.membership.own_role_change == rules::own_role_change::never);
  CHECK(book.membership.eligibility.signed_in);
  CHECK(!book.membership.eligibility.account);
  CHECK(book.permissions.size() == rulebooks::openhexa().permissions.size() + 1);
  CHECK(book.secret_keys == names{"pin"});
  CHECK(book.text.comment.max == 9);
  CHECK(book.text.comment.characters == charset::text);
  CHECK(book.archive.visibility == rules::archive_visibility::read_only);
  CHECK(book.approval.why.empty());
  CHECK(find_grant(book, "editor", "model.deploy") != nullptr);
  CHECK(find_grant(book, "admin", "workspace.archive") == nullptr);
  CHECK(find_grant(book, "admin", "workspace.configure") != nullptr);
  CHECK(write_rulebook(must_read(write_rulebook(book))) == write_rulebook(book));
}

TEST_CASE("extends: null is a value where a field may be null") {
  CHECK(!extended("opaque_open", R"("directory": {"organizations_per_user": null})")
             .directory.organizations_per_user);
  const auto book =
      extended("opaque_open", R"("limits": {"members_per_workspace": 5, "users_per_organization": null})");
  CHECK(book.limits.members_per_workspace == 5U);
  CHECK(!book.limits.users_per_organization);
}

TEST_CASE("extends: a role, a kind and a grant are replaced whole, and keep their places") {
  const auto book = extended("opaque_open", R"(
    "roles": {"workspace_admin": {"scope": "organization", "assigned_by": ["operator"]}},
    "kinds": {"analytics": {"label": "Analytics", "work": "job"}},
    "grants": {"workspace_member": {"integration.view": [{"if": ["creator"]}]}})");
  CHECK(book.roles[1].name == "workspace_admin");
  CHECK(!book.roles[1].self_assign);
  CHECK(book.kinds[0].name == "analytics");
  CHECK(!book.kinds[0].approval);
  CHECK(find_grant(book, "workspace_member", "integration.view")->alternatives.size() == 1);
  const auto fewer = extended("opaque_open", R"("kinds": {"agentic": null}, "grants": {"workspace_admin": {
    "job.edit": null}, "organization_admin": {"job.edit": null}, "workspace_member": {"job.request_approval": null,
    "job.return_to_draft": null, "result.view": null}})");
  CHECK(fewer.kinds.size() == 1);
}

TEST_CASE("extends: what a removal leaves behind is found, since the result is validated as a whole") {
  CHECK(wrong_entries(document(R"("extends": "openhexa", "roles": {"organization_owner": null})")) ==
        names{"roles.organization_admin.assigned_by[1]", "grants.organization_owner",
              "guards.last_organization_admin.roles[0]", "guards.last_workspace_admin.except[0]"});
  CHECK(wrong_entries(document(R"("extends": "opaque_sealed", "membership": {"joining": ["direct"]})")) ==
        names{"membership.joining"});
}

TEST_CASE("a removal that would remove nothing is an error, for it would leave what it meant to take") {
  CHECK(wrong_entries(
            document(R"("extends": "openhexa", "grants": {"editor": {"workspace.archive": null}})")) ==
        names{"grants.editor.workspace.archive"});
  CHECK(wrong_entries(document(R"("extends": "openhexa", "roles": {"edtior": null})")) ==
        names{"roles.edtior"});
}

TEST_CASE("errors of form name the entry") {
  CHECK(wrong_entries("[]") == names{"rulebook"});
  CHECK(wrong_entries("{") == names{"rulebook"});
  CHECK(wrong_entries("{}") == names{"charter_rulebook", "name"});
  CHECK(wrong_entries(R"({"charter_rulebook": 2, "name": "hub"})") == names{"charter_rulebook"});
  CHECK(wrong_entries(document(R"("extends": "hub")")) == names{"extends"});
  CHECK(wrong_entries(document(R"("mask": true)")) == names{"mask"});
  CHECK(wrong_entries(document(R"("masking": 1)")) == names{"masking"});
  CHECK(wrong_entries(document(R"("approval": {"max_rejections": 1.5, "quorum": 1})")) ==
        names{"approval.max_rejections", "approval.quorum"});
  CHECK(wrong_entries(document(R"("limits": {"members_per_workspace": -1})")) ==
        names{"limits.members_per_workspace"});
  CHECK(wrong_entries(document(R"("membership": {"eligibility": {"organization": "none"}})")) ==
        names{"membership.eligibility.organization"});
  CHECK(wrong_entries(document(R"("membership": {"joining": ["direct", "magic"]})")) ==
        names{"membership.joining[1]"});
  CHECK(wrong_entries(document(R"("run_policy": {"policies": ["all", 3]})")) ==
        names{"run_policy.policies[1]"});
  CHECK(wrong_entries(document(R"("secret_keys": "pin")")) == names{"secret_keys"});
  CHECK(wrong_entries(document(R"("masking": true, "text": {"name": {"max": 1, "max": 2}})")) ==
        names{"text.name.max"});
}

TEST_CASE("errors of form in roles, permissions, kinds and grants") {
  CHECK(wrong_entries(document(R"("roles": {"boss": {"inherits": []}})")) == names{"roles.boss.scope"});
  CHECK(wrong_entries(document(R"("roles": {"boss": 1})")) == names{"roles.boss"});
  CHECK(wrong_entries(document(R"("kinds": {"lab": {"colour": "red"}})")) ==
        names{"kinds.lab.colour", "kinds.lab.work"});
  CHECK(wrong_entries(document(R"("permissions": {"a.b": {"scope": "workspace"}})")) ==
        names{"permissions.a.b.needs"});
  CHECK(wrong_entries(document(R"("permissions": {"a.b": {"same_as": "job.view", "needs": "any"}})")) ==
        names{"permissions.a.b"});
  CHECK(must_read(document(R"("permissions": {"a.b": {"scope": "organization"}})")).permissions[0].needs ==
        need::any);
  CHECK(wrong_entries(document(R"("grants": {"workspace_admin": {"job.view": [{"if": ["friend"]}]}})")) ==
        names{"grants.workspace_admin.job.view[0].if[0]"});
  CHECK(wrong_entries(document(R"("grants": {"workspace_admin": {"job.view": {}}})")) ==
        names{"grants.workspace_admin.job.view"});
}

TEST_CASE("a document full of mistakes is answered with the first thousand") {
  std::string keys = "\"a b\"";
  for (int i = 0; i < 5000; ++i) keys += ", \"a b\"";
  CHECK(wrong_entries(document("\"secret_keys\": [" + keys + "]")).size() == 1000);
}

}  // TEST_SUITE("codec/rulebook_json")
