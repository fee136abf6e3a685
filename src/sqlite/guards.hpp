// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is looked at before SQLite opens a file for writing, so that a refused file is never written to.

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "charter/base/result.hpp"

namespace charter::inline v0::sqlite {

/// The one absolute name of the file, links resolved: every process must lock the same side file.
tl::expected<std::string, failure> resolve(const std::string& file);

bool exists(const std::string& file);

/// Nothing, or why the existing file is not a log that this charter may write to. Reads 100 bytes.
std::optional<failure> check_file(const std::string& file);

/// Nothing, or why no new file may be made here.
std::optional<failure> check_place(const std::string& file);

/// Nothing, or why these marks are not those of a log this charter can read.
std::optional<failure> check_marks(const std::string& file, std::uint32_t owner, std::uint32_t version);

}  // namespace charter::inline v0::sqlite
