// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reads the source tree, for the tests that judge its text.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace house {

struct source_file {
  std::string path;  ///< from the repository root, with '/'
  std::string text;
};

inline bool is_code(std::string_view path) { return path.ends_with(".hpp") || path.ends_with(".cpp"); }
inline bool is_header(std::string_view path) { return path.ends_with(".hpp"); }
inline bool is_public(std::string_view path) { return path.starts_with("include/charter/"); }

/// Not part of the tree: version control, caches, what a build leaves behind.
inline bool is_foreign_folder(std::string_view name) {
  return name == ".git" || name == ".cache" || name == "build" || name.starts_with("build-");
}

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file of the repository, sorted by path. Read once.
inline const std::vector<source_file>& tree() {
  static const auto files = [] {
    namespace fs = std::filesystem;
    const fs::path root = CHARTER_SOURCE_DIR;
    std::vector<source_file> out;
    for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
      if (it->is_directory() && is_foreign_folder(it->path().filename().string()))
        it.disable_recursion_pending();
      if (it->is_regular_file())
        out.push_back({it->path().lexically_relative(root).generic_string(), slurp(it->path())});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return out;
  }();
  return files;
}

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// What a rule found against the tree, one line each; a test passes when there is nothing.
inline std::string listing(const std::vector<std::string>& offences) {
  std::string out = std::to_string(offences.size()) + " found";
  for (const auto& each : offences) out += "\n  " + each;
  return out;
}

/// "file:line", as editors and compilers write it.
inline std::string at(const source_file& file, std::size_t index) {
  return file.path + ":" + std::to_string(index + 1);
}

}  // namespace house

#define CHECK_NOTHING_IN(offences) CHECK_MESSAGE((offences).empty(), house::listing(offences))
