// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Snapshots in memory, beside a log in memory.

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "charter/store/snapshot_store.hpp"

namespace charter::inline v0 {

class memory_snapshots final : public snapshot_store {
 public:
  std::optional<failure> save(position at, const byte_source& source) override;
  tl::expected<std::vector<position>, failure> list() override;
  tl::expected<std::string, failure> load(position at) override;
  std::optional<failure> drop(position at) override;

 private:
  std::mutex turn_;
  std::map<position, std::shared_ptr<const std::string>> kept_;
};

}  // namespace charter::inline v0
