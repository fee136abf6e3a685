// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The seal of a snapshot: behind its bytes stand their number and the root of the tree over their pieces, so
/// that damage is found before anything is believed.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "charter/audit/frontier.hpp"
#include "charter/store/snapshot_store.hpp"

namespace charter::inline v0::codec {

/// PERSISTED: how many bytes are hashed, and given on, at once.
inline constexpr std::size_t piece_size = std::size_t{1} << 20;

/// Appends `number` as eight bytes, the lowest first.
void append_fixed(std::string& out, std::uint64_t number);

/// Holds back at most a piece and what was appended last.
class sealing_sink {
 public:
  sealing_sink(tree_hasher& hash, const byte_sink& to) : hash_(hash), to_(to) {}

  void append(std::string_view bytes) {
    held_.append(bytes);
    if (held_.size() >= piece_size) give_pieces();
  }
  /// The rest and the seal. Whether the sink took everything.
  bool finish();

 private:
  void give_pieces();
  void give_piece(std::string_view piece);

  tree_hasher& hash_;
  const byte_sink& to_;
  std::string held_;
  frontier pieces_;
  std::uint64_t given_ = 0;
  bool wanted_ = true;
};

/// What was sealed, or why the seal is broken.
tl::expected<std::string_view, std::string> unsealed(std::string_view bytes, tree_hasher& hash);

}  // namespace charter::inline v0::codec
