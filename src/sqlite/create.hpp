// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Making a new log, and making names durable.

#include <optional>
#include <string>

#include "charter/base/result.hpp"

namespace charter::inline v0::sqlite {

/// Makes an empty log at `file`, whole or not at all. REQUIRES: the file's lock is held; nothing is there.
std::optional<failure> create_log(const std::string& file);

/// Makes what was created, renamed or removed in the folder of `file` outlive a power loss.
std::optional<failure> sync_folder_of(const std::string& file);

}  // namespace charter::inline v0::sqlite
