// SPDX-License-Identifier: Apache-2.0
// A bare number is no id: whoever makes one says of which kind it is.
#include "charter/base/id.hpp"

using namespace charter;

int main() {
  user_id alice{1};
#ifdef CHARTER_OFFEND
  alice = 7;  // offending line
#endif
  return static_cast<int>(alice.value) - 1;
}
