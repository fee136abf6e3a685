// SPDX-License-Identifier: Apache-2.0
#include "paint.hpp"

#include <unistd.h>

#include <cstdlib>

namespace charterctl {

namespace {

std::string_view code_of(ink it) {
  constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[31m"};
  return codes[static_cast<std::size_t>(it)];
}

}  // namespace

bool is_terminal(std::FILE* out) { return isatty(fileno(out)) != 0; }

std::string paint(std::FILE* out, ink with, std::string_view text) {
  const auto* refused = std::getenv("NO_COLOR");
  if (with == ink::plain || !is_terminal(out) || (refused != nullptr && *refused != '\0'))
    return std::string(text);
  return std::string(code_of(with)).append(text).append("\x1b[0m");
}

}  // namespace charterctl
