// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Control-C as a wish to stop, for what can stop and still say how far it has come.

#include <csignal>

namespace charterctl {

/// While one lives, Control-C ends nothing by itself. One at a time.
class interrupt_watch {
 public:
  interrupt_watch() : before_(std::signal(SIGINT, [](int) { came_ = 1; })) { came_ = 0; }
  interrupt_watch(const interrupt_watch&) = delete;
  interrupt_watch& operator=(const interrupt_watch&) = delete;
  ~interrupt_watch() { std::signal(SIGINT, before_); }

  explicit operator bool() const { return came_ != 0; }

 private:
  static inline volatile std::sig_atomic_t came_ = 0;
  void (*before_)(int);
};

}  // namespace charterctl
