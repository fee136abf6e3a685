// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `workspace`: one workspace in full.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "charter/access/awaited.hpp"
#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

struct get_workspace {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace";
  static constexpr auto fields = described_by<&get_workspace::workspace>("workspace");
};

struct workspace_details {
  std::optional<std::string> key = {};
  std::string name = {};
  std::optional<std::string> description = {};
  charter::workspace::status status = charter::workspace::status::pending;
  std::string kind = {};
  rules::membership_mode mode = rules::membership_mode::open;
  std::string organization = {};
  std::string creator = {};
  std::optional<std::string> homepage = {};
  std::vector<std::string> countries = {};
  std::optional<std::string> image = {};  ///< null: the standard image
  std::vector<std::pair<std::string, charter::workspace::property_value>> properties = {};
  std::vector<std::string> templates = {};
  std::optional<approval::proposal> approval_policy = {};  ///< in force; null where the kind has none
  std::optional<runs::proposal> run_policy = {};           ///< in force; null where the kind has none
  std::int64_t credential_generation = 0;
  std::vector<std::string> waiting_for = {};
  std::vector<std::string> declined_by = {};

  static constexpr auto fields =
      described_by<&workspace_details::key, &workspace_details::name, &workspace_details::description,
                   &workspace_details::status, &workspace_details::kind, &workspace_details::mode,
                   &workspace_details::organization, &workspace_details::creator,
                   &workspace_details::homepage, &workspace_details::countries, &workspace_details::image,
                   &workspace_details::properties, &workspace_details::templates,
                   &workspace_details::approval_policy, &workspace_details::run_policy,
                   &workspace_details::credential_generation, &workspace_details::waiting_for,
                   &workspace_details::declined_by>(
          "key", "name", "description", "status", "kind", "mode", "organization", "creator", "homepage",
          "countries", "image", "properties", "templates", "approval_policy", "run_policy",
          "credential_generation", "waiting_for", "declined_by");
};

/// A policy as a command would write it, with the people by their labels.
inline approval::proposal spell(const realm& world, const approval::policy& it) {
  approval::proposal out{it.mode, {}, it.rejections};
  if (it.groups) {
    out.groups.emplace();
    for (const auto& group : *it.groups) {
      out.groups->push_back({group.name, group.minimum, {}});
      for (const auto each : group.members) out.groups->back().members.emplace_back(label(world, each));
    }
  }
  return out;
}
inline runs::proposal spell(const realm& world, const runs::policy& it) {
  runs::proposal out{it.mode, {}};
  if (it.users) {
    out.users.emplace();
    for (const auto each : *it.users) out.users->emplace_back(label(world, each));
  }
  return out;
}

inline result<workspace_details> reply(const inquiry& asked, const get_workspace& q) {
  workspace_id which;
  if (auto no = asked.enter(q.workspace, permissions::workspace_view, which)) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto& it = world.workspaces[which];
  const auto& kind = kind_of(world, which);
  const auto awaited = awaited_people(world, which, asked.at);

  workspace_details out;
  out.key = text_if(it.details->key);
  out.name = it.details->name;
  out.description = text_if(it.details->description);
  out.status = it.status;
  out.kind = kind.name;
  out.mode = it.mode;
  out.organization = label(world, it.owner);
  out.creator = label(world, it.creator);
  out.homepage = text_if(it.details->homepage);
  out.countries = it.details->countries;
  out.image = it.details->image;
  out.properties = it.details->properties;
  out.templates = it.details->templates;
  if (kind.approval) out.approval_policy = spell(world, approval_in_force(world, which));
  if (kind.run_policy) out.run_policy = spell(world, run_policy_in_force(world, which));
  out.credential_generation = it.credential_generation;
  out.waiting_for = awaited.waiting_for;
  out.declined_by = awaited.declined_by;
  return out;
}

}  // namespace charter::inline v0::queries
