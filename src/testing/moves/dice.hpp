// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Random choices that come out the same on every machine for the same seed.

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace charter::inline v0::testing {

/// A view of an engine; the distributions of the standard library differ between implementations, these do
/// not. Owns nothing: the engine must outlive it.
class dice {
 public:
  explicit dice(std::mt19937_64& engine) : engine_(engine) {}

  std::uint64_t roll() { return engine_(); }
  /// From 0 to n - 1. REQUIRES: n > 0.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool chance(unsigned percent) { return below(100) < percent; }

  /// One of them. REQUIRES: not empty.
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  template <class T, std::size_t N>
  const T& one_of(const T (&all)[N]) {
    return all[below(N)];
  }
  /// Up to `most` of them, each at most once, in random order.
  template <class T>
  std::vector<T> some_of(std::vector<T> all, std::size_t most) {
    std::vector<T> out;
    for (std::size_t wanted = below(most + 1); wanted > 0 && !all.empty(); --wanted) {
      const auto at = below(all.size());
      out.push_back(all[at]);
      all[at] = all.back();
      all.pop_back();
    }
    return out;
  }

 private:
  std::mt19937_64& engine_;
};

}  // namespace charter::inline v0::testing
