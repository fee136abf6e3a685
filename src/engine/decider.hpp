// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The first stage of a commit: commands are decided in turn, each on the realm that those before it lead to,
/// whether that is in the log already or not.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "charter/engine/engine.hpp"
#include "commit_request.hpp"
#include "committed_realm.hpp"
#include "digest.hpp"

namespace charter::inline v0 {

struct decided;

/// The realm lies in the batch decided last. The next batch takes it from there, and decides in place; while
/// that batch is not published yet, it takes a copy.
/// Threads: one at a time.
class decider {
 public:
  /// `generation` moves when a batch is lost, and before records that were not decided here come into
  /// `committed`.
  decider(const engine_options& options, const committed_realm& committed,
          const std::atomic<std::uint64_t>& generation);

  /// Answers those who are refused; what the others come to goes into the batch. `before`: the batch before,
  /// if that was not published when this one was begun. Who could not be decided gets no answer: memory ran
  /// out, or the host's clock threw.
  void decide(commit_batch& into, const commit_batch* before, std::span<commit_request* const> news) noexcept;
  /// Takes everything back.
  static void forget(commit_batch& it, std::span<commit_request* const> all) noexcept;
  /// The batch is published, and the next one may take its realm.
  void leave(commit_batch& done) noexcept;
  /// Nobody needs the lists any more: another batch may have their memory. Threads: any.
  void reuse(commit_lists& done) noexcept;

 private:
  bool stand(commit_batch& it, const commit_batch* before);
  void judge(commit_request& asked, commit_batch& into);
  void write_down(commit_request& asked, decided& what, commit_batch& into);

  const engine_options& options_;
  const committed_realm& committed_;
  const std::atomic<std::uint64_t>& generation_;
  const std::unique_ptr<tree_hasher> hash_ = make_sha256_hasher();
  const std::string instance_;
  std::uint64_t counter_ = 0;
  std::unique_ptr<realm> idle_;  ///< of the batch that was published last, if none was begun since
  std::optional<std::uint64_t> idle_generation_;

  static constexpr std::size_t most_kept = 1U << 18;  ///< bytes of text
  std::mutex spare_turn_;
  commit_lists spare_;
};

}  // namespace charter::inline v0
