// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A place for a database that an example leaves behind only if it was told where to.

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace examples {

/// Owns: the folder it makes when no path is given, which is removed with all that is in it at the end.
class scratch_file {
 public:
  /// `given` is a path or null.
  explicit scratch_file(const char* given) {
    if (given) {
      path_ = given;
      return;
    }
    std::random_device number;
    folder_ = std::filesystem::temp_directory_path() / ("charter-example-" + std::to_string(number()));
    std::filesystem::create_directories(folder_);
    path_ = (folder_ / "governance.db").string();
  }
  scratch_file(const scratch_file&) = delete;
  scratch_file& operator=(const scratch_file&) = delete;
  ~scratch_file() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }

  const std::string& path() const { return path_; }
  bool is_kept() const { return folder_.empty(); }
  bool is_there() const { return std::filesystem::exists(path_); }

 private:
  std::string path_;
  std::filesystem::path folder_;
};

}  // namespace examples
