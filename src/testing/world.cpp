// SPDX-License-Identifier: Apache-2.0
#include "charter/testing/world.hpp"

#include "charter/record/advance_realm.hpp"
#include "charter/record/fold.hpp"

namespace charter::inline v0::testing {

void drive_counts::add(const drive_counts& more) {
  for (const auto& [name, count] : more.accepted) accepted[name] += count;
  for (const auto& [name, count] : more.repeated) repeated[name] += count;
  for (const auto& [name, slugs] : more.refused)
    for (const auto& [slug, count] : slugs) refused[name][slug] += count;
}

tl::expected<decided, refusal> decide_attempt(const realm& world, const attempt& next) {
  realm copy = world;
  auto done = advance_realm(copy, next.with, next.what);
  if (!done) return tl::unexpected(std::move(done.error().why));
  return std::move(*done);
}

std::vector<record> records_of(position head, const decision_context& with, const decided& done) {
  std::vector<record> out;
  for (const auto& each : done.drafts) {
    record made;
    made.at_position = ++head;
    made.at = each.at;
    made.by = each.by;
    made.origin = "test:" + std::to_string(head);
    made.command = each.command;
    made.warnings = each.warnings;
    made.events = each.events;
    if (&each == &done.drafts.back() && with.id) {
      made.command_id = with.id;
      made.digest = with.digest;
    }
    out.push_back(std::move(made));
  }
  return out;
}

tl::expected<decided, refusal> driven_realm::execute(const attempt& next) {
  auto done = decide_attempt(world_, next);
  const std::string name(next.what.name());
  if (!done) {
    ++counts_.refused[name][done.error().slug];
  } else if (done->repeats != 0) {
    ++counts_.repeated[name];
  } else {
    ++counts_.accepted[name];
    for (auto& each : records_of(world_.head, next.with, *done)) {
      fold(world_, each);
      records_.push_back(std::move(each));
    }
  }
  return done;
}

}  // namespace charter::inline v0::testing
