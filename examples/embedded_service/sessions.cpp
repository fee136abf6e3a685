// SPDX-License-Identifier: Apache-2.0
#include "sessions.hpp"

#include <charter/engine/engine.hpp>
#include <charter/stores/sqlite.hpp>
#include <chrono>

#include "secrets.hpp"
#include "sql.hpp"

namespace embedded_service {

namespace {

constexpr std::chrono::seconds session_length = std::chrono::hours{12};

std::int64_t seconds_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

bool knows_password(const service& at, std::string_view name, std::string_view password) {
  statement known(at.rows, "SELECT salt, secret FROM accounts WHERE name = ?", name);
  return known.has_row() && stretched(password, known.text(0)) == known.text(1);
}

}  // namespace

tl::expected<std::optional<std::string>, charter::rejection> sign_in(const service& at, std::string_view name,
                                                                     std::string_view password) {
  if (!knows_password(at, name, password)) return std::nullopt;
  const auto token = random_token();
  const auto done =
      at.realm.execute_with({.as = charter::actor::host()}, charter::user::record_sign_in{.user = name},
                            [&](charter::open_transaction& open) {
                              return run(charter::connection_of(open),
                                         "INSERT INTO sessions (token, account, until) VALUES (?, ?, ?)",
                                         token, name, seconds_now() + session_length.count());
                            });
  if (!done) return tl::make_unexpected(done.error());
  return token;
}

std::optional<std::string> account_of(const service& at, std::string_view token) {
  statement found(at.rows, "SELECT account FROM sessions WHERE token = ? AND until > ?", token,
                  seconds_now());
  if (!found.has_row()) return {};
  return found.text(0);
}

}  // namespace embedded_service
