// SPDX-License-Identifier: Apache-2.0
// The role by permission matrix that follows from the shipped rulebooks, against the one that people agreed
// on.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("rules/rulebooks") {

namespace {

using namespace charter;

/// One way to a permission: conditions and kinds (none: any).
struct way {
  condition_set conditions;
  std::vector<std::string> kinds;
};

const rules::role_definition& role_of(const rules::rulebook& book, std::string_view name) {
  return *std::find_if(book.roles.begin(), book.roles.end(), [&](const auto& it) { return it.name == name; });
}

bool is_about_organization(std::string_view permission) {
  const auto found = find_engine_permission(permission);
  return found && engine_permissions[found->value].about == subject::organization;
}

void add_own(const rules::rulebook& book, std::string_view role, std::string_view permission,
             condition_set also, std::vector<way>& out) {
  for (const auto& of_role : book.grants)
    for (const auto& given : of_role.grants)
      if (of_role.role == role && given.permission == permission)
        for (const auto& each : given.alternatives) {
          out.push_back({also, each.kinds});
          for (const auto one : each.if_) out.back().conditions.add(one);
        }
}

/// Own alternatives first, then inherited ones. What an organization role has from a workspace role holds in
/// the workspaces that its organization owns, and is about workspaces only.
void add_all(const rules::rulebook& book, std::string_view role, std::string_view permission,
             condition_set also, std::vector<way>& out) {
  add_own(book, role, permission, also, out);
  const auto& definition = role_of(book, role);
  for (const auto& name : definition.inherits) {
    auto more = also;
    if (definition.scope != role_of(book, name).scope) {
      if (is_about_organization(permission)) continue;
      more.add(condition::owning_organization);
    }
    add_all(book, name, permission, more, out);
  }
}

bool covers(const way& weaker, const way& stronger) {
  const auto both = static_cast<unsigned>(weaker.conditions.bits() & stronger.conditions.bits());
  return both == weaker.conditions.bits() &&
         (weaker.kinds.empty() || (!stronger.kinds.empty() && weaker.kinds == stronger.kinds));
}

std::vector<way> without_covered(const std::vector<way>& all) {
  std::vector<way> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool covered = false;
    for (std::size_t other = 0; other < all.size(); ++other)
      if (other != i && covers(all[other], all[i]) && (other < i || !covers(all[i], all[other])))
        covered = true;
    if (!covered) kept.push_back(all[i]);
  }
  return kept;
}

std::string letters(condition_set conditions) {
  using enum condition;
  std::string out;
  if (conditions.has(member)) out += 'm';
  if (conditions.has(creator)) out += 'c';
  if (conditions.has(same_organization)) out += 's';
  if (conditions.has(owning_organization)) out += 'o';
  if (conditions.has(approver)) out += 'a';
  if (conditions.has(run_policy)) out += 'r';
  if (conditions.has(approved)) out += 'p';
  return out.empty() ? "Y" : out;
}

std::string cell(const rules::rulebook& book, std::string_view role, std::string_view permission) {
  std::vector<way> ways;
  add_all(book, role, permission, {}, ways);
  std::string out;
  for (const auto& each : without_covered(ways)) {
    out += (out.empty() ? "" : " or ") + letters(each.conditions);
    for (const auto& kind : each.kinds) out += ":" + kind;
  }
  return out.empty() ? "." : out;
}

std::string row(const rules::rulebook& book, std::string_view permission, const std::string& title) {
  auto out = "| " + title + " |";
  for (const auto& role : book.roles) out += " " + cell(book, role.name, permission) + " |";
  return out + "\n";
}

std::string table(const rules::rulebook& book) {
  auto out = "\n## " + book.name + "\n\n| permission |";
  for (const auto& role : book.roles) out += " " + role.name + " |";
  out += "\n|---|";
  for (std::size_t i = 0; i < book.roles.size(); ++i) out += "---|";
  out += "\n";
  for (const auto& permission : engine_permissions)
    out += row(book, permission.name, std::string(permission.name));
  for (const auto& permission : book.permissions)
    out += permission.same_as.empty()
               ? row(book, permission.name, permission.name)
               : row(book, permission.same_as, permission.name + " (= " + permission.same_as + ")");
  return out;
}

std::string matrix() {
  std::string out =
      "# Role x permission\n\n"
      "An alternative that a weaker one covers is left out.\n\n"
      "Y always; else all the letters must hold: m member, c creator, s same_organization, o "
      "owning_organization, "
      "a approver, r run_policy, p approved.\n"
      "`or` separates alternatives; `:kind` limits one to a kind. The `needs` of a permission (active, "
      "not_archived, "
      "any) comes on top.\n";
  for (const auto name : rulebooks::shipped_names) out += table(*rulebooks::find_shipped(name));
  return out;
}

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE(
    "[R119][R120][R122][R163][R164][R167][R168][R169][R170][R201] the shipped rulebooks give the agreed "
    "matrix") {
  CHECK(matrix() == slurp(CHARTER_SOURCE_DIR "/tests/golden/matrix.md"));
}

TEST_CASE("our copy of the matrix is the agreed one") {
  const std::string agreed = CHARTER_SOURCE_DIR "/../shared/requirements/matrix.md";
  const auto copy = slurp(CHARTER_SOURCE_DIR "/tests/golden/matrix.md");
  CHECK(!copy.empty());
  if (std::filesystem::exists(agreed)) CHECK(copy == slurp(agreed));
}

}  // TEST_SUITE("rules/rulebooks")
