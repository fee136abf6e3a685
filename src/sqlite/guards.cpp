// SPDX-License-Identifier: Apache-2.0
#include "guards.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "failures.hpp"
#include "format.hpp"

namespace charter::inline v0::sqlite {

namespace {

constexpr int header_size = 100;
using file_header = std::array<unsigned char, header_size>;

std::string folder_of(const std::string& file) {
  const auto slash = file.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : file.substr(0, slash);
}

bool writable(const std::string& path) { return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

std::uint32_t big_endian(const file_header& header, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | header[i];
  return number;
}

struct frees_filename {
  void operator()(const char* name) const { sqlite3_free_filename(const_cast<char*>(name)); }
};

// Through SQLite's file layer: closing a descriptor of our own would drop the locks that another connection
// of this process, perhaps the host's, holds on the file.
int read_header(const std::string& file, file_header& header) {
  sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
  if (files == nullptr) return SQLITE_CANTOPEN;
  const std::unique_ptr<const char, frees_filename> name(
      sqlite3_create_filename(file.c_str(), "", "", 0, nullptr));
  const auto memory = std::make_unique<std::max_align_t[]>(
      static_cast<std::size_t>(files->szOsFile) / sizeof(std::max_align_t) + 1);
  auto* handle = reinterpret_cast<sqlite3_file*>(memory.get());
  int code = files->xOpen(files, name.get(), handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
  if (code == SQLITE_OK) code = handle->pMethods->xRead(handle, header.data(), header_size, 0);
  if (handle->pMethods != nullptr) handle->pMethods->xClose(handle);
  return code;
}

}  // namespace

tl::expected<std::string, failure> resolve(const std::string& file) {
  if (file.empty() || file.find('\0') != std::string::npos)
    return tl::unexpected(failure{failure_kind::unavailable, "the store needs the name of a file"});
  struct freeing {
    void operator()(char* text) const { std::free(text); }
  };
  using path = std::unique_ptr<char, freeing>;
  if (const path whole{::realpath(file.c_str(), nullptr)}) return std::string(whole.get());
  struct stat link {};
  if (::lstat(file.c_str(), &link) == 0)
    return tl::unexpected(
        fail(failure_kind::unavailable, file, "is a link that leads nowhere; mend or remove it"));
  const path folder{::realpath(folder_of(file).c_str(), nullptr)};
  if (!folder) return tl::unexpected(fail_with_errno(errno, file, "find its folder"));
  return std::string(folder.get()) + "/" + file.substr(file.rfind('/') + 1);
}

bool exists(const std::string& file) {
  struct stat it {};
  return ::stat(file.c_str(), &it) == 0;
}

std::optional<failure> check_marks(const std::string& file, std::uint32_t owner, std::uint32_t version) {
  if (owner != application_id)
    return fail(failure_kind::corrupt, file,
                "is a SQLite database of another program (application_id " + std::to_string(owner) +
                    "); give charter a file of its own");
  if (version > format_version)
    return fail(failure_kind::newer_format, file,
                "has format " + std::to_string(version) + ", and this charter reads up to format " +
                    std::to_string(format_version) + "; use a newer charter");
  if (version < format_version)
    return fail(failure_kind::corrupt, file, "has no format version; restore it from a backup");
  return {};
}

std::optional<failure> check_file(const std::string& file) {
  struct stat it {};
  if (::stat(file.c_str(), &it) != 0) return fail_with_errno(errno, file, "look at the file");
  if (!S_ISREG(it.st_mode))
    return fail(failure_kind::unavailable, file, "is not a file; give the name of one");
  if (it.st_nlink > 1)
    return fail(failure_kind::unavailable, file,
                "has several names (hard links), and each would have its own write-ahead log; keep one");
  if (it.st_size == 0)
    return fail(failure_kind::corrupt, file,
                "is empty, which charter never leaves behind; restore it, or remove it to start a new log");
  if (!writable(file) || !writable(folder_of(file)))
    return fail(failure_kind::read_only, file, "is read-only; make the file and its folder writable");

  file_header header{};
  const int code = read_header(file, header);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return fail_with_code(code, nullptr, file, "read its first page");
  const std::string_view magic("SQLite format 3\0", 16);
  if (code == SQLITE_IOERR_SHORT_READ ||
      std::string_view(reinterpret_cast<const char*>(header.data()), magic.size()) != magic)
    return fail(failure_kind::corrupt, file,
                "is not a SQLite database; give another name, or restore it if it was a charter log");
  constexpr std::size_t user_version_at = 60, application_id_at = 68;  // SQLite file format, section 1.3
  return check_marks(file, big_endian(header, application_id_at), big_endian(header, user_version_at));
}

std::optional<failure> check_place(const std::string& file) {
  if (!writable(folder_of(file))) {
    if (errno != EACCES && errno != EROFS && errno != EPERM)
      return fail_with_errno(errno, file, "look at its folder");
    return fail(failure_kind::read_only, file,
                "cannot be made in a read-only folder; make the folder writable");
  }
  struct stat wal {};
  if (::stat((file + "-wal").c_str(), &wal) == 0 && wal.st_size > 0)
    return fail(failure_kind::corrupt, file,
                "is missing while its write-ahead log (-wal) is there; restore both, or remove the -wal");
  return {};
}

}  // namespace charter::inline v0::sqlite
