// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who acts: the operator of the platform, the host application, or a user that the host vouches for.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "charter/base/id.hpp"

namespace charter::inline v0 {

enum class actor_kind : std::uint8_t { platform, host, user };

/// As a caller names it: `actor::platform()`, `actor::host()`, or any user reference. The texts "operator"
/// and "host" mean the first two; no user can have them as a key.
class actor {
 public:
  actor() = default;
  actor(user_id user) : kind_(actor_kind::user), user_(user) {}
  actor(ref<user_id> user) : actor(user.text()) {}
  actor(const char* text) : actor(std::string(text)) {}
  actor(std::string_view text) : actor(std::string(text)) {}
  actor(std::string text)
      : kind_(text == "operator" ? actor_kind::platform
              : text == "host"   ? actor_kind::host
                                 : actor_kind::user),
        user_(std::move(text)) {}

  static actor platform() { return actor("operator"); }
  static actor host() { return actor("host"); }

  actor_kind kind() const { return kind_; }
  const ref<user_id>& user() const { return user_; }  ///< of a user: how it was named
  friend bool operator==(const actor&, const actor&) = default;

 private:
  actor_kind kind_ = actor_kind::host;
  ref<user_id> user_ = "host";
};

/// The same, resolved against a realm. PERSISTED: records write "operator", "host" or the user's id.
struct acting {
  actor_kind kind = actor_kind::host;
  user_id user = {};

  bool is_user() const { return kind == actor_kind::user; }
  bool is(user_id one) const { return is_user() && user == one; }
  friend bool operator==(const acting&, const acting&) = default;
};

inline void append_text(std::string& out, const acting& who) {
  if (who.is_user()) return append_text(out, who.user);
  out += who.kind == actor_kind::platform ? "operator" : "host";
}
inline std::string to_text(const acting& who) {
  std::string out;
  append_text(out, who);
  return out;
}

}  // namespace charter::inline v0
