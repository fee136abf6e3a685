// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a host may do inside charter's transaction: everything but end it, or touch charter's tables.

#include <sqlite3.h>

#include "charter/store/transactional_store.hpp"

namespace charter::inline v0::sqlite {

/// Guards the connection as long as it lives.
class transaction final : public open_transaction {
 public:
  explicit transaction(sqlite3* connection);
  ~transaction() override;

  sqlite3* connection() const { return connection_; }

 private:
  sqlite3* connection_;
};

}  // namespace charter::inline v0::sqlite
