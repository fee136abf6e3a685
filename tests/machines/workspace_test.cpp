// SPDX-License-Identifier: Apache-2.0
// A workspace's life, and its credential.
#include "charter/machines/workspace/rules.hpp"

#include <doctest/doctest.h>

TEST_SUITE("machines/workspace") {

using namespace charter;
using machine = workspace::machine;

TEST_CASE("a workspace is activated once and archived for good [D02, D07]") {
  workspace::state it;
  CHECK(it.status == workspace::status::pending);
  machine::apply(it, workspace::activated{});
  CHECK(it.status == workspace::status::active);
  machine::apply(it, workspace::archived{});
  CHECK(it.archived());
  machine::apply(it, workspace::activated{});
  CHECK(it.archived());
}

TEST_CASE("a pending workspace may be archived [D06]") {
  workspace::state it;
  machine::apply(it, workspace::archived{});
  CHECK(it.archived());
}

TEST_CASE("a revoked credential keeps its number, so that the next one is new [D43]") {
  workspace::state it;
  machine::apply(it, workspace::credential_requested{{}, 1});
  machine::apply(it, workspace::credential_revoked{{}, 1, "workspace.rotate_credential"});
  CHECK(it.credential_generation == 1);
  machine::apply(it, workspace::credential_requested{{}, 2});
  CHECK(it.credential_generation == 2);
}

}  // TEST_SUITE("machines/workspace")
