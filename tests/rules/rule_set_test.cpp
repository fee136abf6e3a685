// SPDX-License-Identifier: Apache-2.0
// A rulebook made ready: inheritance as lists, names as ordinals, grants as ways.
#include "charter/rules/rule_set.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/rules/validate.hpp"

TEST_SUITE("rules/rule_set") {

namespace {

using namespace charter;
using names = std::vector<std::string>;
using rules::rulebook;

constexpr auto own_from = engine_permissions.size();

rules::role_definition workspace_role(std::string name, names inherits) {
  return {.name = std::move(name), .scope = rules::role_scope::workspace, .inherits = std::move(inherits)};
}

/// Roles in a diamond: chief -> editor, auditor -> viewer. Permissions of its own, one of them an alias of
/// another.
rulebook diamond() {
  auto book = rulebooks::openhexa();
  book.roles = {workspace_role("viewer", {}), workspace_role("chief", {"auditor", "editor"}),
                workspace_role("editor", {"viewer"}), workspace_role("auditor", {"viewer"})};
  book.permissions = {{.name = "job.launch", .same_as = "run.start"},
                      {.name = "model.deploy"},
                      {.name = "model.ship", .same_as = "model.deploy"},
                      {.name = "budget.view", .scope = subject::organization, .needs = need::any}};
  book.kinds = {{.name = "plain", .label = "Plain"}, {.name = "special", .label = "Special"}};
  book.grants = {
      {"editor", {{"job.edit", {{{condition::creator}, {}}, {{condition::member}, {"special"}}}}}},
      {"viewer",
       {{"model.deploy", {{{}, {"plain", "special"}}}}, {"workspace.archive", {{{condition::member}, {}}}}}},
  };
  book.creation.creator_role = "chief";
  book.guards = {};
  return book;
}
rule_set ready(rulebook book) {
  for (const auto& error : rules::validate(book)) FAIL_CHECK(error.entry << ": " << error.reason);
  return rule_set(std::move(book));
}

role_index role(const rule_set& rules, std::string_view name) { return rules.find_role(name).value(); }
permission what(const rule_set& rules, std::string_view name) { return rules.find_permission(name).value(); }
names inherited(const rule_set& rules, std::string_view of) {
  names out;
  for (const auto each : rules.with_inherited(role(rules, of))) out.push_back(rules.role(each).name);
  return out;
}

}  // namespace

TEST_CASE("a role comes before what it inherits, nearest first, each once [R120]") {
  const auto rules = ready(diamond());
  CHECK(inherited(rules, "viewer") == names{"viewer"});
  CHECK(inherited(rules, "editor") == names{"editor", "viewer"});
  CHECK(inherited(rules, "chief") == names{"chief", "auditor", "editor", "viewer"});
}

TEST_CASE("a role includes itself and what it inherits, and not the other way round") {
  const auto rules = ready(diamond());
  CHECK(rules.includes(role(rules, "chief"), role(rules, "viewer")));
  CHECK(rules.includes(role(rules, "chief"), role(rules, "chief")));
  CHECK_FALSE(rules.includes(role(rules, "viewer"), role(rules, "chief")));
  CHECK_FALSE(rules.includes(role(rules, "editor"), role(rules, "auditor")));
  CHECK(rules.is_workspace_role(role(rules, "chief")));
  const rule_set open(rulebooks::opaque_open());
  CHECK_FALSE(open.is_workspace_role(role(open, "workspace_admin")));
}

TEST_CASE("the engine's permissions keep their ordinals, a rulebook's own follow") {
  const auto rules = ready(diamond());
  for (std::size_t i = 0; i < own_from; ++i)
    REQUIRE(what(rules, engine_permissions[i].name) == permission{static_cast<std::uint16_t>(i)});
  CHECK(what(rules, "model.deploy").value == own_from);
  CHECK(what(rules, "budget.view").value == own_from + 1);
  CHECK(rules.permission_count() == own_from + 2);
  CHECK(rules.row(what(rules, "budget.view")).about == subject::organization);
  CHECK(rules.row(what(rules, "budget.view")).needs == need::any);
  CHECK(rules.row(what(rules, "model.deploy")).about == subject::workspace);
  CHECK(rules.row(what(rules, "model.deploy")).needs == need::active);
}

TEST_CASE("an alias is the permission that it stands for, the engine's or the rulebook's own") {
  const auto rules = ready(diamond());
  CHECK(what(rules, "job.launch") == permissions::run_start);
  CHECK(rules.row(what(rules, "job.launch")).name == "run.start");
  CHECK(what(rules, "model.ship") == what(rules, "model.deploy"));
  for (const auto unknown : {"", "job", "job.lunch", "model", "Model.deploy"})
    CHECK_MESSAGE(!rules.find_permission(unknown), unknown);
}

TEST_CASE("a way has its conditions, its kinds and its place in the rulebook") {
  const auto rules = ready(diamond());
  const auto ways = rules.ways(role(rules, "editor"), permissions::job_edit);
  REQUIRE(ways.size() == 2);
  CHECK(ways[0].conditions == condition_set(condition::creator));
  CHECK(ways[0].kinds == ~std::uint64_t{0});
  CHECK(ways[0].position == 0);
  CHECK(ways[1].conditions == condition_set(condition::member));
  CHECK(ways[1].kinds == std::uint64_t{1} << rules.find_kind("special")->value);
  CHECK(ways[1].position == 1);
  const auto both = rules.ways(role(rules, "viewer"), what(rules, "model.ship"));
  REQUIRE(both.size() == 1);
  CHECK(both[0].conditions.empty());
  CHECK(both[0].kinds == 3);
}

TEST_CASE("ways are a role's own; inheritance is the asker's to follow") {
  const auto rules = ready(diamond());
  CHECK(rules.ways(role(rules, "chief"), permissions::job_edit).empty());
  CHECK(rules.ways(role(rules, "viewer"), permissions::job_edit).empty());
  CHECK(rules.is_granted(permissions::job_edit));
  CHECK(rules.is_granted(what(rules, "model.deploy")));
  CHECK_FALSE(rules.is_granted(what(rules, "budget.view")));
  CHECK_FALSE(rules.is_granted(permissions::run_start));
}

TEST_CASE("where the owner alone manages, management asks for the owning organization too [D13]") {
  auto book = diamond();
  book.management.owning_organization_only = true;
  const auto narrowed = ready(book), free = ready(diamond());
  const auto archive = [](const rule_set& rules) {
    return rules.ways(role(rules, "viewer"), permissions::workspace_archive)[0].conditions;
  };
  CHECK(archive(free) == condition_set(condition::member));
  CHECK(archive(narrowed).has(condition::member));
  CHECK(archive(narrowed).has(condition::owning_organization));
  CHECK_FALSE(narrowed.ways(role(narrowed, "editor"), permissions::job_edit)[0].conditions.has(
      condition::owning_organization));
}

TEST_CASE("kinds and roles are found by their exact names") {
  const auto rules = ready(diamond());
  CHECK(rules.find_kind("plain") == kind_index{0});
  CHECK(rules.kind(*rules.find_kind("special")).label == "Special");
  CHECK_FALSE(rules.find_kind("Plain"));
  CHECK(rules.find_role("viewer") == role_index{0});
  CHECK(rules.role_count() == 4);
  CHECK_FALSE(rules.find_role(""));
  CHECK(rules.book().creation.creator_role == "chief");
}

}  // TEST_SUITE("rules/rule_set")
