// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The contract for snapshots as a suite, for stores that keep them. It runs like `run_store_contract` does,
/// on the same subjects.
///
/// What one process cannot see is not here and stays the adapter's to test: `kill -9` during a save, several
/// processes at once, a full disk.

#include <cstddef>
#include <functional>
#include <span>

#include "charter/testing/contract/snapshots.hpp"
#include "charter/testing/store_contract.hpp"

namespace charter::inline v0::testing {

inline std::span<const contract_case> snapshot_contract() {
  using namespace contract;
  static constexpr contract_case cases[] = {
      {"no_snapshots", "a new log has no snapshots, and dropping what is not there is no failure",
       no_snapshots},
      {"snapshot_bytes", "a snapshot's bytes come back exactly, however many and in which pieces they came",
       snapshot_bytes},
      {"newest_two", "snapshots are listed the newest first, and the newest two are always kept", newest_two},
      {"save_again", "a save takes the place of the snapshot that is there", save_again},
      {"source_fails", "a save whose source fails is a failure and leaves what was there before",
       source_fails},
      {"drop_one", "what is dropped is gone, and the others stay", drop_one},
      {"log_beside_snapshots", "saving, failing and dropping leave the log alone, and it goes on meanwhile",
       log_beside_snapshots},
      {"snapshots_shared", "what one handle saves or drops others see at once, and after reopening",
       snapshots_shared},
      {"saved_whole", "of saves at once each is seen whole or not at all", saved_whole},
  };
  return cases;
}

/// Runs every case of the contract for snapshots, each on a new log. Answers how many failed.
inline std::size_t run_snapshot_contract(const subject_factory& make,
                                         const std::function<void(const case_report&)>& report,
                                         std::span<const exclusion> exclusions = {}) {
  return run_cases(snapshot_contract(), make, report, exclusions);
}

}  // namespace charter::inline v0::testing
