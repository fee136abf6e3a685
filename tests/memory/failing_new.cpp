// SPDX-License-Identifier: Apache-2.0
#include "failing_new.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace charter_test {

namespace {

struct plan {
  std::uint64_t left = 0;  ///< allocations until one fails; 0: none does
  bool goes_on = false, failing = false, noticed = false;

  bool fails() {
    const bool now = failing || (left > 0 && --left == 0);
    failing = now && goes_on;
    noticed = noticed || now;
    return now;
  }
};
thread_local plan current;

void* allocate(std::size_t size, std::size_t alignment) noexcept {
  if (current.fails()) return nullptr;
  if (size == 0) size = 1;
  if (alignment <= alignof(std::max_align_t)) return std::malloc(size);
  return std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment) {
  if (void* it = allocate(size, alignment)) return it;
  throw std::bad_alloc();
}

}  // namespace

short_of_memory::short_of_memory(std::uint64_t nth, shortage how) {
  current = {nth, how == shortage::from_then_on, false, false};
}
short_of_memory::~short_of_memory() { current.left = 0, current.failing = false; }

bool short_of_memory::was_noticed() { return current.noticed; }

}  // namespace charter_test

using charter_test::allocate, charter_test::allocate_or_throw;

void* operator new(std::size_t size) { return allocate_or_throw(size, 1); }
void* operator new[](std::size_t size) { return allocate_or_throw(size, 1); }
void* operator new(std::size_t size, std::align_val_t to) {
  return allocate_or_throw(size, static_cast<std::size_t>(to));
}
void* operator new[](std::size_t size, std::align_val_t to) {
  return allocate_or_throw(size, static_cast<std::size_t>(to));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, 1); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, 1); }

void operator delete(void* it) noexcept { std::free(it); }
void operator delete[](void* it) noexcept { std::free(it); }
void operator delete(void* it, std::size_t) noexcept { std::free(it); }
void operator delete[](void* it, std::size_t) noexcept { std::free(it); }
void operator delete(void* it, std::align_val_t) noexcept { std::free(it); }
void operator delete[](void* it, std::align_val_t) noexcept { std::free(it); }
void operator delete(void* it, std::size_t, std::align_val_t) noexcept { std::free(it); }
void operator delete[](void* it, std::size_t, std::align_val_t) noexcept { std::free(it); }
