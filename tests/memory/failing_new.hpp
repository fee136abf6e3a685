// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Allocations that fail when they are told to. Replaces operator new of the whole executable.

#include <cstdint>

namespace charter_test {

enum class shortage { once, from_then_on };

/// While it lives, the n-th allocation of this thread throws bad_alloc, or all from the n-th on do.
class short_of_memory {
 public:
  short_of_memory(std::uint64_t nth, shortage how);
  short_of_memory(const short_of_memory&) = delete;
  short_of_memory& operator=(const short_of_memory&) = delete;
  ~short_of_memory();

  /// Whether an allocation of this thread has failed since the last one was made.
  static bool was_noticed();
};

}  // namespace charter_test
