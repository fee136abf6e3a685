// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Opening the file of a realm. Each of these gives up where that cannot be done, and never makes a file.

#include <charter/engine/engine.hpp>
#include <charter/store/event_store.hpp>
#include <memory>
#include <string>

#include "options.hpp"

namespace charterctl {

std::unique_ptr<charter::event_store> open_log(const std::string& file);

/// The engine's clock stands at the options' time, where one is given.
charter::engine open_realm(const realm_options& options);
charter::engine open_realm(const realm_options& options, std::unique_ptr<charter::event_store> log);

/// The realm as the options want to see it.
charter::view look_at(const reading_options& options);

}  // namespace charterctl
