// SPDX-License-Identifier: Apache-2.0
// The tree of the log against the known answers of Certificate Transparency (RFC 6962), and against the
// definition.
#include "charter/audit/frontier.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "../../src/engine/digest.hpp"

TEST_SUITE("audit/frontier") {

using namespace charter;
using namespace std::string_view_literals;

namespace {

std::string hex(const digest256& it) {
  std::string out;
  for (const auto each : it) {
    out += "0123456789abcdef"[std::to_integer<unsigned>(each) >> 4U];
    out += "0123456789abcdef"[std::to_integer<unsigned>(each) & 15U];
  }
  return out;
}

/// RFC 6962, section 2.1, as it is written there.
digest256 root_of(const std::vector<std::string>& leaves, std::size_t from, std::size_t to,
                  tree_hasher& hash) {
  if (to - from == 1) return hash.leaf(leaves[from]);
  std::size_t left = 1;
  while (left * 2 < to - from) left *= 2;
  return hash.node(root_of(leaves, from, from + left, hash), root_of(leaves, from + left, to, hash));
}

}  // namespace

TEST_CASE("roots are those of the reference implementation") {
  const std::vector<std::string_view> leaves = {
      ""sv,
      "\x00"sv,
      "\x10"sv,
      "\x20\x21"sv,
      "\x30\x31"sv,
      "\x40\x41\x42\x43"sv,
      "\x50\x51\x52\x53\x54\x55\x56\x57"sv,
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"sv};
  const std::vector<std::string_view> roots = {
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  const auto hash = make_sha256_hasher();
  frontier it;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    it.push(hash->leaf(leaves[i]), *hash);
    CHECK(it.size() == i + 1);
    CHECK(hex(it.root(*hash)) == roots[i]);
  }
}

TEST_CASE("roots are those of the definition, and change with any leaf") {
  const auto hash = make_sha256_hasher();
  std::mt19937 dice(7);
  std::vector<std::string> leaves;
  frontier it;
  for (int i = 0; i < 130; ++i) {
    leaves.push_back(std::to_string(dice()));
    it.push(hash->leaf(leaves.back()), *hash);
    CHECK(it.root(*hash) == root_of(leaves, 0, leaves.size(), *hash));
  }
  auto altered = leaves;
  altered[dice() % altered.size()] += "x";
  CHECK(it.root(*hash) != root_of(altered, 0, altered.size(), *hash));
}

TEST_CASE("a frontier is made again from its size and edge, and from no others") {
  const auto hash = make_sha256_hasher();
  frontier it;
  for (int i = 0; i < 13; ++i) it.push(hash->leaf(std::to_string(i)), *hash);
  CHECK(it.edge().size() == 3);
  CHECK(frontier::of(it.size(), it.edge()) == it);
  CHECK_FALSE(frontier::of(12, it.edge()).has_value());
  CHECK_FALSE(frontier::of(15, it.edge()).has_value());
  CHECK(frontier::of(0, {}) == frontier());
}

}  // TEST_SUITE("audit/frontier")
