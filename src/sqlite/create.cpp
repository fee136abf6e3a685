// SPDX-License-Identifier: Apache-2.0
#include "create.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>

#include "failures.hpp"
#include "format.hpp"
#include "statement.hpp"

namespace charter::inline v0::sqlite {

namespace {

void remove_draft(const std::string& draft) {
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) ::unlink((draft + suffix).c_str());
}

std::optional<failure> write_draft(const std::string& draft) {
  int code = SQLITE_OK;
  const auto db = open_database(draft, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, code);
  if (code == SQLITE_OK) code = sqlite3_exec(db.get(), create_tables, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail_with_code(code, db.get(), draft, "make a new log");
  return {};
}

}  // namespace

// A draft that is renamed into place: a crash leaves no half-made log for the next open to puzzle over.
std::optional<failure> create_log(const std::string& file) {
  const auto draft = file + ".new";
  remove_draft(draft);
  if (auto failed = write_draft(draft)) {
    remove_draft(draft);
    return failed;
  }
  if (std::rename(draft.c_str(), file.c_str()) != 0) {
    const int error = errno;
    remove_draft(draft);
    return fail_with_errno(error, file, "put the new log in place");
  }
  return sync_folder_of(file);
}

std::optional<failure> sync_folder_of(const std::string& file) {
  const auto folder = file.substr(0, file.rfind('/') + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return fail_with_errno(errno, folder, "open the folder");
  const bool synced = ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!synced) return fail_with_errno(error, folder, "make a file's name durable");
  return {};
}

}  // namespace charter::inline v0::sqlite
