// SPDX-License-Identifier: Apache-2.0
#include "snapshot_seal.hpp"

#include <algorithm>

#include "byte_reader.hpp"

namespace charter::inline v0::codec {

namespace {

constexpr std::size_t seal_size = 8 + std::tuple_size_v<digest256>;

std::string_view text(const digest256& it) { return {reinterpret_cast<const char*>(it.data()), it.size()}; }

}  // namespace

void append_fixed(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(number >> shift & 0xffU));
}

void sealing_sink::give_piece(std::string_view piece) {
  pieces_.push(hash_.leaf(piece), hash_);
  given_ += piece.size();
  wanted_ = wanted_ && to_(piece);
}

void sealing_sink::give_pieces() {
  std::string_view rest = held_;
  for (; rest.size() >= piece_size; rest.remove_prefix(piece_size)) give_piece(rest.substr(0, piece_size));
  held_ = std::string(rest);
}

bool sealing_sink::finish() {
  if (!held_.empty()) give_piece(held_);
  std::string seal;
  append_fixed(seal, given_);
  seal.append(text(pieces_.root(hash_)));
  return wanted_ && to_(seal);
}

tl::expected<std::string_view, std::string> unsealed(std::string_view bytes, tree_hasher& hash) {
  if (bytes.size() <= seal_size) return tl::unexpected(std::string("it is cut off"));
  const auto body = bytes.substr(0, bytes.size() - seal_size);
  byte_reader seal(bytes.substr(body.size()));
  if (seal.fixed() != body.size()) return tl::unexpected(std::string("it is cut off, or bytes were added"));
  frontier pieces;
  for (auto rest = body; !rest.empty(); rest.remove_prefix(std::min(piece_size, rest.size())))
    pieces.push(hash.leaf(rest.substr(0, piece_size)), hash);
  if (seal.take(seal.left()) != text(pieces.root(hash)))
    return tl::unexpected(std::string("its bytes are not those that were written"));
  return body;
}

}  // namespace charter::inline v0::codec
