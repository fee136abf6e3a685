// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a record has for members, for its writer and both of its readers.

#include "charter/base/fields.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0::codec {

/// PERSISTED: the members of a record after its version, in this order.
inline constexpr auto record_fields =
    described_by<&record::at_position, &record::at, &record::by, &record::origin, &record::command,
                 &record::command_id, &record::digest, &record::warnings, &record::events>(
        "position", "time", "actor", "origin", "command", "command_id", "digest?", "warnings?", "events");
inline constexpr const char* version_name = "charter_record";

}  // namespace charter::inline v0::codec
