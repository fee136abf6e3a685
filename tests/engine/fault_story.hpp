// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A story of seventeen commands that meets every way through the writer: one record and two, a batch, a
/// repeated command id, refusals before and after the realm was written to.

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "charter/testing/attempt.hpp"

namespace sample {

inline std::vector<charter::testing::attempt> story() {
  using namespace charter;
  using std::chrono::hours;
  const auto morning = instant{hours{24 * 365 * 56}};
  const auto clock = morning + hours{24};
  const auto at = [&](int hour, actor who, command what, std::optional<std::string> id = {}) {
    return testing::attempt{{std::move(who), morning + hours{hour}, clock, std::move(id), {}},
                            std::move(what)};
  };
  const auto study = workspace::create{.key = "study",
                                       .organization = "hospital",
                                       .kind = "analytics",
                                       .name = "Study",
                                       .approval_policy = approval::all()};
  return {
      at(0, "operator", organization::create{.key = "hospital", .name = "Hospital"}, "c-1"),
      at(0, "operator", organization::create{.key = "lab", .name = "Lab"}),
      at(0, "host",
         user::provision{.key = "alice", .email = "alice@hospital.org", .organization = "hospital"}),
      at(0, "host", user::provision{.key = "bob", .email = "bob@lab.org", .organization = "lab"}),
      at(0, "host", user::record_sign_in{.user = "bob"}),
      at(0, "operator", organization::create{.key = "hospital", .name = "Hospital"}, "c-1"),
      at(0, "operator", role::assign{.user = "alice", .role = "organization_admin"}),
      at(0, "alice", role::assign{.user = "alice", .role = "workspace_admin"}),
      at(1, "bob", study),
      at(1, "alice", study, "c-2"),
      at(1, "alice",
         workspace::add_member{.workspace = "study", .email = "bob@lab.org", .until = morning + hours{2}}),
      at(1, "alice",
         batch{{workspace::describe{.workspace = "study", .description = "What we study"},
                workspace::archive{.workspace = "nowhere"}}}),
      at(1, "alice",
         batch{{workspace::describe{.workspace = "study", .description = "What we study"},
                workspace::rename{.workspace = "study", .name = "Our study"}}}),
      at(1, "alice", study, "c-2"),
      at(3, "alice",
         job::create{.key = "count", .workspace = "study", .name = "Count", .content_digest = "d"}),
      at(3, "bob", workspace::archive{.workspace = "study"}),
      at(4, "alice", workspace::archive{.workspace = "study"}),
  };
}

}  // namespace sample
