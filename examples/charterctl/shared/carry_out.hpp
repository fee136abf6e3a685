// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Having an engine carry out orders, and telling how each came out.

#include <charter/engine/engine.hpp>
#include <cstddef>
#include <functional>
#include <vector>

#include "orders.hpp"

namespace charterctl {

struct tally {
  std::size_t accepted = 0, refused = 0, left = 0;  ///< left: not tried, since one before was refused
};

struct manner {
  bool keep_going = false;
  bool json = false;
  bool quiet = false;  ///< tells nothing but refusals, on standard error
  /// Called before each with its index, for who wants to show progress.
  std::function<void(std::size_t)> progress = {};
};

/// Executes in order and prints a line for each: the receipt, or the refusal with its line in the input.
/// Gives up where the store fails.
tally carry_out(charter::engine& realm, const std::vector<order>& orders, const manner& how);

}  // namespace charterctl
