// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where a scenario plays: an engine over a log in memory, and a clock that follows the steps.

#include <boost/json/value.hpp>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "charter/base/instant.hpp"
#include "charter/engine/engine.hpp"
#include "charter/store/memory_store.hpp"
#include "scenario_step.hpp"

namespace charter::inline v0::testing {

/// What came of a step: a receipt or an answer, or `{"refused": …}`, or `{"failed": …}` where the machinery
/// gave out.
struct outcome {
  bool accepted = false;
  boost::json::value answer;
};

/// When a scenario begins.
inline constexpr instant first_time = instant{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

class stage {
 public:
  static tl::expected<stage, failure> open(const rules::rulebook& rules);

  /// A step without a time of its own plays at the latest time of a step that was not refused.
  outcome play(const scenario_step& step);

  /// The realm as text. Cost: O(realm) after a change, else nothing.
  const std::string& realm_text();
  /// The same, read anew: what a refused command must not have changed.
  std::string realm_text_now() const;
  /// Replayed from the log by an engine that knows nothing but the log.
  tl::expected<std::string, failure> replayed_text() const;
  position log_end() const;

 private:
  stage(std::shared_ptr<memory_log> log, std::shared_ptr<instant> clock, engine opened)
      : log_(std::move(log)), clock_(std::move(clock)), engine_(std::move(opened)) {}

  outcome play_command(const scenario_step& step);
  outcome play_advance(const scenario_step& step);
  outcome play_question(const scenario_step& step);
  outcome execute(const context& with, const command& what);

  std::shared_ptr<memory_log> log_;
  std::shared_ptr<instant> clock_;  ///< the engine's own
  engine engine_;
  instant latest_ = first_time;
  std::optional<std::string> realm_text_ = {};
};

}  // namespace charter::inline v0::testing
