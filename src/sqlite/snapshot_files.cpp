// SPDX-License-Identifier: Apache-2.0
#include "snapshot_files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <functional>
#include <memory>
#include <utility>

#include "create.hpp"
#include "failures.hpp"

namespace charter::inline v0::sqlite {

namespace {

constexpr std::size_t kept_snapshots = 2;
constexpr std::string_view draft_ending = ".new";

class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

struct closes_folder {
  void operator()(DIR* it) const { ::closedir(it); }
};

/// The names in the folder that begin with `prefix`, without it; nothing if it cannot be read.
std::optional<std::vector<std::string>> endings_in(const std::string& folder, std::string_view prefix) {
  const std::unique_ptr<DIR, closes_folder> all(::opendir(folder.c_str()));
  if (!all) return {};
  std::vector<std::string> out;
  errno = 0;
  while (const auto* entry = ::readdir(all.get()))
    if (const std::string_view name(entry->d_name); name.starts_with(prefix))
      out.emplace_back(name.substr(prefix.size()));
  if (errno != 0) return {};
  return out;
}

/// The position that a snapshot's name ends with; 0 for any other text.
position position_of(std::string_view ending) {
  position at = 0;
  const auto read = std::from_chars(ending.data(), ending.data() + ending.size(), at);
  return read.ec == std::errc() && std::to_string(at) == ending ? at : 0;
}

/// Whoever may read the log may read its snapshots, and nobody else.
void take_mode_of(const std::string& log, int to) {
  struct stat it {};
  if (::stat(log.c_str(), &it) == 0) static_cast<void>(::fchmod(to, it.st_mode & 0777));
}

std::string next_draft(const std::string& file) {
  static std::atomic<unsigned> drafts{0};
  return file + '-' + std::to_string(::getpid()) + '-' + std::to_string(++drafts) + std::string(draft_ending);
}

/// Makes and locks a draft; -1 and `errno` if that fails. EWOULDBLOCK: it was swept away before it was
/// locked.
int open_draft(const std::string& draft) {
  const int made = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (made < 0) return -1;
  struct stat it {};
  int error = 0;
  if (::flock(made, LOCK_EX | LOCK_NB) != 0 || ::fstat(made, &it) != 0)
    error = errno;
  else if (it.st_nlink == 0)
    error = EWOULDBLOCK;
  if (error == 0) return made;
  ::close(made);
  errno = error;
  return -1;
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

snapshot_files::snapshot_files(std::string log)
    : log_(std::move(log)),
      folder_(log_.substr(0, log_.rfind('/') + 1)),
      prefix_(log_.substr(folder_.size()) + "-snapshot-") {}

std::string snapshot_files::file_of(position at) const { return folder_ + prefix_ + std::to_string(at); }

std::optional<failure> snapshot_files::save(position at, const byte_source& source) {
  const auto file = file_of(at);
  std::string draft;
  int number = -1;
  do {
    draft = next_draft(file);
    number = open_draft(draft);
  } while (number < 0 && errno == EWOULDBLOCK);
  const descriptor out(number);
  if (out.get() < 0) return fail_with_errno(errno, draft, "make a snapshot");
  auto failed = write_draft(out.get(), draft, source);
  if (!failed && std::rename(draft.c_str(), file.c_str()) != 0)
    failed = fail_with_errno(errno, file, "put the snapshot in place");
  if (failed) {
    ::unlink(draft.c_str());
    return failed;
  }
  if ((failed = sync_folder_of(file))) {
    ::unlink(file.c_str());
    return failed;
  }
  forget_all_but_newest();
  return {};
}

std::optional<failure> snapshot_files::write_draft(int to, const std::string& draft,
                                                   const byte_source& source) const {
  take_mode_of(log_, to);
  int error = 0;
  const bool whole = source([&](std::string_view piece) {
    if (error == 0 && !write_all(to, piece)) error = errno;
    return error == 0;
  });
  if (error == 0 && whole && ::fsync(to) != 0) error = errno;
  if (error != 0) return fail_with_errno(error, draft, "write the snapshot");
  if (!whole) return fail(failure_kind::unavailable, draft, "the snapshot was not written to its end");
  return {};
}

/// What cannot be removed only takes space.
void snapshot_files::forget_all_but_newest() {
  const auto all = list();
  for (std::size_t i = kept_snapshots; all && i < all->size(); ++i) ::unlink(file_of((*all)[i]).c_str());
}

tl::expected<std::vector<position>, failure> snapshot_files::list() {
  const auto endings = endings_in(folder_, prefix_);
  if (!endings) return tl::unexpected(fail_with_errno(errno, folder_, "look for snapshots"));
  std::vector<position> out;
  for (const auto& each : *endings)
    if (const auto at = position_of(each); at > 0) out.push_back(at);
  std::sort(out.begin(), out.end(), std::greater<>());
  return out;
}

tl::expected<std::string, failure> snapshot_files::load(position at) {
  const auto file = file_of(at);
  const descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat it {};
  if (in.get() < 0 || ::fstat(in.get(), &it) != 0)
    return tl::unexpected(fail_with_errno(errno, file, "open the snapshot"));
  if (!S_ISREG(it.st_mode))
    return tl::unexpected(fail(failure_kind::unavailable, file, "is not a file; remove it"));
  std::string bytes(static_cast<std::size_t>(it.st_size), '\0');
  for (std::size_t have = 0; have < bytes.size();) {
    const auto got = ::read(in.get(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(fail_with_errno(errno, file, "read the snapshot"));
    if (got == 0) bytes.resize(have);
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::optional<failure> snapshot_files::drop(position at) {
  const auto file = file_of(at);
  if (::unlink(file.c_str()) == 0 || errno == ENOENT) return {};
  return fail_with_errno(errno, file, "remove the snapshot");
}

void snapshot_files::sweep() {
  for (const auto& each : endings_in(folder_, prefix_).value_or(std::vector<std::string>{})) {
    if (!each.ends_with(draft_ending)) continue;
    const auto draft = folder_ + prefix_ + each;
    const descriptor it(::open(draft.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (it.get() >= 0 && ::flock(it.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(draft.c_str());
  }
}

}  // namespace charter::inline v0::sqlite
