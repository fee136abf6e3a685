// SPDX-License-Identifier: Apache-2.0
#include "make_receipt.hpp"

namespace charter::inline v0 {

receipt make_receipt(std::span<const record> written) {
  const auto& own = written.back();
  receipt out{own.at_position, own.at, own.command, own.warnings, {}};
  for (const auto& each : written)
    out.events.insert(out.events.end(), each.events.begin(), each.events.end());
  return out;
}

}  // namespace charter::inline v0
