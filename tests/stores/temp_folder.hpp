// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A folder that is gone when the test is.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace charter_test {

class temp_folder {
 public:
  temp_folder() : temp_folder(std::filesystem::temp_directory_path()) {}
  explicit temp_folder(const std::filesystem::path& within) {
    auto name = (within / "charter-").string() + std::string(6, 'X');
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  temp_folder(const temp_folder&) = delete;
  temp_folder& operator=(const temp_folder&) = delete;
  ~temp_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// Where thousands of files can be made and opened without waiting for a disk.
inline std::filesystem::path folder_in_memory() {
  return std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
}

}  // namespace charter_test
