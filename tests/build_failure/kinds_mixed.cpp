// SPDX-License-Identifier: Apache-2.0
// Ids of different kinds are different types: a user is never taken for a workspace.
#include "charter/base/id.hpp"

using namespace charter;

static void archive(workspace_id) {}

int main() {
  archive(workspace_id{1});
#ifdef CHARTER_OFFEND
  archive(user_id{1});  // offending line
#endif
}
