// SPDX-License-Identifier: Apache-2.0
// OpenSSL 3 would have its EVP calls used instead of these. They ask for memory for each hash and take half
// as long again for a node of the tree, and an append hashes a node for each bit that is set in its position.
#define OPENSSL_API_COMPAT 10100
#include "digest.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace charter::inline v0 {

namespace {

digest256 sha256(std::initializer_list<std::string_view> parts) {
  digest256 out;
  SHA256_CTX state;
  SHA256_Init(&state);
  for (const auto part : parts) SHA256_Update(&state, part.data(), part.size());
  SHA256_Final(reinterpret_cast<unsigned char*>(out.data()), &state);
  return out;
}

class sha256_hasher final : public tree_hasher {
 public:
  digest256 leaf(std::string_view record) override { return sha256({std::string_view("\0", 1), record}); }
  digest256 node(const digest256& left, const digest256& right) override {
    // In one piece: its first block is then hashed where it lies.
    std::array<std::byte, 65> bytes{std::byte{1}};
    std::copy(right.begin(), right.end(), std::copy(left.begin(), left.end(), bytes.begin() + 1));
    return sha256({{reinterpret_cast<const char*>(bytes.data()), bytes.size()}});
  }
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const auto each : sha256({bytes})) {
    out += digits[std::to_integer<unsigned>(each) >> 4U];
    out += digits[std::to_integer<unsigned>(each) & 15U];
  }
  return out;
}

std::unique_ptr<tree_hasher> make_sha256_hasher() { return std::make_unique<sha256_hasher>(); }

}  // namespace charter::inline v0
