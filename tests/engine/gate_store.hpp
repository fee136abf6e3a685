// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A memory store whose next append waits at a gate, so that callers can be made to queue up behind it.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

#include "charter/store/memory_store.hpp"

namespace sample {

class gate_store final : public charter::event_store {
 public:
  enum class failing { none, the_one_waiting, the_next };

  struct control {
    std::mutex turn;
    std::condition_variable moved;
    bool shut = false, waiting = false;
    failing fails = failing::none;
    std::vector<std::size_t> batches;  ///< how many records each append brought
    std::atomic<bool> has_memory_to_read{true};

    void shut_it() {
      const std::lock_guard lock(turn);
      shut = true;
    }
    /// Waits until an append stands before the gate.
    void await_leader() {
      std::unique_lock lock(turn);
      moved.wait(lock, [&] { return waiting; });
    }
    void open_it(failing which = failing::none) {
      const std::lock_guard lock(turn);
      shut = false;
      fails = which;
      moved.notify_all();
    }
  };
  gate_store(std::shared_ptr<charter::memory_log> log, std::shared_ptr<control> how)
      : inner_(std::move(log)), how_(std::move(how)) {}

  tl::expected<charter::log_head, charter::failure> head() override { return inner_.head(); }
  append_result append(charter::position expected, const charter::record_batch& batch) override {
    std::unique_lock lock(how_->turn);
    const auto me = how_->shut ? failing::the_one_waiting : failing::the_next;
    if (how_->shut) {
      how_->waiting = true;
      how_->moved.notify_all();
      how_->moved.wait(lock, [&] { return !how_->shut; });
      how_->waiting = false;
    }
    if (how_->fails == me) {
      how_->fails = failing::none;
      return charter::failure{charter::failure_kind::full, "the disk is full"};
    }
    how_->batches.push_back(batch.records.size());
    return inner_.append(expected, batch);
  }
  tl::expected<charter::position, charter::failure> read(charter::position after, std::size_t limit,
                                                         const visitor& visit) override {
    if (!how_->has_memory_to_read) throw std::bad_alloc();
    return inner_.read(after, limit, visit);
  }

 private:
  charter::memory_store inner_;
  std::shared_ptr<control> how_;
};

}  // namespace sample
