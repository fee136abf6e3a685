// SPDX-License-Identifier: Apache-2.0
#include "rows_and_records.hpp"

#include <sqlite3.h>

#include <charter/engine/verify.hpp>
#include <charter/stores/sqlite.hpp>
#include <memory>
#include <stdexcept>

namespace embedded_service_test {

namespace {

struct close_all {
  void operator()(sqlite3* it) const { sqlite3_close(it); }
};
using connection = std::unique_ptr<sqlite3, close_all>;

/// The first column of all rows.
std::set<std::string> column(const connection& db, const std::string& sql) {
  std::set<std::string> out;
  const auto take = [](void* into, int, char** values, char**) {
    static_cast<std::set<std::string>*>(into)->insert(values[0] ? values[0] : "null");
    return 0;
  };
  if (sqlite3_exec(db.get(), sql.c_str(), take, &out, nullptr) != SQLITE_OK)
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(db.get()));
  return out;
}

long number(const connection& db, const std::string& sql) { return std::stol(*column(db, sql).begin()); }

/// A member of all events of that name.
std::string events(const std::string& what, const std::string& name) {
  return "SELECT " + what +
         " FROM records, json_each(record, '$.events') AS each WHERE each.value ->> 'event' = '" + name + "'";
}

}  // namespace

rows_and_records read_file(const std::string& file) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const connection db(opened);
  if (code != SQLITE_OK) throw std::runtime_error(file + ": " + sqlite3_errmsg(opened));
  return {column(db, "SELECT name FROM accounts"),
          column(db, events("each.value ->> 'key'", "user.provisioned")),
          column(db, "SELECT job FROM submissions"),
          column(db, events("each.value ->> 'key'", "job.created")),
          column(db, "SELECT title FROM submissions"),
          number(db, "SELECT count(*) FROM sessions"),
          number(db, events("count(*)", "user.signed_in"))};
}

bool is_whole(const std::string& file) {
  const auto store = charter::open_sqlite(file, {.create = false, .full_check = true});
  if (!store) return false;
  const auto verified = charter::verify(**store);
  return verified && verified->ok();
}

}  // namespace embedded_service_test
