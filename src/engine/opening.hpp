// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From a store to a realm: from its newest snapshot that is of use, else from the first record.

#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "charter/store/event_store.hpp"
#include "log_reader.hpp"

namespace charter::inline v0 {

/// Hears, in a sentence, of a snapshot that was passed over.
using warning_sink = std::function<void(const std::string&)>;

/// The realm as of record `last`. A snapshot is of use when it can be read and its tree is the log's: the
/// head kept at its position has the same root.
/// Fails: what the store says, corrupt, newer_format. REQUIRES: the log goes at least as far as `last`.
tl::expected<replayed, failure> read_realm(event_store& store, position last, tree_hasher& hash,
                                           const warning_sink& warn);

}  // namespace charter::inline v0
