// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

#include <sys/mman.h>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace charter::inline v0 {

namespace {

class system_pages final : public page_source {
 public:
  ~system_pages() override {
    for (const auto& [at, bytes] : taken_) ::munmap(at, bytes);
  }

  std::byte* take(std::size_t bytes) override {
    taken_.reserve(taken_.size() + 1);
    // A unit more than is needed has an aligned stretch in it. Addresses cost nothing until they are used.
    void* at = ::mmap(nullptr, bytes + unit, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) throw std::bad_alloc();
    taken_.emplace_back(at, bytes + unit);
    auto room = bytes + unit;
    void* const aligned = std::align(unit, bytes, at, room);
    ::madvise(aligned, bytes, MADV_HUGEPAGE);  // a hint: without large pages all works, slower
    return static_cast<std::byte*>(aligned);
  }

  bool forget(std::byte* from, std::size_t bytes) noexcept override {
    return ::madvise(from, bytes, MADV_DONTNEED) == 0;
  }

 private:
  std::vector<std::pair<void*, std::size_t>> taken_;
};

}  // namespace

std::unique_ptr<page_source> make_system_pages() { return std::make_unique<system_pages>(); }

}  // namespace charter::inline v0
