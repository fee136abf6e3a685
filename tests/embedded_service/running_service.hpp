// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The service as a process of its own.

#include <sys/types.h>

#include <chrono>
#include <string>

namespace embedded_service_test {

class running_service {
 public:
  /// Starts it on that database and waits until it listens. Throws std::runtime_error where it does not.
  explicit running_service(const std::string& file);
  running_service(const running_service&) = delete;
  running_service& operator=(const running_service&) = delete;
  ~running_service();

  /// "http://127.0.0.1:40123"
  const std::string& address() const { return address_; }
  /// Asks it to end, and answers its exit code; minus the signal, where one ended it. REQUIRES: it runs.
  int stop();
  /// Ends it in the middle of whatever it does.
  void kill();

 private:
  pid_t process_ = 0;
  std::string address_;
};

/// Starts it and kills it that much later, whatever it has come to.
void start_and_kill(const std::string& file, std::chrono::milliseconds later);

}  // namespace embedded_service_test
