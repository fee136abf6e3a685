// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_notices`: what a person was told, newest first (R198). The operator has a list of its own.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/own_box.hpp"

namespace charter::inline v0::queries {

/// Exactly one of `user` and `email`. The user "operator" is the operator.
struct list_notices {
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_notices";
  static constexpr auto fields =
      described_by<&list_notices::user, &list_notices::email, &list_notices::limit, &list_notices::after>(
          "user", "email", "limit", "after");
};

struct notice_row {
  std::uint64_t number = 0;
  charter::notice::kind kind = charter::notice::kind::invited;
  std::optional<std::string> workspace = {};
  std::optional<std::string> job = {};
  std::string by = {};
  instant at = {};
  bool read = false;

  static constexpr auto fields =
      described_by<&notice_row::number, &notice_row::kind, &notice_row::workspace, &notice_row::job,
                   &notice_row::by, &notice_row::at, &notice_row::read>("number", "kind", "workspace", "job",
                                                                        "by", "at", "read");
};

inline objection check_shape(const realm&, const list_notices& q) {
  return exactly_one({{"user", q.user.has_value()}, {"email", q.email.has_value()}});
}

inline objection open_mailbox(const inquiry& asked, const list_notices& q, notice::mailbox& out) {
  if (q.user && q.user->text() == "operator") {
    if (asked.by.is_user()) return inquiry::only_for_oneself();
    out = asked.world.platform_mail;
    return {};
  }
  own_box whose;
  if (auto no = enter_own_box(asked, q.user, q.email, whose)) return no;
  if (whose.user)
    out = asked.world.mail[whose.user->value];
  else if (const auto* held = asked.world.held_mail.find(whose.address))
    out = *held;
  return {};
}

inline result<page<notice_row>> reply(const inquiry& asked, const list_notices& q) {
  notice::mailbox box;
  if (auto no = open_mailbox(asked, q, box)) return tl::make_unexpected(*no);
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t number = box.rows.size(); number > 0; --number) numbers.push_back(number);
  const realm& world = asked.world;
  return cut<notice_row>(
      numbers, q, [](std::uint64_t number) { return std::to_string(number); },
      [&](std::uint64_t number) -> std::optional<notice_row> {
        const auto& it = box.rows[number - 1];
        return notice_row{number,
                          it.kind,
                          label_if(world, it.workspace),
                          label_if(world, it.job),
                          label(world, it.by),
                          it.at,
                          number <= box.read_up_to};
      });
}

}  // namespace charter::inline v0::queries
