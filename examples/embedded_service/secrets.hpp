// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Passwords, tokens and digests. None of it is charter's business: the host says who somebody is.

#include <string>
#include <string_view>

namespace embedded_service {

/// Thirty-two hexadecimal digits that nobody can guess.
std::string random_token();
/// What is kept of a password.
std::string stretched(std::string_view password, std::string_view salt);
/// "sha256:…", by which charter knows a content that it never sees.
std::string digest_of(std::string_view content);

}  // namespace embedded_service
