// SPDX-License-Identifier: Apache-2.0
#include "small_realm.hpp"

#include "../realm/happen.hpp"

namespace small {

void builder::take(const event& what, acting by) {
  world.now += std::chrono::seconds{1};
  charter_tests::happen(world, what, {++world.head, world.now, by});
}

denial builder::may(user_id who, permission what, target on) const {
  return effective(world, {who, what, on}).why;
}

}  // namespace small
