// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of runs and attestations.

#include <string>

#include "charter/base/boxed.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/machines/lifecycle.hpp"

namespace charter::inline v0 {

namespace run {

enum class status : std::uint8_t { queued, running, succeeded, failed, cancelled };

/// Vocabulary, section 4, Run. The host's report names the state it leads to.
inline constexpr transition<status> lifecycle[] = {
    {status::queued, "running", status::running},
    {status::queued, "succeeded", status::succeeded},
    {status::queued, "failed", status::failed},
    {status::running, "succeeded", status::succeeded},
    {status::running, "failed", status::failed},
    {status::queued, "run.cancel", status::cancelled},
    {status::running, "run.cancel", status::cancelled},
    {status::queued, "runs.cancelled", status::cancelled},
    {status::running, "runs.cancelled", status::cancelled},
};

struct details {
  std::string key;
  std::string note;
  friend bool operator==(const details&, const details&) = default;
};

struct state {
  job_id job;
  workspace_id workspace;
  user_id started_by;
  run::status status = run::status::queued;
  bool attested = false;
  boxed<run::details> details;

  bool finished() const { return status != run::status::queued && status != run::status::running; }
};

}  // namespace run

namespace attestation {

struct state {
  run_id run;
  instant at{};
  boxed<std::string> key;
  boxed<std::string> digest;
};

}  // namespace attestation

template <>
struct enum_names<run::status> {
  static constexpr std::array<std::string_view, 5> names = {"queued", "running", "succeeded", "failed",
                                                            "cancelled"};
};

}  // namespace charter::inline v0
