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
  static constexpr auto fields =
      described_by<&create::key, &create::name, &create::description, &create::content_digest,
                   &create::organization, &create::workspace>("key", "name", "description", "content_digest",
                                                              "organization", "workspace");
};

struct update {
  ref<asset_id> integration = {};
  std::optional<std::string> name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};

  static constexpr std::string_view message_name = "integration.update";
  static constexpr auto fields =
      described_by<&update::integration, &update::name, &update::description, &update::content_digest>(
          "integration", "name", "description", "content_digest");
};

struct discard {
  ref<asset_id> integration = {};

  static constexpr std::string_view message_name = "integration.discard";
  static constexpr auto fields = described_by<&discard::integration>("integration");
};

struct share {
  ref<asset_id> integration = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "integration.share";
  static constexpr auto fields =
      described_by<&share::integration, &share::workspace>("integration", "workspace");
};

struct unshare {
  ref<asset_id> integration = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "integration.unshare";
  static constexpr auto fields =
      described_by<&unshare::integration, &unshare::workspace>("integration", "workspace");
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
  static constexpr auto fields =
      described_by<&created::integration, &created::key, &created::name, &created::description,
                   &created::content_digest, &created::organization, &created::creator>(
          "integration", "key", "name", "description", "content_digest", "organization", "creator");
};

struct updated {
  asset_id integration = {};
  std::optional<std::string> name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> content_digest = {};

  static constexpr std::string_view message_name = "integration.updated";
  static constexpr auto fields =
      described_by<&updated::integration, &updated::name, &updated::description, &updated::content_digest>(
          "integration", "name", "description", "content_digest");
};

struct discarded {
  asset_id integration = {};

  static constexpr std::string_view message_name = "integration.discarded";
  static constexpr auto fields = described_by<&discarded::integration>("integration");
};

struct shared {
  asset_id integration = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "integration.shared";
  static constexpr auto fields =
      described_by<&shared::integration, &shared::workspace>("integration", "workspace");
};

struct unshared {
  asset_id integration = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "integration.unshared";
  static constexpr auto fields =
      described_by<&unshared::integration, &unshared::workspace>("integration", "workspace");
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
      described_by<&connect::key, &connect::name, &connect::content_digest, &connect::organization,
                   &connect::workspace>("key", "name", "content_digest", "organization", "workspace");
};

struct remove {
  ref<asset_id> dataset = {};

  static constexpr std::string_view message_name = "dataset.remove";
  static constexpr auto fields = described_by<&remove::dataset>("dataset");
};

struct share {
  ref<asset_id> dataset = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "dataset.share";
  static constexpr auto fields = described_by<&share::dataset, &share::workspace>("dataset", "workspace");
};

struct unshare {
  ref<asset_id> dataset = {};
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "dataset.unshare";
  static constexpr auto fields = described_by<&unshare::dataset, &unshare::workspace>("dataset", "workspace");
};

struct connected {
  asset_id dataset = {};
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> content_digest = {};
  organization_id organization = {};
  user_id creator = {};

  static constexpr std::string_view message_name = "dataset.connected";
  static constexpr auto fields =
      described_by<&connected::dataset, &connected::key, &connected::name, &connected::content_digest,
                   &connected::organization, &connected::creator>("dataset", "key", "name", "content_digest",
                                                                  "organization", "creator");
};

struct removed {
  asset_id dataset = {};

  static constexpr std::string_view message_name = "dataset.removed";
  static constexpr auto fields = described_by<&removed::dataset>("dataset");
};

struct shared {
  asset_id dataset = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "dataset.shared";
  static constexpr auto fields = described_by<&shared::dataset, &shared::workspace>("dataset", "workspace");
};

struct unshared {
  asset_id dataset = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "dataset.unshared";
  static constexpr auto fields =
      described_by<&unshared::dataset, &unshared::workspace>("dataset", "workspace");
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
  static constexpr auto fields =
      described_by<&set::key, &set::dataset, &set::workspaces, &set::work, &set::columns>(
          "key", "dataset", "workspaces", "work", "columns");
};

struct remove {
  ref<data_policy_id> data_policy = {};

  static constexpr std::string_view message_name = "data_policy.remove";
  static constexpr auto fields = described_by<&remove::data_policy>("data_policy");
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
  static constexpr auto fields =
      described_by<&was_set::data_policy, &was_set::key, &was_set::dataset, &was_set::workspaces,
                   &was_set::work, &was_set::columns, &was_set::author>(
          "data_policy", "key", "dataset", "workspaces", "work", "columns", "author");
};

struct removed {
  data_policy_id data_policy = {};

  static constexpr std::string_view message_name = "data_policy.removed";
  static constexpr auto fields = described_by<&removed::data_policy>("data_policy");
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
