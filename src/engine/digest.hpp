// SPDX-License-Identifier: Apache-2.0
#pragma once
/// SHA-256, by OpenSSL: digests of payloads for command ids, and the hashes of the log's tree.

#include <memory>
#include <string>
#include <string_view>

#include "charter/audit/frontier.hpp"

namespace charter::inline v0 {

/// In lower-case hexadecimal. Empty only if the crypto library fails.
std::string sha256_hex(std::string_view bytes);

/// Throws bad_alloc if the crypto library has no SHA-256 to give.
std::unique_ptr<tree_hasher> make_sha256_hasher();

}  // namespace charter::inline v0
