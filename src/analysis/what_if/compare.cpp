// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/compare.hpp"

#include <utility>

#include "../../engine/make_receipt.hpp"
#include "charter/record/advance_realm.hpp"

namespace charter::inline v0::analysis {

namespace {

/// The records that `decided` stands for, without what only a log gives them. REQUIRES: `head` is their last.
void write_down(position head, const decision_context& with, decided what, std::vector<record>& out) {
  auto at = head - what.drafts.size();
  for (auto& each : what.drafts) {
    record made;
    made.at_position = ++at;
    made.at = each.at;
    made.by = each.by;
    made.command = std::move(each.command);
    made.warnings = std::move(each.warnings);
    made.events = std::move(each.events);
    if (at == head && with.id) {
      made.command_id = with.id;
      made.digest = with.digest;
    }
    out.push_back(std::move(made));
  }
}

}  // namespace

comparison compare(const view& from, std::span<const proposed_command> commands, breadth how) {
  std::vector<result<receipt>> outcomes;
  std::vector<record> records;
  realm now = from.realm();
  for (const auto& each : commands) {
    realm next = now;
    auto done = advance_realm(next, each.with, each.what);
    if (!done) {
      outcomes.push_back(tl::unexpected(std::move(done.error().why)));
    } else if (done->repeats != 0) {
      outcomes.push_back(receipt{done->repeats, now.now, std::string(each.what.name()), {}, {}});
    } else {
      const auto from_here = records.size();
      write_down(next.head, each.with, std::move(*done), records);
      outcomes.push_back(make_receipt(std::span(records).subspan(from_here)));
      now = std::move(next);
    }
  }
  return {std::move(outcomes), effects_of(from, records, how)};
}

}  // namespace charter::inline v0::analysis
