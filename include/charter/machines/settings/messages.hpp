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
#include "charter/rules/approval.hpp"
#include "charter/rules/property.hpp"
#include "charter/rules/run_policy.hpp"

namespace charter::inline v0::workspace {

struct rename {
  ref<workspace_id> workspace = {};
  std::string name = {};

  static constexpr std::string_view message_name = "workspace.rename";
  static constexpr auto fields =
      std::tuple{field{"workspace", &rename::workspace}, field{"name", &rename::name}};
};

struct set_countries {
  ref<workspace_id> workspace = {};
  std::vector<std::string> countries = {};

  static constexpr std::string_view message_name = "workspace.set_countries";
  static constexpr auto fields = std::tuple{field{"workspace", &set_countries::workspace},
                                            field{"countries", &set_countries::countries}};
};

struct describe {
  ref<workspace_id> workspace = {};
  std::string description = {};

  static constexpr std::string_view message_name = "workspace.describe";
  static constexpr auto fields =
      std::tuple{field{"workspace", &describe::workspace}, field{"description", &describe::description}};
};

struct edit_homepage {
  ref<workspace_id> workspace = {};
  std::string text = {};

  static constexpr std::string_view message_name = "workspace.edit_homepage";
  static constexpr auto fields =
      std::tuple{field{"workspace", &edit_homepage::workspace}, field{"text", &edit_homepage::text}};
};

/// No image: the standard one (R189).
struct set_image {
  ref<workspace_id> workspace = {};
  std::optional<std::string> image = {};

  static constexpr std::string_view message_name = "workspace.set_image";
  static constexpr auto fields =
      std::tuple{field{"workspace", &set_image::workspace}, field{"image", &set_image::image}};
};

struct set_property {
  ref<workspace_id> workspace = {};
  std::string property = {};
  property_value value = {};

  static constexpr std::string_view message_name = "workspace.set_property";
  static constexpr auto fields =
      std::tuple{field{"workspace", &set_property::workspace}, field{"property", &set_property::property},
                 field{"value", &set_property::value}};
};

struct unset_property {
  ref<workspace_id> workspace = {};
  std::string property = {};

  static constexpr std::string_view message_name = "workspace.unset_property";
  static constexpr auto fields = std::tuple{field{"workspace", &unset_property::workspace},
                                            field{"property", &unset_property::property}};
};

struct set_approval_policy {
  ref<workspace_id> workspace = {};
  approval::proposal approval_policy = {};

  static constexpr std::string_view message_name = "workspace.set_approval_policy";
  static constexpr auto fields = std::tuple{field{"workspace", &set_approval_policy::workspace},
                                            field{"approval_policy", &set_approval_policy::approval_policy}};
};

struct set_run_policy {
  ref<workspace_id> workspace = {};
  runs::proposal run_policy = {};

  static constexpr std::string_view message_name = "workspace.set_run_policy";
  static constexpr auto fields = std::tuple{field{"workspace", &set_run_policy::workspace},
                                            field{"run_policy", &set_run_policy::run_policy}};
};

struct add_template {
  ref<workspace_id> workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.add_template";
  static constexpr auto fields =
      std::tuple{field{"workspace", &add_template::workspace}, field{"template", &add_template::template_}};
};

struct remove_template {
  ref<workspace_id> workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.remove_template";
  static constexpr auto fields = std::tuple{field{"workspace", &remove_template::workspace},
                                            field{"template", &remove_template::template_}};
};

struct renamed {
  workspace_id workspace = {};
  std::string name = {};

  static constexpr std::string_view message_name = "workspace.renamed";
  static constexpr auto fields =
      std::tuple{field{"workspace", &renamed::workspace}, field{"name", &renamed::name}};
};

struct countries_set {
  workspace_id workspace = {};
  std::vector<std::string> countries = {};

  static constexpr std::string_view message_name = "workspace.countries_set";
  static constexpr auto fields = std::tuple{field{"workspace", &countries_set::workspace},
                                            field{"countries", &countries_set::countries}};
};

struct described {
  workspace_id workspace = {};
  std::string description = {};

  static constexpr std::string_view message_name = "workspace.described";
  static constexpr auto fields =
      std::tuple{field{"workspace", &described::workspace}, field{"description", &described::description}};
};

struct homepage_edited {
  workspace_id workspace = {};
  std::string text = {};

  static constexpr std::string_view message_name = "workspace.homepage_edited";
  static constexpr auto fields =
      std::tuple{field{"workspace", &homepage_edited::workspace}, field{"text", &homepage_edited::text}};
};

struct image_set {
  workspace_id workspace = {};
  std::optional<std::string> image = {};

  static constexpr std::string_view message_name = "workspace.image_set";
  static constexpr auto fields =
      std::tuple{field{"workspace", &image_set::workspace}, field{"image", &image_set::image}};
};

struct property_set {
  workspace_id workspace = {};
  std::string property = {};
  property_value value = {};

  static constexpr std::string_view message_name = "workspace.property_set";
  static constexpr auto fields =
      std::tuple{field{"workspace", &property_set::workspace}, field{"property", &property_set::property},
                 field{"value", &property_set::value}};
};

struct property_unset {
  workspace_id workspace = {};
  std::string property = {};

  static constexpr std::string_view message_name = "workspace.property_unset";
  static constexpr auto fields = std::tuple{field{"workspace", &property_unset::workspace},
                                            field{"property", &property_unset::property}};
};

struct approval_policy_set {
  workspace_id workspace = {};
  approval::policy approval_policy = {};

  static constexpr std::string_view message_name = "workspace.approval_policy_set";
  static constexpr auto fields = std::tuple{field{"workspace", &approval_policy_set::workspace},
                                            field{"approval_policy", &approval_policy_set::approval_policy}};
};

struct run_policy_set {
  workspace_id workspace = {};
  runs::policy run_policy = {};

  static constexpr std::string_view message_name = "workspace.run_policy_set";
  static constexpr auto fields = std::tuple{field{"workspace", &run_policy_set::workspace},
                                            field{"run_policy", &run_policy_set::run_policy}};
};

struct template_added {
  workspace_id workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.template_added";
  static constexpr auto fields = std::tuple{field{"workspace", &template_added::workspace},
                                            field{"template", &template_added::template_}};
};

struct template_removed {
  workspace_id workspace = {};
  std::string template_ = {};

  static constexpr std::string_view message_name = "workspace.template_removed";
  static constexpr auto fields = std::tuple{field{"workspace", &template_removed::workspace},
                                            field{"template", &template_removed::template_}};
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
