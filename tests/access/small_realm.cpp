// SPDX-License-Identifier: Apache-2.0
// In a file of its own: applying takes many seconds to compile.
#include "small_realm.hpp"

#include <charter/realm/apply.hpp>

namespace small {

void builder::take(const event& what, acting by) {
  world.now += std::chrono::seconds{1};
  apply(world, what, {++world.head, world.now, by});
}

denial builder::may(user_id who, permission what, target on) const {
  return effective(world, {who, what, on}).why;
}

}  // namespace small
