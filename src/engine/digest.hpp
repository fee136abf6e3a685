// SPDX-License-Identifier: Apache-2.0
#pragma once
/// SHA-256, by OpenSSL: digests of payloads for command ids, and the hashes of the log's tree.

#include <memory>
#include <string>
#include <string_view>

#include "charter/audit/frontier.hpp"

namespace charter::inline v0 {

/// In lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

std::unique_ptr<tree_hasher> make_sha256_hasher();

}  // namespace charter::inline v0
