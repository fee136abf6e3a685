// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The names of commands and events as numbers: realms hold them as views of static storage.

#include <cstddef>
#include <string_view>
#include <vector>

namespace charter::inline v0::codec {

/// Every name a log entry can hold, in the order of the lists in `realm/message.hpp`.
const std::vector<std::string_view>& message_names();

/// Where the name stands in that list; its size if it does not. Cost: one look-up by hash.
std::size_t number_of(std::string_view name);

}  // namespace charter::inline v0::codec
