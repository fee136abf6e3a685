// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Sends what charter has to tell people. Here that is a line in a file; a real service would send mail.

#include <charter/engine/engine.hpp>
#include <condition_variable>
#include <cstdint>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "service.hpp"

namespace embedded_service {

/// Owns: a thread, so that no request waits for the mail.
class outbox {
 public:
  /// Goes on behind the last line of the file: what was not sent before a crash is sent now.
  /// REQUIRES: what `at` names outlives it.
  outbox(const service& at, std::string file);

 private:
  void deliver(std::stop_token stop);
  void deliver_to(const std::string& account, const charter::view& now);

  service at_;
  std::ofstream sent_;
  std::map<std::string, std::uint64_t> last_;  ///< the number of the last notice sent, by account
  std::mutex mutex_;
  std::condition_variable_any news_;
  bool has_news_ = true;
  std::jthread thread_;
  charter::subscription watching_;  ///< ends before the thread does
};

}  // namespace embedded_service
