// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The realm itself: its rulebook, its time, notices read, audit extracts.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/machines/ledger/filter.hpp"
#include "charter/machines/ledger/rulebook_document.hpp"

namespace charter::inline v0::realms {

struct create {
  rulebook_document rulebook = {};

  static constexpr std::string_view message_name = "realm.create";
  static constexpr auto fields = described_by<&create::rulebook>("rulebook");
};

struct amend_rulebook {
  rulebook_document rulebook = {};

  static constexpr std::string_view message_name = "realm.amend_rulebook";
  static constexpr auto fields = described_by<&amend_rulebook::rulebook>("rulebook");
};

struct created {
  rulebook_document rulebook = {};

  static constexpr std::string_view message_name = "realm.created";
  static constexpr auto fields = described_by<&created::rulebook>("rulebook");
};

struct rulebook_amended {
  rulebook_document rulebook = {};

  static constexpr std::string_view message_name = "realm.rulebook_amended";
  static constexpr auto fields = described_by<&rulebook_amended::rulebook>("rulebook");
};

}  // namespace charter::inline v0::realms

namespace charter::inline v0::time {

/// The time is the context's.
struct advance {
  static constexpr std::string_view message_name = "time.advance";
  static constexpr auto fields = described_by<>();
};

struct advanced {
  instant to = {};

  static constexpr std::string_view message_name = "time.advanced";
  static constexpr auto fields = described_by<&advanced::to>("to");
};

}  // namespace charter::inline v0::time

namespace charter::inline v0::notice {

struct mark_read {
  std::int64_t up_to = 0;

  static constexpr std::string_view message_name = "notice.mark_read";
  static constexpr auto fields = described_by<&mark_read::up_to>("up_to");
};

struct marked_read {
  user_id user = {};
  std::int64_t up_to = 0;

  static constexpr std::string_view message_name = "notice.marked_read";
  static constexpr auto fields = described_by<&marked_read::user, &marked_read::up_to>("user", "up_to");
};

}  // namespace charter::inline v0::notice

namespace charter::inline v0::audit {

/// Exactly one of `organization` and `workspace`. Exporting is itself logged (D11).
struct extract {
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<audit::filter> filter = {};

  static constexpr std::string_view message_name = "audit.extract";
  static constexpr auto fields = described_by<&extract::organization, &extract::workspace, &extract::filter>(
      "organization", "workspace", "filter");
};

struct extracted {
  std::optional<organization_id> organization = {};
  std::optional<workspace_id> workspace = {};
  std::optional<audit::filter> filter = {};

  static constexpr std::string_view message_name = "audit.extracted";
  static constexpr auto fields =
      described_by<&extracted::organization, &extracted::workspace, &extracted::filter>(
          "organization", "workspace", "filter");
};

}  // namespace charter::inline v0::audit

namespace charter::inline v0::ledger {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command =
    std::variant<realms::create, realms::amend_rulebook, time::advance, notice::mark_read, audit::extract>;
using event = std::variant<realms::created, realms::rulebook_amended, time::advanced, notice::marked_read,
                           audit::extracted>;

}  // namespace charter::inline v0::ledger
