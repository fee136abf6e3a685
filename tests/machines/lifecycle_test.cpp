// SPDX-License-Identifier: Apache-2.0
// What must hold of every lifecycle table, whichever room it is of.
#include "charter/machines/lifecycle.hpp"

#include <doctest/doctest.h>

#include <set>

#include "charter/machines/directory/state.hpp"
#include "charter/machines/invitation/state.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/machines/run/state.hpp"
#include "charter/machines/workspace/state.hpp"

TEST_SUITE("machines/lifecycle") {

using namespace charter;

namespace {

template <class Status, std::size_t N>
std::set<Status> reached_from(Status start, const transition<Status> (&table)[N]) {
  std::set<Status> seen{start};
  for (std::size_t before = 0; before != seen.size();) {
    before = seen.size();
    for (const auto& row : table)
      if (seen.contains(row.from)) seen.insert(row.to);
  }
  return seen;
}

/// Every status but `last_ones` has a way on, all are reached, and no row is written twice.
template <class Status, std::size_t N>
void check_table(Status start, const transition<Status> (&table)[N], const std::set<Status>& last_ones) {
  const auto reached = reached_from(start, table);
  CHECK(reached.size() == enum_names<Status>::names.size());
  for (const auto each : reached) {
    CAPTURE(to_text(each));
    bool leads_on = false;
    for (const auto& row : table) leads_on = leads_on || row.from == each;
    CHECK(leads_on != last_ones.contains(each));
  }
  for (std::size_t a = 0; a < N; ++a)
    for (std::size_t b = 0; b < a; ++b)
      CHECK_FALSE((table[a].from == table[b].from && table[a].on == table[b].on));
}

}  // namespace

TEST_CASE("every status is reached, and only the documented ones are ends [D07, D17]") {
  check_table(user::status::active, user::lifecycle, {});
  check_table(workspace::status::pending, workspace::lifecycle, {workspace::status::archived});
  check_table(invitation::status::pending, invitation::lifecycle,
              {invitation::status::accepted, invitation::status::revoked, invitation::status::void_});
  check_table(job::status::draft, job::lifecycle, {job::status::closed, job::status::discarded});
  check_table(run::status::queued, run::lifecycle,
              {run::status::succeeded, run::status::failed, run::status::cancelled});
}

TEST_CASE("a table answers for its rows and for nothing else") {
  CHECK(may_move(workspace::lifecycle, workspace::status::pending, "workspace.activated"));
  CHECK(move(workspace::lifecycle, workspace::status::pending, "workspace.activated") ==
        workspace::status::active);
  CHECK_FALSE(may_move(workspace::lifecycle, workspace::status::active, "workspace.activated"));
  CHECK_FALSE(may_move(workspace::lifecycle, workspace::status::archived, "workspace.archive"));
  CHECK(move(workspace::lifecycle, workspace::status::archived, "workspace.archive") ==
        workspace::status::archived);
}

}  // TEST_SUITE("machines/lifecycle")
