// SPDX-License-Identifier: Apache-2.0
#include "file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <thread>

#include "failures.hpp"

namespace charter::inline v0::sqlite {

tl::expected<file_lock, failure> file_lock::open(std::string side_file) {
  const int descriptor = ::open(side_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return tl::unexpected(fail_with_errno(errno, side_file, "open the lock file"));
  return file_lock(std::move(side_file), descriptor);
}

file_lock::~file_lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

file_lock::turn::~turn() {
  if (descriptor_ >= 0) ::flock(descriptor_, LOCK_UN);
}

// flock and not fcntl: a process loses its fcntl locks when any part of it closes the file.
tl::expected<file_lock::turn, failure> file_lock::take(std::chrono::milliseconds patience) {
  using namespace std::chrono;
  const auto start = steady_clock::now();
  for (microseconds pause{50};; pause = std::min(pause * 2, microseconds{1000})) {
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return turn(descriptor_);
    if (errno != EWOULDBLOCK && errno != EINTR)
      return tl::unexpected(fail_with_errno(errno, file_, "take the lock"));
    if (duration_cast<milliseconds>(steady_clock::now() - start) >= patience)
      return tl::unexpected(fail(failure_kind::unavailable, file_,
                                 "another process holds the lock; try again when it has finished writing"));
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace charter::inline v0::sqlite
