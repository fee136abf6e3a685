// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An advisory lock between processes, on a side file that is never deleted.

#include <chrono>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "charter/base/result.hpp"

namespace charter::inline v0::sqlite {

/// Threads: one at a time. Two file_locks on one side file exclude each other also within a process.
class file_lock {
 public:
  /// Makes the side file if need be; takes no lock yet.
  static tl::expected<file_lock, failure> open(std::string side_file);
  file_lock(file_lock&& other) noexcept
      : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
  ~file_lock();

  /// Releases when it goes.
  class turn {
   public:
    explicit turn(int descriptor) : descriptor_(descriptor) {}
    turn(turn&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    ~turn();

   private:
    int descriptor_;
  };

  /// Waits at most `patience`, then `unavailable`. REQUIRES: no turn of this lock is held.
  tl::expected<turn, failure> take(std::chrono::milliseconds patience);

 private:
  file_lock(std::string side_file, int descriptor) : file_(std::move(side_file)), descriptor_(descriptor) {}

  std::string file_;
  int descriptor_;
};

}  // namespace charter::inline v0::sqlite
