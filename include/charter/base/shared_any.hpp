// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One immutable value of whatever type, shared by all copies: what std::shared_ptr<const void> would be, at
/// a quarter of its cost to the compiler for each of a hundred types.

#include <atomic>
#include <cstdint>
#include <utility>

namespace charter::inline v0 {

/// Who holds it knows its type. Never empty, but after it was moved from.
/// Threads: like a value; copies may be made, read and dropped in different threads.
class shared_any {
 public:
  template <class T>
  static shared_any of(T value) {
    return shared_any(new box<T>(std::move(value)));
  }
  shared_any(const shared_any& other) noexcept : held_(other.held_) {
    held_->holders.fetch_add(1, std::memory_order_relaxed);
  }
  shared_any(shared_any&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  shared_any& operator=(shared_any other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~shared_any() {
    if (held_ && held_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) held_->destroy(held_);
  }

  /// REQUIRES: it was made of a T.
  template <class T>
  const T& get() const {
    return static_cast<const box<T>*>(held_)->value;
  }

 private:
  struct counted {
    explicit counted(void (*destroyer)(const counted*)) : destroy(destroyer) {}
    mutable std::atomic<std::uint32_t> holders{1};
    void (*destroy)(const counted*);
  };
  template <class T>
  struct box : counted {
    explicit box(T&& of) : counted(&box::drop), value(std::move(of)) {}
    static void drop(const counted* it) { delete static_cast<const box*>(it); }
    const T value;
  };
  explicit shared_any(const counted* made) : held_(made) {}

  const counted* held_;
};

}  // namespace charter::inline v0
