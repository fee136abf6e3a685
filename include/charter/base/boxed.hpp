// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A value behind a shared pointer, copied when changed: keeps rarely changing text out of the flat elements
/// of cow_vector, so that cloning a chunk copies pointers only.

#include <memory>
#include <utility>

namespace charter::inline v0 {

/// One that was moved from may only be assigned to or dropped.
/// Threads: like a value; copies may be read from any thread while another copy is changed.
/// Cost: a copy is one reference count; `change` copies the whole value.
template <class T>
class boxed {
 public:
  boxed() : value_(empty()) {}
  boxed(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  /// Replaces the value by what `edit(T&)` makes of a copy.
  template <class Edit>
  void change(Edit&& edit) {
    auto next = std::make_shared<T>(*value_);
    edit(*next);
    value_ = std::move(next);
  }
  friend bool operator==(const boxed& a, const boxed& b) {
    return a.value_ == b.value_ || *a.value_ == *b.value_;
  }

 private:
  static const std::shared_ptr<const T>& empty() {
    static const auto none = std::make_shared<const T>();
    return none;
  }
  std::shared_ptr<const T> value_;
};

}  // namespace charter::inline v0
