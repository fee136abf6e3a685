// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Watches an engine whose store may fail, and says where it shows what the log does not hold, answers what
/// is not so, or stops working.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "charter/engine/engine.hpp"
#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"
#include "charter/store/memory_store.hpp"
#include "charter/testing/attempt.hpp"
#include "charter/testing/fault_store.hpp"

namespace sample {

using store_maker =
    std::function<std::unique_ptr<charter::event_store>(std::shared_ptr<charter::memory_log>)>;

/// The log's own handle is the truth that everything is compared with: what the engine's store says counts
/// for nothing.
class fault_trial {
 public:
  /// `make` makes the store under the one that fails; by default the memory store itself.
  explicit fault_trial(store_maker make = {});

  const std::shared_ptr<charter::testing::fault_control>& faults() const { return faults_; }
  /// The records of the log.
  const std::vector<std::string>& texts() const { return texts_; }
  /// What is wrong, a line each.
  std::string complaints() const;

  /// False if the engine could not be opened: then only because the store failed.
  bool open();
  using answer = tl::expected<charter::receipt, charter::rejection>;
  using performer = std::function<answer(charter::engine&, const charter::context&, const charter::command&)>;

  /// Executes, and compares what was answered and is shown with the log. REQUIRES: it was opened.
  answer execute(const charter::testing::attempt& next);
  /// The same by `perform`, which may come to fail although the store works.
  answer execute(const charter::testing::attempt& next, const performer& perform);
  /// Reads on, and compares. REQUIRES: it was opened.
  void refresh();
  /// Opens the log anew, without faults: what it gives must be what the engine shows.
  void compare_with_reopened();

  /// What the observer does with a record.
  void hear(const charter::record& told);

 private:
  void complain(std::string what);
  std::vector<std::string> read_log();
  void judge_answer(const charter::testing::attempt& next, const answer& done, std::size_t known);
  void judge_written(const charter::testing::attempt& next, std::size_t known);
  void judge_receipt(const charter::testing::attempt& next, const charter::receipt& it, std::size_t known);
  void follow_log(std::size_t known);
  void compare_shown(bool may_lag);
  void compare_heard();

  std::shared_ptr<charter::memory_log> log_ = charter::make_memory_log();
  std::shared_ptr<charter::testing::fault_control> faults_ =
      std::make_shared<charter::testing::fault_control>();
  store_maker make_;
  charter::instant clock_{};
  std::optional<charter::engine> engine_;
  charter::subscription ears_;

  std::vector<std::string> texts_;      ///< the log as it was last read
  std::vector<charter::realm> realms_;  ///< by position: what the log up to there leads to
  charter::position heard_ = 0;         ///< the last record that the observer was told
  bool lags_ = false;                   ///< an outcome is unknown and nothing has been read since
  std::string doing_ = "opening";
  std::vector<std::string> complaints_;
};

}  // namespace sample
