// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which buttons a page shows, and why one is grey.

#include <charter/access/question.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "service.hpp"

namespace embedded_service {

struct button {
  std::string_view label;
  charter::permission what;
};

std::span<const button> buttons_of_workspaces();
std::span<const button> buttons_of_jobs();

/// As JSON: each button with "allowed", and "why" not. Nothing where the person may not know of the thing.
std::optional<std::string> list_buttons(const service& at, std::string_view person, charter::target on,
                                        std::span<const button> buttons);

}  // namespace embedded_service
