// SPDX-License-Identifier: Apache-2.0
#include "opening.hpp"

#include <optional>
#include <utility>

#include "charter/audit/batch_head.hpp"
#include "charter/codec/snapshot.hpp"
#include "charter/store/snapshot_store.hpp"

namespace charter::inline v0 {

namespace {

/// Whether the log was there when the snapshot was taken: nothing if it was, else what is wrong.
std::optional<std::string> differs_from_log(event_store& store, const frontier& tree, tree_hasher& hash) {
  std::optional<batch_head> kept;
  const auto at = tree.size();
  const auto shown = store.heads(at - 1, 1, [&](const log_head& each) {
    if (each.last == at) kept = read_batch_head(each.bytes);
    return false;
  });
  if (!shown) return shown.error().what;
  if (!kept) return "no head was kept for its position";
  if (kept->root != tree.root(hash)) return "it is of another log";
  return {};
}

}  // namespace

tl::expected<replayed, failure> read_realm(event_store& store, position last, tree_hasher& hash,
                                           const warning_sink& warn) {
  const auto pass_over = [&](position at, const std::string& why) {
    if (warn) warn("the snapshot at record " + std::to_string(at) + " is passed over: " + why);
  };
  std::vector<position> known;
  if (auto* snapshots = store.snapshots())
    if (auto listed = snapshots->list()) known = std::move(*listed);
  for (const auto at : known) {
    if (at > last) continue;
    const auto bytes = store.snapshots()->load(at);
    if (!bytes) {
      pass_over(at, bytes.error().what);
      continue;
    }
    auto found = read_snapshot(*bytes, hash);
    if (!found) {
      pass_over(at, found.error());
      continue;
    }
    if (auto why = differs_from_log(store, found->tree, hash)) {
      pass_over(at, *why);
      continue;
    }
    if (auto fault = read_into(store, *found, last, hash)) return tl::unexpected(std::move(*fault));
    return std::move(*found);
  }
  replayed out;
  if (auto fault = read_into(store, out, last, hash)) return tl::unexpected(std::move(*fault));
  return out;
}

}  // namespace charter::inline v0
