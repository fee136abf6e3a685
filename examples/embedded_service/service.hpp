// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What every request works with. All of it may be used by any number of threads.

#include <sqlite3.h>

#include <charter/fwd.hpp>

namespace embedded_service {

struct service {
  charter::engine& realm;
  sqlite3* rows;  ///< for reading
};

}  // namespace embedded_service
