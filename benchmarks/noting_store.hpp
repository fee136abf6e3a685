// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A store that passes everything on and notes each batch, so that the same bytes can be written raw.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "charter/store/event_store.hpp"

namespace charter_benchmarks {

/// One copy of all bytes: whoever measures the store pays for the noting too.
struct noted_batch {
  std::string bytes;               ///< of the records in their order, then of the head
  std::vector<std::size_t> sizes;  ///< of the records
};

class noting_store final : public charter::event_store {
 public:
  noting_store(std::unique_ptr<charter::event_store> inside, std::vector<noted_batch>& notes)
      : inside_(std::move(inside)), notes_(notes) {}

  tl::expected<charter::log_head, charter::failure> head() override { return inside_->head(); }
  append_result append(charter::position expected, const charter::record_batch& batch) override {
    noted_batch note;
    std::size_t size = batch.head.size();
    for (const auto& each : batch.records) note.sizes.push_back(each.size()), size += each.size();
    note.bytes.reserve(size);
    for (const auto& each : batch.records) note.bytes += each;
    note.bytes.append(reinterpret_cast<const char*>(batch.head.data()), batch.head.size());
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
