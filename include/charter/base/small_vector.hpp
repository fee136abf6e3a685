// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A vector whose first elements need no memory of their own: for lists that nearly always hold one or two,
/// and of which there are as many as the log has records.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace charter::inline v0 {

/// Up to `Inside` elements lie in the vector itself, more of them behind a pointer in the same place.
/// Threads: like std::vector. Cost: what std::vector costs, but for the memory.
template <class T, std::uint32_t Inside>
requires std::is_trivially_copyable_v<T>
class small_vector {
 public:
  using value_type = T;

  small_vector() = default;
  small_vector(std::initializer_list<T> all) : small_vector(all.begin(), all.end()) {}
  template <class Iterator>
  small_vector(Iterator first, Iterator last) : small_vector() {
    for (; first != last; ++first) push_back(*first);
  }
  small_vector(const small_vector& other)
      : size_(other.size_), capacity_(other.capacity_), place_(other.place_) {
    if (is_outside()) outside() = copy_of(other, capacity_);
  }
  small_vector(small_vector&& other) noexcept
      : size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, Inside)),
        place_(other.place_) {}
  small_vector& operator=(small_vector other) noexcept {
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(place_, other.place_);
    return *this;
  }
  ~small_vector() { drop(); }

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  const T* begin() const noexcept { return const_cast<small_vector*>(this)->data(); }
  const T* end() const noexcept { return begin() + size_; }
  const T& front() const noexcept { return *begin(); }
  const T& operator[](std::size_t i) const noexcept { return begin()[i]; }

  /// Fails: bad_alloc, and nothing has changed.
  void push_back(T one) {
    if (size_ == capacity_) grow();
    data()[size_++] = one;
  }

  friend bool operator==(const small_vector& a, const small_vector& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  bool is_outside() const noexcept { return capacity_ > Inside; }
  T* data() noexcept { return is_outside() ? outside() : reinterpret_cast<T*>(place_.data()); }
  T*& outside() noexcept { return *reinterpret_cast<T**>(place_.data()); }

  static T* copy_of(const small_vector& it, std::size_t capacity) {
    T* const out = new T[capacity];
    std::copy(it.begin(), it.end(), out);
    return out;
  }
  void grow() {
    T* const larger = copy_of(*this, 2 * std::size_t{capacity_});
    drop();
    capacity_ *= 2;
    outside() = larger;
  }
  void drop() noexcept {
    if (is_outside()) delete[] outside();
  }

  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = Inside;
  alignas(std::max(alignof(T),
                   alignof(T*))) std::array<std::byte, std::max(Inside * sizeof(T), sizeof(T*))> place_{};
};

}  // namespace charter::inline v0
