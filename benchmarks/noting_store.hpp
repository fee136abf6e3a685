// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A store that passes everything on and notes each batch, so that the same bytes can be written raw.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "charter/store/event_store.hpp"

namespace charter_benchmarks {

struct noted_batch {
  std::vector<std::string> records;
  std::string head;
};

class noting_store final : public charter::event_store {
 public:
  noting_store(std::unique_ptr<charter::event_store> inside, std::vector<noted_batch>& notes)
      : inside_(std::move(inside)), notes_(notes) {}

  tl::expected<charter::log_head, charter::failure> head() override { return inside_->head(); }
  append_result append(charter::position expected, const charter::record_batch& batch) override {
    noted_batch note{{batch.records.begin(), batch.records.end()}, {}};
    for (const auto each : batch.head) note.head += static_cast<char>(each);
    notes_.push_back(std::move(note));
    return inside_->append(expected, batch);
  }
  tl::expected<charter::position, charter::failure> read(charter::position after, std::size_t limit,
                                                         const visitor& visit) override {
    return inside_->read(after, limit, visit);
  }

 private:
  std::unique_ptr<charter::event_store> inside_;
  std::vector<noted_batch>& notes_;
};

}  // namespace charter_benchmarks
