// SPDX-License-Identifier: Apache-2.0
#include "secrets.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <array>
#include <span>
#include <stdexcept>

namespace embedded_service {

namespace {

using bytes_32 = std::array<unsigned char, 32>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string in_hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const auto byte : bytes) out.append({digits[byte >> 4U], digits[byte & 0xfU]});
  return out;
}

}  // namespace

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the system gives no random numbers");
  return in_hex(bytes);
}

std::string stretched(std::string_view password, std::string_view salt) {
  constexpr int rounds = 100'000;
  bytes_32 out{};
  if (PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), bytes_of(salt),
                        static_cast<int>(salt.size()), rounds, EVP_sha256(), static_cast<int>(out.size()),
                        out.data()) != 1)
    throw std::runtime_error("a password cannot be stretched");
  return in_hex(out);
}

std::string digest_of(std::string_view content) {
  bytes_32 out{};
  SHA256(bytes_of(content), content.size(), out.data());
  return "sha256:" + in_hex(out);
}

}  // namespace embedded_service
