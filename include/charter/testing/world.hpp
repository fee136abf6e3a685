// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A realm driven by commands without an engine or a store: what decide accepts is written as records and
/// folded in, and everything is counted.

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "charter/command/decide.hpp"
#include "charter/record/fold.hpp"
#include "charter/testing/moves.hpp"

namespace charter::inline v0::testing {

/// How often what was accepted and refused.
struct drive_counts {
  std::map<std::string, std::size_t> accepted;                        ///< by command
  std::map<std::string, std::size_t> repeated;                        ///< by command
  std::map<std::string, std::map<std::string, std::size_t>> refused;  ///< by command, then slug

  void add(const drive_counts& more) {
    for (const auto& [name, count] : more.accepted) accepted[name] += count;
    for (const auto& [name, count] : more.repeated) repeated[name] += count;
    for (const auto& [name, slugs] : more.refused)
      for (const auto& [slug, count] : slugs) refused[name][slug] += count;
  }
};

/// The records that an accepted command writes behind `head`. The command id belongs to the command's own
/// record, not to what was due in front of it.
inline std::vector<record> records_of(position head, const decision_context& with, const decided& done) {
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

/// Threads: like a value.
class driven_realm {
 public:
  /// Creates the realm with that rulebook: position 1. REQUIRES: rules::validate(book) is empty.
  explicit driven_realm(rules::rulebook book, instant start = instant{std::chrono::hours{24 * 365 * 56}}) {
    (void)execute({{actor::platform(), start, start, {}, {}}, realms::create{std::move(book)}});
  }

  const realm& world() const { return world_; }
  const std::vector<record>& records() const { return records_; }
  const drive_counts& counts() const { return counts_; }

  /// Decides; what is accepted becomes the next records.
  tl::expected<decided, refusal> execute(const attempt& next) {
    auto done = decide(world_, next.with, next.what);
    const std::string name(next.what.name());
    if (!done)
      ++counts_.refused[name][done.error().slug];
    else if (done->repeats != 0)
      ++counts_.repeated[name];
    else
      take(next, *done), ++counts_.accepted[name];
    return done;
  }

 private:
  void take(const attempt& next, const decided& done) {
    for (auto& each : records_of(world_.head, next.with, done)) {
      fold(world_, each);
      records_.push_back(std::move(each));
    }
  }

  realm world_;
  std::vector<record> records_;
  drive_counts counts_;
};

}  // namespace charter::inline v0::testing
