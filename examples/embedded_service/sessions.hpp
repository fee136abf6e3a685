// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The service's own session layer: it alone says who is asking, and charter believes it.

#include <charter/base/rejection.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "service.hpp"

namespace embedded_service {

/// A token for a session, or nothing for a wrong name or password. The session's row and the record of the
/// sign-in are written together.
tl::expected<std::optional<std::string>, charter::rejection> sign_in(const service& at, std::string_view name,
                                                                     std::string_view password);

/// The account whose session it is, which is also the key of charter's user.
std::optional<std::string> account_of(const service& at, std::string_view token);

}  // namespace embedded_service
