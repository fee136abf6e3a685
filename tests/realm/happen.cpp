// SPDX-License-Identifier: Apache-2.0
#include "happen.hpp"

#include "charter/realm/apply.hpp"

namespace charter_tests {

void happen(charter::realm& world, const charter::event& what, const charter::stamp& when) {
  apply(world, what, when);
}

}  // namespace charter_tests
