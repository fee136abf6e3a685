// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about a workspace's texts, properties, policies and templates (D27, D42).

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "charter/command/policies.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"
#include "charter/command/workspace.hpp"
#include "charter/machines/settings/rules.hpp"

namespace charter::inline v0 {

struct settings_commands {
  static objection on(turn& t, const workspace::rename& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_edit_details, it)) return no;
    if (t.world.workspaces[it].sealed()) return policies_sealed();
    if (auto no = texts::check_name(c.name, t.book().text.workspace_name)) return no;
    if (c.name == details(t, it).name) return nothing_to_change();
    if (workspace_creation::name_is_taken(t, t.world.workspaces[it].owner, c.name)) t.warn("duplicate_name");
    t.emit(workspace::renamed{it, c.name});
    return {};
  }

  static objection on(turn& t, const workspace::set_countries& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_edit_details, it)) return no;
    if (c.countries == details(t, it).countries) return nothing_to_change();
    t.emit(workspace::countries_set{it, c.countries});
    return {};
  }

  static objection on(turn& t, const workspace::describe& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_describe, it)) return no;
    if (auto no = texts::check_description(c.description, t.book().text.description)) return no;
    if (c.description == details(t, it).description) return nothing_to_change();
    t.emit(workspace::described{it, c.description});
    return {};
  }

  static objection on(turn& t, const workspace::edit_homepage& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_edit_homepage, it)) return no;
    if (auto no = texts::check_free("text", c.text, t.book().text.homepage)) return no;
    if (c.text == details(t, it).homepage) return nothing_to_change();
    t.emit(workspace::homepage_edited{it, c.text});
    return {};
  }

  static objection on(turn& t, const workspace::set_image& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_configure, it)) return no;
    if (c.image)
      if (auto no = texts::check_line("image", *c.image)) return no;
    if (c.image == details(t, it).image) return nothing_to_change();
    t.emit(workspace::image_set{it, c.image});
    return {};
  }

  static objection on(turn& t, const workspace::set_property& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_configure, it)) return no;
    if (auto no = texts::check_required("property", c.property, t.book().text.name)) return no;
    if (auto word = settings::secret_word(c.property, t.book().secret_keys))
      return refuse("secret_in_configuration",
                    "Properties are no place for secrets; keep them in a connection and name that instead.")
          .with("word", *word);
    if (const auto* text = std::get_if<std::string>(&c.value))
      if (auto no = texts::check_free("value", *text, t.book().text.property_value)) return no;
    for (const auto& [name, value] : details(t, it).properties)
      if (name == c.property && value == c.value) return nothing_to_change();
    t.emit(workspace::property_set{it, c.property, c.value});
    return {};
  }

  static objection on(turn& t, const workspace::unset_property& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_configure, it)) return no;
    const auto& all = details(t, it).properties;
    if (std::none_of(all.begin(), all.end(), [&](const auto& each) { return each.first == c.property; }))
      return nothing_to_change();
    t.emit(workspace::property_unset{it, c.property});
    return {};
  }

  static objection on(turn& t, const workspace::set_approval_policy& c) {
    workspace_id it;
    approval::policy made;
    if (auto no = t.enter(c.workspace, permissions::workspace_manage_policies, it)) return no;
    if (t.world.workspaces[it].policies_fixed) return policies_sealed();
    if (auto no = policies::check_approval(t, kind_of(t.world, it), c.approval_policy, party(t, it), made))
      return no;
    if (t.world.workspaces[it].policies->approval == made) return nothing_to_change();
    t.emit(workspace::approval_policy_set{it, made});
    return {};
  }

  static objection on(turn& t, const workspace::set_run_policy& c) {
    workspace_id it;
    runs::policy made;
    if (auto no = t.enter(c.workspace, permissions::workspace_manage_policies, it)) return no;
    if (t.world.workspaces[it].policies_fixed) return policies_sealed();
    if (auto no = policies::check_run(t, kind_of(t.world, it), c.run_policy, party(t, it), made)) return no;
    if (t.world.workspaces[it].policies->run == made) return nothing_to_change();
    t.emit(workspace::run_policy_set{it, made});
    return {};
  }

  static objection on(turn& t, const workspace::add_template& c) {
    workspace_id it;
    if (auto no = enter_templates(t, c.workspace, c.template_, it)) return no;
    if (has_template(t, it, c.template_)) return nothing_to_change();
    t.emit(workspace::template_added{it, c.template_});
    return {};
  }

  static objection on(turn& t, const workspace::remove_template& c) {
    workspace_id it;
    if (auto no = enter_templates(t, c.workspace, c.template_, it)) return no;
    if (!has_template(t, it, c.template_)) return nothing_to_change();
    t.emit(workspace::template_removed{it, c.template_});
    return {};
  }

 private:
  static const workspace::details& details(const turn& t, workspace_id it) {
    return *t.world.workspaces[it].details;
  }
  static refusal policies_sealed() {
    return refuse("policies_sealed", "Name and policies of this workspace were fixed when it was created.");
  }
  /// Members, or while pending also the invitees.
  static std::vector<user_id> party(const turn& t, workspace_id it) {
    std::vector<user_id> out;
    for_each_listed(t.world, it, t.now, [&](const membership::row& row) { out.push_back(row.user); });
    if (t.world.workspaces[it].status == workspace::status::pending)
      for (const auto each : t.world.workspaces[it].invitations)
        if (const auto& user = t.world.invitations[each].user) out.push_back(*user);
    return out;
  }
  static objection enter_templates(const turn& t, const ref<workspace_id>& name,
                                   const std::string& template_name, workspace_id& it) {
    if (auto no = t.enter(name, permissions::workspace_manage_templates, it)) return no;
    if (!kind_of(t.world, it).templates)
      return refuse("kind_has_no_templates", "Workspaces of this kind have no templates.");
    return texts::check_required("template", template_name, t.book().text.name);
  }
  static bool has_template(const turn& t, workspace_id it, const std::string& name) {
    const auto& all = details(t, it).templates;
    return std::find(all.begin(), all.end(), name) != all.end();
  }
};

}  // namespace charter::inline v0
