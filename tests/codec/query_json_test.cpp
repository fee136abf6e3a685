// SPDX-License-Identifier: Apache-2.0
// Queries and answers as JSON.
#include <doctest/doctest.h>

#include <charter/codec/query_json.hpp>

#include "../access/small_realm.hpp"

TEST_SUITE("codec/query_json") {

using namespace small;

namespace {

struct solo : builder {
  solo() : builder(rulebooks::opaque_open()) {}

  organization_id lab = organization("lab");
  user_id alice = user("alice", lab, {"workspace_admin"});
  workspace_id study = workspace("study", lab, alice);

  std::string ask(std::string_view query, std::string_view with) const {
    const auto answer = answer_query(world, query, with, {"alice", {}});
    return answer ? *answer : answer.error().slug + " " + path_of(answer.error());
  }
  static std::string path_of(const refusal& no) {
    for (const auto& each : no.details)
      if (each.name == "path") return std::get<std::string>(each.value);
    return {};
  }
};

}  // namespace

TEST_CASE("what an answer does not have is null, lists stay lists") {
  const solo it;
  CHECK(it.ask("list_members", R"({"workspace": "study"})") ==
        R"({"items":[{"user":"alice","email":"alice@lab.org","organizations":["lab"],"role":null,)"
        R"("status":"active","until":null}],"next":null})");
  CHECK(it.ask("check", R"({"user": "alice", "permission": "job.create", "workspace": "study"})") ==
        R"({"allowed":true})");
  CHECK(it.ask("where_may", R"({"user": "alice", "permission": "job.create"})") ==
        R"({"items":[{"workspace":"study","organization":null}],"next":null})");
}

TEST_CASE("policies stand as commands write them, properties as one object") {
  solo it;
  it.happens(workspace::property_set{it.study, "n", std::int64_t{7}});
  const auto text = it.ask("workspace", R"({"workspace": "study"})");
  CHECK(text.find(R"("approval_policy":{"mode":"all"})") != std::string::npos);
  CHECK(text.find(R"("properties":{"n":7})") != std::string::npos);
  CHECK(text.find(R"("description":null)") != std::string::npos);
}

TEST_CASE("an unknown query, an unknown field, a missing one and an ill-typed one") {
  const solo it;
  CHECK(it.ask("everything", "{}") == "malformed query");
  CHECK(it.ask("workspace", "") == "malformed workspace");
  CHECK(it.ask("workspace", R"({"workspace": "study", "colour": "red"})") == "unknown_field colour");
  CHECK(it.ask("list_members", R"({"workspace": "study", "limit": "two"})") == "malformed limit");
  CHECK(it.ask("list_invitations", R"({"workspace": "study", "status": ["open"]})") == "malformed status[0]");
  CHECK(it.ask("workspace", "7") == "malformed ");
}

TEST_CASE("the rulebook is the document itself") {
  const solo it;
  CHECK(it.ask("rulebook", "").starts_with(R"({"charter_rulebook":)"));
}

}  // TEST_SUITE("codec/query_json")
