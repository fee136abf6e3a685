// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The two readers of records: read_record asks the quick one first.

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "charter/record/record.hpp"

namespace charter::inline v0::codec {

/// The record, if write_record would give the very same bytes: nearly all of a log. Nothing says only that
/// the strict reader is to be asked.
std::optional<record> read_canonical_record(std::string_view json);

/// Whatever read_record reads, and what is wrong with the rest.
tl::expected<record, std::string> read_strict_record(std::string_view json);

}  // namespace charter::inline v0::codec
