// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a workspace says of itself: name, texts, properties, policies, templates.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/approval_policy.hpp"
#include "charter/rules/property.hpp"
#include "charter/rules/run_policy.hpp"

namespace charter::inline v0::workspace {

struct rename {
  ref<workspace_id> workspace = {};
  std::string name = {};

  static constexpr std::string_view message_name = "workspace.rename";
  static constexpr auto fields = described_by<&rename::workspace, &rename::name>("workspace", "name");
};

struct set_countries {
  ref<workspace_id> workspace = {};
  std::vector<std::string> countries = {};

  static constexpr std::string_view message_name = "workspace.set_countries";
  static constexpr auto fields =
      described_by<&set_countries::workspace, &set_countries::countries>("workspace", "countries");
};

struct describe {
  ref<workspace_id> workspace = {};
  std::string description = {};

  static constexpr std::string_view message_name = "workspace.describe";
  static constexpr auto fields =
      described_by<&describe::workspace, &describe::description>("workspace", "description");
};

struct edit_homepage {
  ref<workspace_id> workspace = {};
  std::string text = {};

  static constexpr std::string_view message_name = "workspace.edit_homepage";
  static constexpr auto fields =
      described_by<&edit_homepage::workspace, &edit_homepage::text>("workspace", "text");
};

/// No image: the standard one (R189).
struct set_image {
  ref<workspace_id> workspace = {};
  std::optional<std::string> image = {};

  static constexpr std::string_view message_name = "workspace.set_image";
  static constexpr auto fields = described_by<&set_image::workspace, &set_image::image>("workspace", "image");
};

struct set_property {
  ref<workspace_id> workspace = {};
  std::string property = {};
  property_value value = {};

  static constexpr std::string_view message_name = "workspace.set_property";
  static constexpr auto fields =
      described_by<&set_property::workspace, &set_property::property, &set_property::value>(
          "workspace", "property", "value");
};

struct unset_property {
  ref<workspace_id> workspace = {};
  std::string property = {};

  static constexpr std::string_view message_name = "workspace.unset_property";
  static constexpr auto fields =
      described_by<&unset_property::workspace, &unset_property::property>("workspace", "property");
};

struct set_approval_policy {
  ref<workspace_id> workspace = {};
  approval::proposal approval_policy = {};

  static constexpr std::string_view message_name = "workspace.set_approval_policy";
  static constexpr auto fields =
      described_by<&set_approval_policy::workspace, &set_approval_policy::approval_policy>("workspace",
                                                                                           "approval_policy");
};

struct set_run_policy {
  ref<workspace_id> workspace = {};
  runs::proposal run_policy = {};

  static constexpr std::string_view message_name = "workspace.set_run_policy";
  static constexpr auto fields =
      described_by<&set_run_policy::workspace, &set_run_policy::run_policy>("workspace", "run_policy");
};

struct add_template {
  ref<workspace_id> workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.add_template";
  static constexpr auto fields =
      described_by<&add_template::workspace, &add_template::template_>("workspace", "template");
};

struct remove_template {
  ref<workspace_id> workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.remove_template";
  static constexpr auto fields =
      described_by<&remove_template::workspace, &remove_template::template_>("workspace", "template");
};

struct renamed {
  workspace_id workspace = {};
  std::string name = {};

  static constexpr std::string_view message_name = "workspace.renamed";
  static constexpr auto fields = described_by<&renamed::workspace, &renamed::name>("workspace", "name");
};

struct countries_set {
  workspace_id workspace = {};
  std::vector<std::string> countries = {};

  static constexpr std::string_view message_name = "workspace.countries_set";
  static constexpr auto fields =
      described_by<&countries_set::workspace, &countries_set::countries>("workspace", "countries");
};

struct described {
  workspace_id workspace = {};
  std::string description = {};

  static constexpr std::string_view message_name = "workspace.described";
  static constexpr auto fields =
      described_by<&described::workspace, &described::description>("workspace", "description");
};

struct homepage_edited {
  workspace_id workspace = {};
  std::string text = {};

  static constexpr std::string_view message_name = "workspace.homepage_edited";
  static constexpr auto fields =
      described_by<&homepage_edited::workspace, &homepage_edited::text>("workspace", "text");
};

struct image_set {
  workspace_id workspace = {};
  std::optional<std::string> image = {};

  static constexpr std::string_view message_name = "workspace.image_set";
  static constexpr auto fields = described_by<&image_set::workspace, &image_set::image>("workspace", "image");
};

struct property_set {
  workspace_id workspace = {};
  std::string property = {};
  property_value value = {};

  static constexpr std::string_view message_name = "workspace.property_set";
  static constexpr auto fields =
      described_by<&property_set::workspace, &property_set::property, &property_set::value>(
          "workspace", "property", "value");
};

struct property_unset {
  workspace_id workspace = {};
  std::string property = {};

  static constexpr std::string_view message_name = "workspace.property_unset";
  static constexpr auto fields =
      described_by<&property_unset::workspace, &property_unset::property>("workspace", "property");
};

struct approval_policy_set {
  workspace_id workspace = {};
  approval::policy approval_policy = {};

  static constexpr std::string_view message_name = "workspace.approval_policy_set";
  static constexpr auto fields =
      described_by<&approval_policy_set::workspace, &approval_policy_set::approval_policy>("workspace",
                                                                                           "approval_policy");
};

struct run_policy_set {
  workspace_id workspace = {};
  runs::policy run_policy = {};

  static constexpr std::string_view message_name = "workspace.run_policy_set";
  static constexpr auto fields =
      described_by<&run_policy_set::workspace, &run_policy_set::run_policy>("workspace", "run_policy");
};

struct template_added {
  workspace_id workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.template_added";
  static constexpr auto fields =
      described_by<&template_added::workspace, &template_added::template_>("workspace", "template");
};

struct template_removed {
  workspace_id workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.template_removed";
  static constexpr auto fields =
      described_by<&template_removed::workspace, &template_removed::template_>("workspace", "template");
};

}  // namespace charter::inline v0::workspace

namespace charter::inline v0::settings {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<workspace::rename, workspace::set_countries, workspace::describe,
                             workspace::edit_homepage, workspace::set_image, workspace::set_property,
                             workspace::unset_property, workspace::set_approval_policy,
                             workspace::set_run_policy, workspace::add_template, workspace::remove_template>;
using event = std::variant<workspace::renamed, workspace::countries_set, workspace::described,
                           workspace::homepage_edited, workspace::image_set, workspace::property_set,
                           workspace::property_unset, workspace::approval_policy_set,
                           workspace::run_policy_set, workspace::template_added, workspace::template_removed>;

}  // namespace charter::inline v0::settings
