// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Colour, only where a person looks at a terminal and has not set NO_COLOR (https://no-color.org).

#include <cstdio>
#include <string>
#include <string_view>

namespace charterctl {

enum class ink { plain, bold, dim, green, red };

bool is_terminal(std::FILE* out);
std::string paint(std::FILE* out, ink with, std::string_view text);

}  // namespace charterctl
