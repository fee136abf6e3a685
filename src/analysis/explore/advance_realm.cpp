// SPDX-License-Identifier: Apache-2.0
#include "advance_realm.hpp"

namespace charter::inline v0::analysis {

tl::expected<decided, refused> advance_realm(realm& world, const decision_context& with,
                                             const command& what) {
  return advance(world, with, what);
}

}  // namespace charter::inline v0::analysis
