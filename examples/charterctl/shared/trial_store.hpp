// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A log with a second end in memory: an engine over it decides and appends as it would on the file, and the
/// file stays as it is.

#include <charter/store/event_store.hpp>
#include <memory>
#include <string>
#include <vector>

namespace charterctl {

/// Threads: one. What others append to the log below after this was made is not seen.
class trial_store final : public charter::event_store {
 public:
  explicit trial_store(std::unique_ptr<charter::event_store> below);

  tl::expected<charter::log_head, charter::failure> head() override;
  append_result append(charter::position expected_head, const charter::record_batch& batch) override;
  tl::expected<charter::position, charter::failure> read(charter::position after, std::size_t limit,
                                                         const visitor& visit) override;

 private:
  std::unique_ptr<charter::event_store> below_;
  tl::expected<charter::log_head, charter::failure> base_;  ///< where the log below ended
  charter::log_head head_;
  std::vector<std::string> appended_;
};

}  // namespace charterctl
