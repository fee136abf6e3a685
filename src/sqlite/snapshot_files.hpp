// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Snapshots as files beside the log: `<log>-snapshot-<position>`. The log's own file and connection have no
/// part in them, so that no failure here can be one of the log.

#include <string>

#include "charter/store/snapshot_store.hpp"

namespace charter::inline v0::sqlite {

/// A snapshot is written under a name of its own (a draft), made durable and renamed into place. Drafts are
/// locked while they are written: one that is not was left by a crash.
class snapshot_files final : public snapshot_store {
 public:
  /// `log` is a resolved name.
  explicit snapshot_files(std::string log);

  std::optional<failure> save(position at, const byte_source& source) override;
  tl::expected<std::vector<position>, failure> list() override;
  tl::expected<std::string, failure> load(position at) override;
  std::optional<failure> drop(position at) override;

  /// Removes the drafts that nobody is writing any more.
  void sweep();

 private:
  std::string file_of(position at) const;
  std::optional<failure> write_draft(int descriptor, const std::string& draft,
                                     const byte_source& source) const;
  void forget_all_but_newest();

  const std::string log_, folder_, prefix_;
};

}  // namespace charter::inline v0::sqlite
