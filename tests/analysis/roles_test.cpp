// SPDX-License-Identifier: Apache-2.0
// Roles: each finding is there with its witness, and what it says holds when it is tried.
#include "charter/analysis/roles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("analysis/roles") {

using namespace charter;
using namespace charter::analysis;

namespace {

using rules::role_definition;
using rules::role_scope;
using words = std::vector<std::string>;

/// Organization roles given by the operator; each inherits those named.
rules::rulebook book_of(const std::vector<std::pair<std::string, words>>& roles) {
  rules::rulebook out{"test"};
  for (const auto& [name, inherits] : roles)
    out.roles.push_back({name, role_scope::organization, inherits, false, words{"operator"}});
  return out;
}
void grant(rules::rulebook& to, const std::string& role, const std::string& permission,
           std::vector<rules::alternative> ways = {{}}) {
  to.grants.push_back({role, {{permission, std::move(ways)}}});
}

std::vector<finding> of_kind(const std::vector<finding>& all, const std::string& slug) {
  std::vector<finding> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const finding& it) { return it.slug == slug; });
  return out;
}
std::vector<finding> of_kind(const rules::rulebook& book, const std::string& slug) {
  return of_kind(check_roles(book), slug);
}
/// What would be different: nothing, if an entry was redundant.
std::size_t changes(const rules::rulebook& a, const rules::rulebook& b) {
  return changes_between(a, b).size();
}

}  // namespace

TEST_CASE("inheritance that goes round is told in order") {
  const auto book = book_of({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}, {"d", {"a"}}, {"e", {"e"}}});
  const auto found = of_kind(book, "inheritance_cycle");
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == severity::serious);
  CHECK(found[0].about == "roles.a.inherits");
  CHECK(found[0].witness == words{"a", "b", "c", "a"});
  CHECK(found[1].witness == words{"e", "e"});
  auto mended = book;
  mended.roles[2].inherits.clear();  // as the fix says: a out of what c inherits
  mended.roles[4].inherits.clear();
  CHECK(of_kind(mended, "inheritance_cycle").empty());
}

TEST_CASE("a role that is not declared") {
  const auto found = of_kind(book_of({{"a", {"ghost"}}}), "unknown_role");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "a inherits ghost, which is not declared.");
  CHECK(check_roles({}).size() == engine_permissions.size());  // nothing but permissions of nobody
}

TEST_CASE("inheritance that another way gives already") {
  auto book = book_of({{"a", {"b", "c", "d"}}, {"b", {"c"}}, {"c", {"d"}}, {"d", {}}});
  grant(book, "d", "job.view");
  const auto found = of_kind(book, "redundant_inheritance");
  REQUIRE(found.size() == 2);
  CHECK(found[0].about == "roles.a.inherits");
  for (const auto& each : found) {
    REQUIRE(each.witness.size() >= 3);
    CHECK(each.witness.front() == "a");
    auto without = book;
    std::erase(without.roles[0].inherits, each.witness.back());
    CHECK(changes(book, without) == 0);
    // Each step of the way is there.
    for (std::size_t i = 0; i + 1 < each.witness.size(); ++i) {
      const auto role = std::find_if(book.roles.begin(), book.roles.end(),
                                     [&](const auto& it) { return it.name == each.witness[i]; });
      CHECK(std::count(role->inherits.begin(), role->inherits.end(), each.witness[i + 1]) == 1);
    }
  }
}

TEST_CASE("a grant that is inherited already") {
  auto book = book_of({{"a", {"b"}}, {"b", {}}});
  grant(book, "a", "job.view", {{{condition::member}}});
  grant(book, "b", "job.view");
  const auto found = of_kind(book, "redundant_grant");
  REQUIRE(found.size() == 1);
  CHECK(found[0].about == "grants.a.job.view[0]");
  CHECK(found[0].witness == words{"a", "b"});
  auto without = book;
  without.grants.erase(without.grants.begin());
  CHECK(changes(book, without) == 0);

  SUBCASE("not where it asks for less") {
    book.grants[1].grants[0].alternatives[0].if_ = {condition::member, condition::creator};
    CHECK(of_kind(book, "redundant_grant").empty());
  }
  SUBCASE("not where a workspace role is inherited, which counts in few places") {
    book.roles[1].scope = role_scope::workspace;
    CHECK(of_kind(book, "redundant_grant").empty());
  }
  SUBCASE("also where everyone has it") {
    book.roles[0].inherits.clear();
    book.roles[1].default_ = true;
    CHECK(of_kind(book, "redundant_grant").size() == 1);
  }
}

TEST_CASE("an alternative beside a weaker one") {
  auto book = book_of({{"a", {}}});
  grant(book, "a", "job.view",
        {{{condition::member, condition::creator}},
         {{condition::member}},
         {{condition::member}, {"analytics"}}});
  const auto found = of_kind(book, "shadowed_grant");
  REQUIRE(found.size() == 2);
  CHECK(found[0].about == "grants.a.job.view[0]");
  CHECK(found[0].witness == words{"grants.a.job.view[1]"});
  CHECK(found[1].about == "grants.a.job.view[2]");
  auto without = book;
  auto& ways = without.grants[0].grants[0].alternatives;
  ways = {ways[1]};
  CHECK(changes(book, without) == 0);
}

TEST_CASE("roles that nobody can come to hold") {
  auto book = book_of({{"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}});
  book.roles[1].assigned_by = words{"c"};
  book.roles[2].assigned_by = words{"b"};  // each waits for the other
  book.roles[3].assigned_by = words{"a"};
  const auto found = of_kind(book, "unused_role");
  REQUIRE(found.size() == 2);
  CHECK(found[0].about == "roles.b");
  CHECK(found[0].witness == words{"c"});
  book.roles[2].assigned_by->push_back("host");
  CHECK(of_kind(book, "unused_role").empty());
}

TEST_CASE("what nobody may, and what people give themselves") {
  auto book = book_of({{"a", {}}});
  grant(book, "a", "job.view");
  book.permissions.push_back({"files.read"});
  auto nobodys = of_kind(book, "permission_of_nobody");
  CHECK(nobodys.size() == engine_permissions.size());  // all but one, and one of its own
  CHECK(nobodys.back().about == "files.read");
  book.roles[0].self_assign = true;
  const auto own = of_kind(book, "self_assigned_role");
  REQUIRE(own.size() == 1);
  CHECK(own[0].witness == words{"operator"});
}

TEST_CASE("who reaches a permission, and by which way") {
  const auto all = paths_to(rulebooks::openhexa(), "job.create");
  REQUIRE(all);
  std::map<std::string, words> paths;
  for (const auto& each : *all) paths[each.role] = each.path;
  CHECK(paths == std::map<std::string, words>{
                     {"organization_owner", {"organization_owner", "organization_admin", "admin", "editor"}},
                     {"organization_admin", {"organization_admin", "admin", "editor"}},
                     {"admin", {"admin", "editor"}},
                     {"editor", {"editor"}}});
  // Another name for the same.
  CHECK(paths_to(rulebooks::openhexa(), "pipeline.create")->size() == 4);
  const auto decide = paths_to(rulebooks::opaque_open(), "job.decide");
  REQUIRE(decide->size() == 1);
  CHECK(decide->front().conditions == words{"member", "approver"});
  CHECK(paths_to(rulebooks::opaque_open(), "job.dance").error().slug == "unknown_permission");
}

TEST_CASE("what changes between two rulebooks") {
  CHECK(changes(rulebooks::opaque_open(), rulebooks::opaque_open()) == 0);
  const auto before = book_of({{"a", {"b"}}, {"b", {}}});
  auto after = before;
  grant(after, "b", "job.view", {{{condition::member}}});
  auto found = changes_between(before, after);
  REQUIRE(found.size() == 2);  // b, and a by inheritance
  CHECK(found[0].role == "a");
  CHECK(found[0].gained);
  CHECK(found[0].conditions == words{"member"});
  found = changes_between(after, before);
  REQUIRE(found.size() == 2);
  CHECK(!found[0].gained);
  after.grants[0].grants[0].alternatives[0].if_.clear();
  auto less = after;
  less.grants[0].grants[0].alternatives[0].if_ = {condition::creator};
  // Whoever may always loses that, and gains nothing by a condition.
  found = changes_between(after, less);
  CHECK(found.size() == 2);
  CHECK(std::none_of(found.begin(), found.end(), [](const auto& each) { return each.gained; }));
}

TEST_CASE("the shipped rulebooks") {
  for (const auto name : rulebooks::shipped_names) {
    const auto& book = *rulebooks::find_shipped(name);
    const auto found = check_roles(book);
    CHECK(std::none_of(found.begin(), found.end(),
                       [](const finding& it) { return it.severity != severity::note; }));
    // Whatever is called redundant or shadowed can go.
    for (const auto& each : found) {
      if (each.slug != "redundant_grant" && each.slug != "shadowed_grant") continue;
      auto without = book;
      for (auto& role : without.grants)
        for (auto& one : role.grants)
          for (std::size_t i = 0; i < one.alternatives.size(); ++i)
            if (each.about == "grants." + role.role + "." + one.permission + "[" + std::to_string(i) + "]") {
              one.alternatives.erase(one.alternatives.begin() + static_cast<std::ptrdiff_t>(i));
              break;
            }
      // What the default role gives belongs to all, but is no part of what another role reaches.
      const auto lost = changes_between(book, without);
      const auto is_default = [&](const std::string& role) {
        return std::any_of(book.roles.begin(), book.roles.end(),
                           [&](const auto& it) { return it.name == role && it.default_; });
      };
      if (!is_default(each.witness.back())) CHECK_MESSAGE(lost.empty(), each.about);
    }
  }
  CHECK(of_kind(rulebooks::opaque_open(), "self_assigned_role").size() == 1);
}

TEST_CASE("inheritance that is named twice") {
  const auto found =
      of_kind(book_of({{"a", {"b", "b"}}, {"b", {}}, {"c", {"a", "b", "b"}}}), "redundant_inheritance");
  REQUIRE(found.size() == 3);
  CHECK(found[0].message == "a inherits b twice.");
  CHECK(found[0].witness == words{"a", "b"});
  CHECK(found[0].fix == "Name b once.");
  CHECK(found[1].witness == words{"c", "a", "b"});
  CHECK(found[2].message == "c inherits b twice.");
}

TEST_CASE("a rulebook of ten thousand roles") {
  rules::rulebook book{"large"};
  for (std::size_t i = 0; i < 10'000; ++i) {
    role_definition role{"r" + std::to_string(i), role_scope::organization, {}, false, words{"operator"}};
    for (std::size_t k = 1; k <= 10; ++k)
      role.inherits.push_back("r" + std::to_string(i + 1 + (i * 7 + k * k * 31) % 97));
    std::sort(role.inherits.begin(), role.inherits.end());
    role.inherits.erase(std::unique(role.inherits.begin(), role.inherits.end()), role.inherits.end());
    std::erase_if(role.inherits, [](const auto& name) { return std::stoul(name.substr(1)) >= 10'000; });
    book.roles.push_back(std::move(role));
  }
  const auto found = check_roles(book);
  const auto redundant = of_kind(found, "redundant_inheritance");
  CHECK(redundant.size() == 1001);  // a thousand, and how many there are
  CHECK(redundant.back().message.find("findings of this kind") != std::string::npos);
  CHECK(of_kind(found, "inheritance_cycle").empty());
}

TEST_CASE("the roles as a picture") {
  const auto picture = draw_roles(book_of({{"a", {"b"}}, {"b", {"a"}}, {"c", {"a"}}}));
  REQUIRE(picture.edges.size() == 3);
  CHECK(picture.edges[0].stroke == stroke::marked);
  CHECK(picture.edges[2].stroke == stroke::plain);
  CHECK(picture.nodes[2].group == "in an organization");
}

}  // TEST_SUITE("analysis/roles")
