// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whether a log is what was written: which record is the first that is not.

#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

struct verification {
  position records = 0;                    ///< how many are whole, from the first on
  std::optional<position> first_bad = {};  ///< none: the whole log is
  std::string why = {};                    ///< a sentence about it

  bool ok() const { return !first_bad; }
};

/// Reads the whole log as opening does, and compares each batch with the head that was kept with it. Changes
/// nothing. Where the store forgets heads, damage may only be found somewhere before the next head, and
/// `first_bad` is the first record that no head vouches for.
/// What it cannot see: a log that was cut and whose heads were cut with it. Compare `records` with a position
/// kept elsewhere, such as a receipt's.
/// Fails: what the store says. Cost: O(log).
tl::expected<verification, failure> verify(event_store& store);

}  // namespace charter::inline v0
