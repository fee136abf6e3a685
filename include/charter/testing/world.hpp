// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A realm driven by commands without an engine or a store: what decide accepts is written as records and
/// folded in, and everything is counted.

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "charter/command/decision.hpp"
#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"
#include "charter/testing/attempt.hpp"

namespace charter::inline v0::testing {

/// How often what was accepted and refused.
struct drive_counts {
  std::map<std::string, std::size_t> accepted;                        ///< by command
  std::map<std::string, std::size_t> repeated;                        ///< by command
  std::map<std::string, std::map<std::string, std::size_t>> refused;  ///< by command, then slug

  void add(const drive_counts& more);
};

/// As `decide` answers.
tl::expected<decided, refusal> decide_attempt(const realm& world, const attempt& next);

/// The records that an accepted command writes behind `head`. The command id belongs to the command's own
/// record, not to what was due in front of it.
std::vector<record> records_of(position head, const decision_context& with, const decided& done);

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
  tl::expected<decided, refusal> execute(const attempt& next);

 private:
  realm world_;
  std::vector<record> records_;
  drive_counts counts_;
};

}  // namespace charter::inline v0::testing
