// SPDX-License-Identifier: Apache-2.0
#include "statement.hpp"

#include "charter/base/text.hpp"

namespace charter::inline v0::sqlite {

namespace {

bool reads_as_text(record_bytes record) {
  return record.find('\0') == record_bytes::npos && is_valid_utf8(record);
}

}  // namespace

database open_database(const std::string& file, int flags, int& code) {
  sqlite3* raw = nullptr;
  code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database db(raw);
  if (code == SQLITE_OK) sqlite3_extended_result_codes(raw, 1);
  if (code != SQLITE_OK && raw != nullptr) code = sqlite3_extended_errcode(raw);
  return db;
}

statement prepare(sqlite3* db, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  return statement(raw);
}

execution::~execution() {
  sqlite3_reset(it_);
  sqlite3_clear_bindings(it_);
}

execution& execution::bind(int index, position value) {
  keep(sqlite3_bind_int64(it_, index, static_cast<sqlite3_int64>(value)));
  return *this;
}

// A null pointer would bind NULL, so an empty value needs an address too.
execution& execution::bind(int index, std::span<const std::byte> bytes) {
  const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
  keep(sqlite3_bind_blob64(it_, index, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

execution& execution::bind(int index, record_bytes record) {
  if (!reads_as_text(record)) return bind(index, std::as_bytes(std::span(record)));
  const char* data = record.empty() ? "" : record.data();
  keep(sqlite3_bind_text64(it_, index, data, record.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

int execution::step() {
  if (bound_ != SQLITE_OK) return bound_;
  return sqlite3_step(it_);
}

position execution::number(int column) const {
  return static_cast<position>(sqlite3_column_int64(it_, column));
}

std::string_view execution::bytes(int column) const {
  // The pointer is asked for before the size; of text, column_blob gives the stored bytes untouched.
  const auto* data = static_cast<const char*>(sqlite3_column_blob(it_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(it_, column));
  return data == nullptr ? std::string_view{} : std::string_view(data, size);
}

}  // namespace charter::inline v0::sqlite
