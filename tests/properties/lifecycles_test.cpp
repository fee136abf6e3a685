// SPDX-License-Identifier: Apache-2.0
// The machines' tables say all that happens, and nothing else: no thing moves as no row says, and every row
// is taken.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <utility>

#include "charter/codec/command_json.hpp"
#include "charter/testing/sample_rulebooks.hpp"
#include "drive.hpp"
#include "lifecycle_watch.hpp"

TEST_SUITE("properties/lifecycles") {

namespace {

/// Tells the story; each of its records is held against the tables.
properties::rows_taken watch(const properties::story& told) {
  properties::rows_taken taken;
  properties::stage here(told.rulebook);
  auto before = here.world();
  for (const auto& each_move : told.moves) {
    const auto next = here.think_of(each_move);
    for (const auto& each : here.perform(next).records) {
      auto after = before;
      properties::fold_in(after, each);
      properties::lifecycle_watch(next.what, each, taken).compare(before, after);
      before = after;
    }
  }
  return taken;
}

properties::rows_taken all_rows() {
  using namespace charter;
  properties::rows_taken out;
  for (std::size_t i = 0; i < enum_names<queries::machine>::names.size(); ++i) {
    const auto which = static_cast<queries::machine>(i);
    for (const auto& row : queries::describe(which).transitions)
      out.insert(properties::row_text(to_text(which), row));
  }
  return out;
}

/// What random moves seldom come to: by other rules a review is satisfied that was not, since one person's
/// approval counts in two groups.
properties::story relaxed_rules() {
  const auto& books = charter::testing::sample_rulebooks();
  const auto strict = std::find_if(books.begin(), books.end(),
                                   [](const auto& each) { return each.name == "strict_reviews"; });
  properties::story out{static_cast<std::size_t>(strict - books.begin()), {}};
  const auto at = charter::parse_instant("2026-03-02T09:00:00Z").value();
  for (
      const auto* each :
      {R"({"as":"operator","do":"organization.create","with":{"key":"lab","name":"Lab"}})",
       R"({"as":"host","do":"user.provision","with":{"key":"ann","email":"a@lab.org","organization":"lab"}})",
       R"({"as":"host","do":"user.provision","with":{"key":"ben","email":"b@lab.org","organization":"lab"}})",
       R"({"as":"host","do":"user.provision","with":{"key":"cid","email":"c@lab.org","organization":"lab"}})",
       R"({"as":"host","do":"user.record_sign_in","with":{"user":"ann"}})",
       R"({"as":"host","do":"user.record_sign_in","with":{"user":"ben"}})",
       R"({"as":"host","do":"user.record_sign_in","with":{"user":"cid"}})",
       R"({"as":"operator","do":"role.assign","with":{"user":"ann","role":"organization_admin"}})",
       R"({"as":"ann","do":"role.assign","with":{"user":"ann","role":"workspace_admin"}})",
       R"({"as":"ann","do":"workspace.create","with":{"key":"study","organization":"lab","kind":"analytics",
            "name":"Study","members":[{"user":"ben"},{"user":"cid"}],"approval_policy":{"mode":"groups","groups":[
            {"name":"one","minimum":1,"members":["ann","cid"]},
            {"name":"two","minimum":1,"members":["ann","cid"]}]}}})",
       R"({"as":"ben","do":"job.create","with":{"key":"job","workspace":"study","name":"Job",
            "content_digest":"sha256:a1"}})",
       R"({"as":"ben","do":"job.request_approval","with":{"job":"job"}})",
       R"({"as":"ann","do":"job.approve","with":{"job":"job","revision":1}})",
       R"({"as":"operator","do":"realm.amend_rulebook","with":{"rulebook":"opaque_open"}})"}) {
    auto read = charter::read_command(each).value();
    out.moves.push_back({0, charter::testing::attempt{{read.with.as, at, at}, std::move(read.what)}});
  }
  return out;
}

}  // namespace

TEST_CASE("no thing moves as its lifecycle does not say [D07, D17]") {
  CHECK(properties::holds("lifecycles", [](const properties::story& told) { watch(told); }));
}

TEST_CASE("every row of every lifecycle is taken") {
  auto missing = all_rows();
  CHECK(missing.size() > 35);
  for (const auto& each : watch(relaxed_rules())) missing.erase(each);
  constexpr std::size_t most_stories = 400;
  for (std::size_t i = 0; i < most_stories && !missing.empty(); ++i) {
    std::mt19937_64 engine(i);
    properties::story told{i, std::vector<properties::move>(200)};
    for (auto& each : told.moves) each.seed = engine();
    for (const auto& each : watch(told)) missing.erase(each);
  }
  for (const auto& each : missing) FAIL_CHECK("never taken: " << each);
}

}  // TEST_SUITE("properties/lifecycles")
