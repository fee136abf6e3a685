// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who is told of every record, in order and at least once.

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "charter/codec/record_json.hpp"
#include "charter/record/record.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

/// Threads: one at a time. Each throws what a sink throws.
class observers {
 public:
  explicit observers(event_store& store) : store_(store) {}

  /// Tells `sink` at once what it lacks up to `end`. It is told of the rest until the ticket is gone.
  std::shared_ptr<void> add(position after, position end, std::function<void(const record&)> sink) {
    auto ticket = std::make_shared<int>(0);
    observer made{ticket, std::move(sink), after};
    if (after < end) read_to(made, end);
    all_.push_back(std::move(made));
    return ticket;
  }

  /// Whether anybody is left to be told.
  bool any() {
    std::erase_if(all_, [](const observer& each) { return each.ticket.expired(); });
    return !all_.empty();
  }

  /// `news` are the last records up to `end`; what an observer lacks before them is read from the store.
  void tell(std::span<const record> news, position end) {
    for (auto& each : all_) {
      if (each.told + news.size() < end) read_to(each, end);
      if (each.told + news.size() < end) continue;
      for (const auto& one : news)
        if (one.at_position > each.told) each.sink(one), each.told = one.at_position;
    }
  }

 private:
  struct observer {
    std::weak_ptr<void> ticket;
    std::function<void(const record&)> sink;
    position told = 0;  ///< the last record that the sink was given
  };

  /// As far as it can be read now; the rest follows the next time.
  void read_to(observer& to, position end) {
    const auto deliver = [&](position at, record_bytes bytes) {
      const auto parsed = read_record(bytes);
      if (!parsed) return false;
      to.sink(*parsed);
      to.told = at;
      return at < end;
    };
    (void)store_.read(to.told, static_cast<std::size_t>(end - to.told), deliver);
  }

  event_store& store_;
  std::vector<observer> all_;
};

}  // namespace charter::inline v0
