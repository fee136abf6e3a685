// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "complaint.hpp"

namespace charterctl {

std::string read_input(const std::string& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::error_code unknown;
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file, unknown))
    give_up(bad_input, "unreadable", "The file " + file + " cannot be read; check its name and its rights.");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace charterctl
