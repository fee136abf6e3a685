// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Integrations, datasets and data policies.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/columns.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::integration {

/// Exactly one of `organization` and `workspace`.
struct create {
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<workspace_id>> workspace = {};

  static constexpr std::string_view message_name = "integration.create";
  static constexpr auto fields = std::tuple{field{"key", &create::key},
                                            field{"name", &create::name},
                                            field{"description", &create::description},
                                            field{"content_digest", &create::content_digest},
                                            field{"organization", &create::organization},
                                            field{"workspace", &create::workspace}};
};

struct update {
  ref<asset_id> integration = {};
  std::optional<std::string> name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};

  static constexpr std::string_view message_name = "integration.update";
  static constexpr auto fields = std::tuple{
      field{"integration", &update::integration}, field{"name", &update::name},
      field{"description", &update::description}, field{"content_digest", &update::content_digest}};
};

struct discard {
  ref<asset_id> integration = {};

  static constexpr std::string_view message_name = "integration.discard";
  static constexpr auto fields = std::tuple{field{"integration", &discard::integration}};
};

struct share {
  ref<asset_id> integration = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "integration.share";
  static constexpr auto fields =
      std::tuple{field{"integration", &share::integration}, field{"workspace", &share::workspace}};
};

struct unshare {
  ref<asset_id> integration = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "integration.unshare";
  static constexpr auto fields =
      std::tuple{field{"integration", &unshare::integration}, field{"workspace", &unshare::workspace}};
};

struct created {
  asset_id integration = {};
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};
  organization_id organization = {};
  user_id creator = {};

  static constexpr std::string_view message_name = "integration.created";
  static constexpr auto fields = std::tuple{field{"integration", &created::integration},
                                            field{"key", &created::key},
                                            field{"name", &created::name},
                                            field{"description", &created::description},
                                            field{"content_digest", &created::content_digest},
                                            field{"organization", &created::organization},
                                            field{"creator", &created::creator}};
};

struct updated {
  asset_id integration = {};
  std::optional<std::string> name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};

  static constexpr std::string_view message_name = "integration.updated";
  static constexpr auto fields = std::tuple{
      field{"integration", &updated::integration}, field{"name", &updated::name},
      field{"description", &updated::description}, field{"content_digest", &updated::content_digest}};
};

struct discarded {
  asset_id integration = {};

  static constexpr std::string_view message_name = "integration.discarded";
  static constexpr auto fields = std::tuple{field{"integration", &discarded::integration}};
};

struct shared {
  asset_id integration = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "integration.shared";
  static constexpr auto fields =
      std::tuple{field{"integration", &shared::integration}, field{"workspace", &shared::workspace}};
};

struct unshared {
  asset_id integration = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "integration.unshared";
  static constexpr auto fields =
      std::tuple{field{"integration", &unshared::integration}, field{"workspace", &unshared::workspace}};
};

}  // namespace charter::inline v0::integration

namespace charter::inline v0::dataset {

/// Exactly one of `organization` and `workspace`.
struct connect {
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> content_digest = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<workspace_id>> workspace = {};

  static constexpr std::string_view message_name = "dataset.connect";
  static constexpr auto fields =
      std::tuple{field{"key", &connect::key}, field{"name", &connect::name},
                 field{"content_digest", &connect::content_digest},
                 field{"organization", &connect::organization}, field{"workspace", &connect::workspace}};
};

struct remove {
  ref<asset_id> dataset = {};

  static constexpr std::string_view message_name = "dataset.remove";
  static constexpr auto fields = std::tuple{field{"dataset", &remove::dataset}};
};

struct share {
  ref<asset_id> dataset = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "dataset.share";
  static constexpr auto fields =
      std::tuple{field{"dataset", &share::dataset}, field{"workspace", &share::workspace}};
};

struct unshare {
  ref<asset_id> dataset = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "dataset.unshare";
  static constexpr auto fields =
      std::tuple{field{"dataset", &unshare::dataset}, field{"workspace", &unshare::workspace}};
};

struct connected {
  asset_id dataset = {};
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> content_digest = {};
  organization_id organization = {};
  user_id creator = {};

  static constexpr std::string_view message_name = "dataset.connected";
  static constexpr auto fields = std::tuple{field{"dataset", &connected::dataset},
                                            field{"key", &connected::key},
                                            field{"name", &connected::name},
                                            field{"content_digest", &connected::content_digest},
                                            field{"organization", &connected::organization},
                                            field{"creator", &connected::creator}};
};

struct removed {
  asset_id dataset = {};

  static constexpr std::string_view message_name = "dataset.removed";
  static constexpr auto fields = std::tuple{field{"dataset", &removed::dataset}};
};

struct shared {
  asset_id dataset = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "dataset.shared";
  static constexpr auto fields =
      std::tuple{field{"dataset", &shared::dataset}, field{"workspace", &shared::workspace}};
};

struct unshared {
  asset_id dataset = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "dataset.unshared";
  static constexpr auto fields =
      std::tuple{field{"dataset", &unshared::dataset}, field{"workspace", &unshared::workspace}};
};

}  // namespace charter::inline v0::dataset

namespace charter::inline v0::data_policy {

struct set {
  std::optional<std::string> key = {};
  ref<asset_id> dataset = {};
  std::vector<ref<workspace_id>> workspaces = {};
  std::vector<rules::work> work = {};
  column_set columns = {};

  static constexpr std::string_view message_name = "data_policy.set";
  static constexpr auto fields = std::tuple{field{"key", &set::key}, field{"dataset", &set::dataset},
                                            field{"workspaces", &set::workspaces}, field{"work", &set::work},
                                            field{"columns", &set::columns}};
};

struct remove {
  ref<data_policy_id> data_policy = {};

  static constexpr std::string_view message_name = "data_policy.remove";
  static constexpr auto fields = std::tuple{field{"data_policy", &remove::data_policy}};
};

/// What `data_policy.set` wrote; the JSON name is "data_policy.set" as well.
struct was_set {
  data_policy_id data_policy = {};
  std::optional<std::string> key = {};
  asset_id dataset = {};
  std::vector<workspace_id> workspaces = {};
  std::vector<rules::work> work = {};
  column_set columns = {};
  user_id author = {};

  static constexpr std::string_view message_name = "data_policy.set";
  static constexpr auto fields = std::tuple{field{"data_policy", &was_set::data_policy},
                                            field{"key", &was_set::key},
                                            field{"dataset", &was_set::dataset},
                                            field{"workspaces", &was_set::workspaces},
                                            field{"work", &was_set::work},
                                            field{"columns", &was_set::columns},
                                            field{"author", &was_set::author}};
};

struct removed {
  data_policy_id data_policy = {};

  static constexpr std::string_view message_name = "data_policy.removed";
  static constexpr auto fields = std::tuple{field{"data_policy", &removed::data_policy}};
};

}  // namespace charter::inline v0::data_policy

namespace charter::inline v0::asset {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<integration::create, integration::update, integration::discard,
                             integration::share, integration::unshare, dataset::connect, dataset::remove,
                             dataset::share, dataset::unshare, data_policy::set, data_policy::remove>;
using event = std::variant<integration::created, integration::updated, integration::discarded,
                           integration::shared, integration::unshared, dataset::connected, dataset::removed,
                           dataset::shared, dataset::unshared, data_policy::was_set, data_policy::removed>;

}  // namespace charter::inline v0::asset
