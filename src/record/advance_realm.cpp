// SPDX-License-Identifier: Apache-2.0
#include "charter/record/advance_realm.hpp"

#include "charter/command/decide.hpp"

namespace charter::inline v0 {

tl::expected<decided, refused> advance_realm(realm& world, const decision_context& with,
                                             const command& what) {
  return advance(world, with, what);
}

}  // namespace charter::inline v0
