// SPDX-License-Identifier: Apache-2.0
#include "acts.hpp"

namespace clean_room {

using namespace charter;

void a_run_and_its_result(stage& on) {
  on.out().heading(
      "4. A run and its result",
      "The host runs the job and reports how it goes. Results belong to the creator's organization.");

  on.is_refused(lena, "runs Bob's job", run::start{.job = "readmission"}, "not_in_run_policy");
  on.does(bob, "runs it", run::start{.key = "run-1", .job = "readmission", .attested = true});
  on.is_refused(bob, "says himself how it went",
                run::report{.run = "run-1", .status = run::progress::succeeded}, "forbidden");
  on.does(host, "reports that it is running", run::report{.run = "run-1", .status = run::progress::running});
  on.time_passes(std::chrono::hours{1});
  on.does(host, "reports that it succeeded", run::report{.run = "run-1", .status = run::progress::succeeded});
  on.does(host, "keeps the attestation of the enclave it ran in",
          attestation::record{.run = "run-1", .digest = "sha256:e5"});

  on.asks(bob, "asks whether he may export the result", "result.export", "run-1", "ok");
  on.asks(alice, "asks the same", "result.export", "run-1", "forbidden");

  on.is_refused(bob, "exports the audit trail", audit::extract{.workspace = "study"}, "forbidden");
  on.does(alice, "exports the audit trail, and the export is in it", audit::extract{.workspace = "study"});
}

}  // namespace clean_room
