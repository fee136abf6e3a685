// SPDX-License-Identifier: Apache-2.0
// Integrations, datasets, data policies.
#include "charter/machines/asset/rules.hpp"

#include <doctest/doctest.h>

TEST_SUITE("machines/asset") {

using namespace charter;
using machine = asset::machine;

namespace {
constexpr workspace_id study{1}, trial{2};
}

TEST_CASE("an update changes what it names and keeps the rest") {
  asset::state it;
  it.details = asset::details{"k", "Model", "old", "sha-1"};
  integration::updated what;
  what.content_digest = "sha-2";
  machine::apply(it, what);
  CHECK(*it.details == asset::details{"k", "Model", "old", "sha-2"});
}

TEST_CASE("a removed asset is shared nowhere") {
  asset::state it;
  machine::share(it, study);
  machine::share(it, trial);
  machine::unshare(it, study);
  CHECK_FALSE(it.is_shared_to(study));
  CHECK(it.is_shared_to(trial));
  machine::remove(it);
  CHECK(it.removed);
  CHECK_FALSE(it.is_shared_to(trial));
}

TEST_CASE("a data policy covers what it names, all of it, while it stands [D32]") {
  const auto columns = [](std::vector<std::string> names) { return column_set{std::move(names)}; };
  data_policy::state it;
  it.terms = data_policy::terms{"", {study}, {rules::work::job}, columns({"age", "sex"})};
  CHECK(it.covers(study, rules::work::job, columns({"age"})));
  CHECK_FALSE(it.covers(trial, rules::work::job, columns({"age"})));
  CHECK_FALSE(it.covers(study, rules::work::workflow, columns({"age"})));
  CHECK_FALSE(it.covers(study, rules::work::job, columns({"age", "name"})));
  it.removed = true;
  CHECK_FALSE(it.covers(study, rules::work::job, columns({"age"})));
}

}  // TEST_SUITE("machines/asset")
