// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `execute` answers when the command was not accepted.

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "charter/base/result.hpp"

namespace charter::inline v0 {

/// Why a command was not accepted: the rules said no, or the machinery did.
class rejection {
 public:
  rejection(refusal why) : why_(std::move(why)) {}
  rejection(failure why) : why_(std::move(why)) {}

  const refusal* as_refusal() const { return std::get_if<refusal>(&why_); }
  const failure* as_failure() const { return std::get_if<failure>(&why_); }
  std::string_view slug() const {
    return as_refusal() ? std::string_view(as_refusal()->slug) : as_failure()->slug();
  }
  const std::string& message() const {
    return as_refusal() ? as_refusal()->message : as_failure()->message();
  }

 private:
  std::variant<refusal, failure> why_;
};

}  // namespace charter::inline v0
