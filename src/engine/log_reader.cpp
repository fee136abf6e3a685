// SPDX-License-Identifier: Apache-2.0
#include "log_reader.hpp"

#include <string_view>
#include <utility>

#include "charter/audit/batch_head.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/record/admit.hpp"

namespace charter::inline v0 {

failure corrupt_at(position where, const std::string& why) {
  if (why.starts_with(newer_record))
    return {failure_kind::newer_format, "record " + std::to_string(where) + " of the log: " + why};
  return {failure_kind::corrupt, "record " + std::to_string(where) + " of the log is damaged: " + why +
                                     "; restore the log from a backup or another replica"};
}

std::optional<failure> read_into(event_store& store, replayed& into, position last, tree_hasher& hash,
                                 std::vector<record>* kept) {
  std::optional<failure> fault;
  const auto visit = [&](position at, record_bytes bytes) {
    auto parsed = read_record(bytes);
    if (!parsed) {
      fault = corrupt_at(at, parsed.error());
    } else if (auto why = replay(into.world, *parsed)) {
      fault = corrupt_at(at, *why);
    } else {
      into.tree.push(hash.leaf(bytes), hash);
      if (kept) kept->push_back(std::move(*parsed));
    }
    return !fault && at < last;
  };
  while (!fault && into.world.head < last) {
    const auto before = into.world.head;
    const auto reached = store.read(before, static_cast<std::size_t>(last - before), visit);
    if (!reached) return reached.error();
    if (!fault && into.world.head == before) return corrupt_at(before + 1, "it is missing");
  }
  return fault;
}

std::optional<failure> check_head(const replayed& it, const log_head& head, tree_hasher& hash) {
  if (head.last == 0) return {};
  const auto kept = read_batch_head(head.bytes);
  if (kept && kept->root == it.tree.root(hash)) return {};
  return failure{failure_kind::corrupt,
                 "the log's " + std::to_string(head.last) +
                     " records are not those that were written: one was altered, or the log was cut and "
                     "written on; restore it from a backup or another replica"};
}

tl::expected<std::vector<record>, failure> read_append(event_store& store, position at) {
  std::vector<record> found;
  std::optional<failure> fault;
  const auto visit = [&](position where, record_bytes bytes) {
    auto parsed = read_record(bytes);
    if (parsed)
      found.push_back(std::move(*parsed));
    else
      fault = corrupt_at(where, parsed.error());
    return parsed.has_value();
  };
  const auto done = store.read(at > 1 ? at - 2 : 0, at > 1 ? 2 : 1, visit);
  if (!done) return tl::unexpected(done.error());
  if (fault) return tl::unexpected(std::move(*fault));
  if (found.empty()) return tl::unexpected(corrupt_at(at, "it is missing"));
  // Records of one command carry one origin.
  if (found.size() == 2 && found[0].origin != found[1].origin) found.erase(found.begin());
  return found;
}

}  // namespace charter::inline v0
