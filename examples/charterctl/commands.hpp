// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The commands of charterctl, one file each. A command adds itself to the command line and leaves its exit
/// code behind when it has run.

#include <CLI/CLI.hpp>

namespace charterctl {

void add_test(CLI::App& app, int& exit_code);

}  // namespace charterctl
