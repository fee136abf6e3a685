// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading what the command line names: a file, or `-` for standard input.

#include <string>

namespace charterctl {

/// Gives up where the file cannot be read.
std::string read_input(const std::string& file);

}  // namespace charterctl
