// SPDX-License-Identifier: Apache-2.0
#include "digest.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <new>

namespace charter::inline v0 {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) return {};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < length; ++i) {
    out += digits[digest[i] >> 4U];
    out += digits[digest[i] & 15U];
  }
  return out;
}

namespace {

struct freed {
  void operator()(EVP_MD* it) const { EVP_MD_free(it); }
  void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
};

/// Keeps the algorithm and the context: looking them up costs more than hashing a record.
class sha256_hasher final : public tree_hasher {
 public:
  sha256_hasher() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
    if (!algorithm_ || !context_) throw std::bad_alloc();
  }
  digest256 leaf(std::string_view record) override { return hash({std::string_view("\0", 1), record}); }
  digest256 node(const digest256& left, const digest256& right) override {
    // In one piece: the library's calls cost as much as the hashing of so few bytes.
    std::array<std::byte, 65> bytes{std::byte{1}};
    std::copy(right.begin(), right.end(), std::copy(left.begin(), left.end(), bytes.begin() + 1));
    return hash({{reinterpret_cast<const char*>(bytes.data()), bytes.size()}});
  }

 private:
  digest256 hash(std::initializer_list<std::string_view> parts) {
    digest256 out{};
    bool done = EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) == 1;
    for (const auto part : parts)
      done = done && EVP_DigestUpdate(context_.get(), part.data(), part.size()) == 1;
    done = done &&
           EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(out.data()), nullptr) == 1;
    if (!done) throw std::bad_alloc();
    return out;
  }

  std::unique_ptr<EVP_MD, freed> algorithm_;
  std::unique_ptr<EVP_MD_CTX, freed> context_;
};

}  // namespace

std::unique_ptr<tree_hasher> make_sha256_hasher() { return std::make_unique<sha256_hasher>(); }

}  // namespace charter::inline v0
