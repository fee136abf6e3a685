// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading the log into a realm, and what is said when that cannot be done.

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "charter/audit/frontier.hpp"
#include "charter/codec/snapshot.hpp"
#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

failure corrupt_at(position where, const std::string& why);

using replayed = snapshot;  ///< a realm and the tree of the records that led to it

/// Brings `into` from its head to `last`; the records go to `kept` too, if it is not null.
/// Fails: what the store says; corrupt or newer_format with the position, and then `into` is of no use.
std::optional<failure> read_into(event_store& store, replayed& into, position last, tree_hasher& hash,
                                 std::vector<record>* kept = nullptr);

/// Whether the records read are those that the head of the log was written for. REQUIRES: `it` was read to
/// `head.last`. Cost: a few hashes.
std::optional<failure> check_head(const replayed& it, const log_head& head, tree_hasher& hash);

/// The one or two records of an append whose last is at `at`: what was due goes in front of a command.
tl::expected<std::vector<record>, failure> read_append(event_store& store, position at);

}  // namespace charter::inline v0
