// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A realm as bytes, with the tree of the log that led to it: what opening can start from instead of the
/// first record. A cache: the log says the same, and reading it again is always right.

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "charter/audit/frontier.hpp"
#include "charter/realm/realm.hpp"
#include "charter/store/snapshot_store.hpp"

namespace charter::inline v0 {

/// PERSISTED: how a snapshot is laid out, and what folding a log comes to. Raise it when either changes: what
/// an older build has saved is then passed over.
inline constexpr std::uint32_t snapshot_format = 1;

/// A realm and the tree of the records that led to it.
struct snapshot {
  realm world;
  frontier tree;
};

/// Writes the realm in pieces of up to 1 MiB (docs/decisions/0019). Equal realms give equal bytes. Answers
/// whether `sink` took all of them; nothing is given to it after it has said no.
/// Threads: `world` may be an O(1) copy in a thread of its own, while the realm goes on.
/// Cost:    O(realm), and one piece of memory.
/// REQUIRES: tree.size() == world.head, and that is not 0.
bool write_snapshot(const realm& world, const frontier& tree, tree_hasher& hash, const byte_sink& sink);

/// Reads what `write_snapshot` wrote, or says in a sentence why it is of no use: damaged, or written by
/// another release or for states of another form. Any bytes may be given. What is read is fit to be folded
/// into, but whether it is this log's is for the caller to find out, by the root of the tree.
/// Threads: any. Cost: O(bytes): all are hashed before the first is believed; memory by what they hold.
tl::expected<snapshot, std::string> read_snapshot(std::string_view bytes, tree_hasher& hash);

}  // namespace charter::inline v0
