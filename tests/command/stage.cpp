// SPDX-License-Identifier: Apache-2.0
// In a file of its own: deciding takes many seconds to compile.
#include "stage.hpp"

#include "charter/command/decide.hpp"

namespace staged {

answer judge(const realm& world, const decision_context& with, const command& what) {
  return decide(world, with, what);
}

void stage::execute(const decision_context& with, const command& what) {
  const auto done = advance(world, with, what);
  REQUIRE_MESSAGE(done, what.name() << ": " << done.error().why.slug);
}

}  // namespace staged
