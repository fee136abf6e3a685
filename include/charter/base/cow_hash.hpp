// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The hash of cow_map. Unlike std::hash it is equal on every machine, so that replicas walk maps alike.
///
/// A type of your own joins by a specialisation of cow_hash whose every bit is mixed (end with `cow_mix`).
/// It has no secret: a host that takes keys from strangers should bound how many it takes.

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "charter/base/id.hpp"

namespace charter::inline v0 {

/// The splitmix64 finaliser: a bijection in which each input bit moves each output bit half of the time.
constexpr std::uint64_t cow_mix(std::uint64_t bits) noexcept {
  bits += 0x9e3779b97f4a7c15U;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
  return bits ^ (bits >> 31);
}

/// Specialise for a key type: `std::uint64_t operator()(const K&) const noexcept`.
template <class K>
struct cow_hash;

template <class K>
requires std::integral<K> || std::is_enum_v<K>
struct cow_hash<K> {
  constexpr std::uint64_t operator()(K key) const noexcept {
    return cow_mix(static_cast<std::uint64_t>(key));
  }
};

template <class Kind>
struct cow_hash<id<Kind>> {
  constexpr std::uint64_t operator()(id<Kind> key) const noexcept { return cow_mix(key.value); }
};

/// Eight bytes a round, little-endian on every machine.
template <>
struct cow_hash<std::string_view> {
  constexpr std::uint64_t operator()(std::string_view text) const noexcept {
    std::uint64_t hash = cow_mix(text.size());
    for (std::size_t from = 0; from < text.size(); from += 8) {
      std::uint64_t word = 0;
      for (std::size_t i = 0; i < std::min<std::size_t>(8, text.size() - from); ++i)
        word |= std::uint64_t{static_cast<unsigned char>(text[from + i])} << (8 * i);
      hash = cow_mix(hash ^ word);
    }
    return hash;
  }
};

template <>
struct cow_hash<std::string> : cow_hash<std::string_view> {};

template <class A, class B>
struct cow_hash<std::pair<A, B>> {
  constexpr std::uint64_t operator()(const std::pair<A, B>& key) const noexcept {
    return cow_mix(cow_hash<A>{}(key.first) * 0x9e3779b97f4a7c15U + cow_hash<B>{}(key.second));
  }
};

}  // namespace charter::inline v0
