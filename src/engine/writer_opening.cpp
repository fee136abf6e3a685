// SPDX-License-Identifier: Apache-2.0
/// How a writer comes to its realm, and saves it for the next; `writer.cpp` has what it does in between.
#include <utility>

#include "charter/codec/rulebook_json.hpp"
#include "charter/codec/snapshot.hpp"
#include "charter/store/snapshot_store.hpp"
#include "opening.hpp"
#include "writer.hpp"

namespace charter::inline v0 {

std::optional<failure> writer::open() {
  if (auto fault = read_log()) return fault;
  return settle_rules();
}

std::optional<failure> writer::read_log() {
  const std::lock_guard turn(turn_);
  const auto end = store_->head();
  if (!end) return end.error();
  auto there = read_realm(*store_, end->last, *hash_, options_.on_warning);
  if (!there) return there.error();
  if (auto fault = check_head(*there, *end, *hash_)) return fault;
  tree_ = std::move(there->tree);
  publisher_.begin(there->world, tree_.size());
  return {};
}

std::optional<failure> writer::settle_rules() {
  const auto there = publisher_.committed().copy();
  if (!there.rules) {
    if (!options_.rules)
      return failure{failure_kind::no_rulebook,
                     "the log is empty; open it once with a rulebook in the options"};
    const context with{actor::platform()};
    const command what = realms::create{*options_.rules};
    commit_request founding{with, what, {}};
    const auto answer = execute(founding);
    if (answer) return {};
    if (const auto* fault = answer.error().as_failure()) return *fault;
    if (publisher_.committed().copy().rules) return settle_rules();  // another engine was faster
    return failure{failure_kind::no_rulebook,
                   "the rulebook in the options is not valid: " + answer.error().message()};
  }
  if (options_.rules && write_rulebook(*options_.rules) != write_rulebook(there.book()))
    return failure{failure_kind::rulebook_differs,
                   "the log is governed by the rulebook \"" + there.book().name +
                       "\", which differs from the one in the options; leave it out, or amend the realm's"};
  return {};
}

tl::expected<position, failure> writer::save_snapshot() {
  auto* const snapshots = store_->snapshots();
  if (!snapshots)
    return tl::unexpected(failure{failure_kind::unavailable, "this store does not keep snapshots"});
  replayed now;
  {
    const std::lock_guard turn(turn_);
    publisher_.await(tree_.size());
    now = {publisher_.committed().copy(), tree_};
  }
  // From here on beside the commits: the copy shares what they do not change.
  const auto hash = make_sha256_hasher();
  const auto source = [&](const byte_sink& sink) { return write_snapshot(now.world, now.tree, *hash, sink); };
  if (auto fault = snapshots->save(now.tree.size(), source)) return tl::unexpected(std::move(*fault));
  return now.tree.size();
}

}  // namespace charter::inline v0
