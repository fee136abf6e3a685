// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Digests of payloads, for command ids.

#include <string>
#include <string_view>

namespace charter::inline v0 {

/// SHA-256 in lower-case hexadecimal. Empty only if the crypto library fails.
std::string sha256_hex(std::string_view bytes);

}  // namespace charter::inline v0
