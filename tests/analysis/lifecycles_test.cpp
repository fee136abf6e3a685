// SPDX-License-Identifier: Apache-2.0
// Lifecycles as graphs: the machines' own are sound, and each fault is found.
#include "charter/analysis/lifecycles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

TEST_SUITE("analysis/lifecycles") {

using namespace charter::analysis;

namespace {

std::vector<std::string> slugs(const named_lifecycle& it) {
  std::vector<std::string> out;
  for (const auto& each : check_lifecycle(it)) out.push_back(each.slug + " " + each.about);
  return out;
}

named_lifecycle door() {
  return {"door",
          {{"shut", "open"}, {{"shut", "workspace.archive", "open"}, {"open", "workspace.created", "shut"}}}};
}

}  // namespace

TEST_CASE("the machines' own lifecycles have final states and no faults") {
  std::vector<std::string> all;
  for (const auto& each : lifecycles())
    for (const auto& one : slugs(each)) all.push_back(one);
  CHECK(all == std::vector<std::string>{"final_state workspace.archived", "final_state invitation.accepted",
                                        "final_state invitation.revoked", "final_state invitation.void",
                                        "final_state job.closed", "final_state job.discarded",
                                        "final_state run.succeeded", "final_state run.failed",
                                        "final_state run.cancelled"});
}

TEST_CASE("a lifecycle without faults") { CHECK(slugs(door()).empty()); }

TEST_CASE("states that nothing leads to or out of") {
  auto it = door();
  it.table.states.push_back("locked");
  CHECK(slugs(it) == std::vector<std::string>{"unreachable_state door.locked"});
  // The witness is the absence of a way: with a transition there the finding goes.
  it.table.transitions.push_back({"shut", "workspace.archived", "locked"});
  CHECK(slugs(it) == std::vector<std::string>{"final_state door.locked"});
  CHECK(draw_lifecycle(it).nodes[2].stroke == stroke::faint);
}

TEST_CASE("transitions that are there twice, or lead to two states") {
  auto it = door();
  it.table.transitions.push_back(it.table.transitions[0]);
  CHECK(slugs(it) == std::vector<std::string>{"duplicate_transition door.workspace.archive"});
  it.table.transitions[2].to = "shut";
  CHECK(slugs(it) == std::vector<std::string>{"ambiguous_transition door.workspace.archive"});
  CHECK(check_lifecycle(it)[0].witness ==
        std::vector<std::string>{"shut -- workspace.archive -> open", "shut -- workspace.archive -> shut"});
}

TEST_CASE("names of nothing") {
  auto it = door();
  it.table.transitions[1].on = "door.kick";
  CHECK(slugs(it) == std::vector<std::string>{"unknown_trigger door.door.kick"});
  it = door();
  it.table.transitions[1].to = "ajar";
  CHECK(slugs(it) == std::vector<std::string>{"unknown_state door.ajar", "final_state door.open"});
  CHECK(slugs({"nothing", {}}).empty());
}

TEST_CASE("a lifecycle as a picture") {
  const auto all = lifecycles();
  const auto job = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.name == "job"; });
  const auto picture = draw_lifecycle(*job);
  CHECK(picture.nodes.size() == 6);
  CHECK(picture.edges.size() == job->table.transitions.size());
  CHECK(to_mermaid(picture).find("|\"job.request_approval\"|") != std::string::npos);
}

}  // TEST_SUITE("analysis/lifecycles")
