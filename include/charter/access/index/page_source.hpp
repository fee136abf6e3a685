// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where the check index takes its memory from. The engine brings the system's pages.

#include <cstddef>

namespace charter::inline v0 {

/// Threads: one at a time.
class page_source {
 public:
  page_source() = default;
  page_source(const page_source&) = delete;
  page_source& operator=(const page_source&) = delete;
  virtual ~page_source() = default;

  /// How much is taken at least, and how it is aligned: a large page.
  static constexpr std::size_t unit = std::size_t{2} << 20;

  /// Memory full of zeros, aligned to a unit, that stays mapped as long as the source lives. Fails:
  /// bad_alloc, and nothing has changed. REQUIRES: a multiple of the unit.
  virtual std::byte* take(std::size_t bytes) = 0;

  /// The contents are not needed any more; readers may still look at them, and see what was there or zeros.
  /// Answers whether they are zeros from now on. REQUIRES: whole pages of what was taken.
  virtual bool forget(std::byte* from, std::size_t bytes) noexcept = 0;
};

}  // namespace charter::inline v0
