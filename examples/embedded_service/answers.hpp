// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What charter answered, as HTTP.

#include <charter/base/rejection.hpp>
#include <charter/engine/receipt.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "service.hpp"

namespace embedded_service {

struct answer {
  int status = 200;
  std::string json;
};

/// The receipt, or why not.
answer answered(const service& at, const tl::expected<charter::receipt, charter::rejection>& done);
answer answered(const charter::result<std::string>& found);
/// A refusal of the service's own.
answer refused(int status, std::string_view slug, std::string message);

}  // namespace embedded_service
