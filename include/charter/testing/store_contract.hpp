// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The storage contract as a suite that an adapter's author runs, inside whatever test framework they have.
///
///     struct my_subject final : testing::store_subject {
///       tl::expected<std::unique_ptr<event_store>, failure> open() override { return open_my_store(name); }
///       std::string name = a_name_never_used_before();
///     };
///     auto failures = testing::run_store_contract([] { return std::make_unique<my_subject>(); },
///                                                 [](const testing::case_report& it) { print(it); });
///
/// What one process cannot see is not here and stays the adapter's to test: `kill -9` and power loss after an
/// acknowledged append, several processes at once, torn tails and damage.

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "charter/testing/contract/appending.hpp"
#include "charter/testing/contract/reading.hpp"
#include "charter/testing/contract/reopening.hpp"
#include "charter/testing/contract/sharing.hpp"
#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing {

/// One sentence of the contract and the function that tries it. `name` is stable: exclusions refer to it.
struct contract_case {
  std::string_view name;
  std::string_view sentence;
  void (*run)(trial&, event_store&);
};

inline std::span<const contract_case> store_contract() {
  using namespace contract;
  static constexpr contract_case cases[] = {
      {"empty_log", "a new log ends at position 0 and has no head bytes", empty_log},
      {"append_moves_head", "an append moves the head to its last record and answers that position",
       append_moves_head},
      {"head_bytes", "the head bytes of the last batch come back exactly, as the log's", head_bytes},
      {"kept_heads", "the heads that are shown are those of batches, in order, and the last is the log's",
       kept_heads},
      {"positions", "positions are contiguous from 1, in the order of the batches and in them", positions},
      {"conflict",
       "an append that expects another head is a conflict, says where the log ends and writes nothing",
       conflict},
      {"exact_bytes", "bytes come back exactly: NUL, invalid UTF-8, empty, what looks like a number, 1 MiB",
       exact_bytes},
      {"copies_batch", "the batch may die when append returns", copies_batch},
      {"many_batches", "many small batches make one log", many_batches},
      {"large_batch", "a batch may hold thousands of records", large_batch},
      {"usable_after_error", "a conflict or a failure writes nothing and leaves the store usable",
       usable_after_error},
      {"read_after", "a read starts behind the position it is given and answers the last one shown",
       read_after},
      {"read_limit", "a read shows at most as many records as its limit", read_limit},
      {"read_stops", "a read ends when the visitor says so, with the record that it saw last", read_stops},
      {"read_past_head", "a read behind the head shows nothing and answers where it started", read_past_head},
      {"wait_when_behind", "a wait for what is already there returns at once", wait_when_behind},
      {"wait_times_out", "a wait returns when its time is up, with the head as it is", wait_times_out},
      {"wait_sees_append", "a wait returns when another handle appends", wait_sees_append},
      {"second_handle", "what one handle appended another sees at once, and a stale one conflicts",
       second_handle},
      {"one_winner", "of N concurrent writers exactly one wins each position", one_winner},
      {"no_position_passed", "a reader never passes a position that is filled later", no_position_passed},
      {"atomic_batch", "a batch is seen whole or not at all, also by readers beside the writer",
       atomic_batch},
      {"reopen", "reopening sees everything: every record and the head", reopen},
      {"reopen_continues", "after reopening the log goes on where it ended", reopen_continues},
  };
  return cases;
}

/// A case an adapter cannot pass, and the reason that its users should know. An exclusion without a reason,
/// or of no case, is a failure of its own.
struct exclusion {
  std::string_view name;
  std::string_view reason;
};

enum class verdict { passed, failed, excluded };

struct case_report {
  std::string_view name;
  std::string_view sentence;
  verdict outcome = verdict::failed;
  std::string detail;  ///< what was expected and what came, or the reason of the exclusion
};

/// Runs one case on a new log. A case that checked nothing has failed.
inline case_report run_case(const contract_case& it, const subject_factory& make) {
  const auto subject = make();
  trial attempt(*subject);
  if (auto* store = attempt.open()) it.run(attempt, *store);
  const bool passed = attempt.failures().empty() && attempt.checks() > 0;
  return {
      it.name, it.sentence, passed ? verdict::passed : verdict::failed,
      attempt.checks() == 0 && attempt.failures().empty() ? "the case made no check" : attempt.failures()};
}

/// Runs those cases, each on a new log, and reports each. Answers how many failed.
inline std::size_t run_cases(std::span<const contract_case> cases, const subject_factory& make,
                             const std::function<void(const case_report&)>& report,
                             std::span<const exclusion> exclusions) {
  std::size_t failed = 0;
  const auto tell = [&](const case_report& it) {
    failed += it.outcome == verdict::failed ? 1U : 0U;
    report(it);
  };
  for (const auto& it : exclusions) {
    const bool known =
        std::any_of(cases.begin(), cases.end(), [&](const auto& one) { return one.name == it.name; });
    if (!known) tell({it.name, "", verdict::failed, "excluded, but there is no such case"});
    if (it.reason.empty()) tell({it.name, "", verdict::failed, "excluded without a reason"});
  }
  for (const auto& it : cases) {
    const auto excluded = std::find_if(exclusions.begin(), exclusions.end(),
                                       [&](const auto& one) { return one.name == it.name; });
    if (excluded != exclusions.end())
      tell({it.name, it.sentence, verdict::excluded, std::string(excluded->reason)});
    else
      tell(run_case(it, make));
  }
  return failed;
}

/// Runs every case of the storage contract, as `run_cases` does.
inline std::size_t run_store_contract(const subject_factory& make,
                                      const std::function<void(const case_report&)>& report,
                                      std::span<const exclusion> exclusions = {}) {
  return run_cases(store_contract(), make, report, exclusions);
}

}  // namespace charter::inline v0::testing
