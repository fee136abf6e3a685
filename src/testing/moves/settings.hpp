// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about what a workspace says of itself: name, texts, properties, policies, templates.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

inline std::optional<opening<workspace_id>> living(chooser& c, permission what) {
  return c.open_to(what, c.world.workspaces, [&](workspace_id it) { return !c.archived(it); });
}

inline workspace::property_value a_value(chooser& c) {
  switch (c.below(4)) {
    case 0:
      return c.chance(50);
    case 1:
      return static_cast<std::int64_t>(c.below(1000)) - 500;
    case 2:
      return static_cast<double>(c.below(1000)) / 8;
    default:
      return a_line(c, "value");
  }
}

inline std::string a_property(chooser& c) {
  if (c.slips(30)) return c.chance(50) ? "api_key" : "dbPassword";
  return a_name(c, "setting", 6);
}

}  // namespace detail

inline std::optional<asked> rename_workspace(chooser& c) {
  const bool sealed = c.chance(10);
  const auto free = c.open_to(permissions::workspace_edit_details, c.world.workspaces, [&](workspace_id it) {
    return !c.archived(it) && c.world.workspaces[it].sealed() == sealed;
  });
  if (!free) return {};
  return asked{free->as, workspace::rename{c.name(free->it), a_name(c, "Study", 12)}};
}

inline std::optional<asked> set_countries(chooser& c) {
  const auto free = detail::living(c, permissions::workspace_edit_details);
  if (!free) return {};
  const std::vector<std::string> all = {"CM", "BE", "CH", "NE"};
  auto some = c.some_of(all, 3);
  if (c.slips(20)) some.push_back("belgium");
  return asked{free->as, workspace::set_countries{c.name(free->it), some}};
}

inline std::optional<asked> describe(chooser& c) {
  const auto free = detail::living(c, permissions::workspace_describe);
  if (!free) return {};
  return asked{free->as, workspace::describe{c.name(free->it), c.chance(10) ? "" : a_line(c, "About")}};
}

inline std::optional<asked> edit_homepage(chooser& c) {
  const auto free = detail::living(c, permissions::workspace_edit_homepage);
  if (!free) return {};
  return asked{free->as, workspace::edit_homepage{c.name(free->it), a_line(c, "# Welcome\n")}};
}

inline std::optional<asked> set_image(chooser& c) {
  const auto free = detail::living(c, permissions::workspace_configure);
  if (!free) return {};
  return asked{free->as, workspace::set_image{c.name(free->it), maybe_line(c, "image", 70)}};
}

inline std::optional<asked> set_property(chooser& c) {
  const auto free = detail::living(c, permissions::workspace_configure);
  if (!free) return {};
  return asked{free->as,
               workspace::set_property{c.name(free->it), detail::a_property(c), detail::a_value(c)}};
}

inline std::optional<asked> unset_property(chooser& c) {
  const auto free = c.open_to(permissions::workspace_configure, c.world.workspaces, [&](workspace_id it) {
    return !c.archived(it) && !c.world.workspaces[it].details->properties.empty();
  });
  if (!free) return {};
  const auto& there = c.world.workspaces[free->it].details->properties;
  auto name = there.empty() ? std::string("absent") : c.one_of(there).first;
  return asked{free->as, workspace::unset_property{c.name(free->it), std::move(name)}};
}

inline std::optional<asked> set_approval_policy(chooser& c) {
  const auto free =
      c.open_to(permissions::workspace_manage_policies, c.world.workspaces, [&](workspace_id it) {
        return !c.archived(it) && kind_of(c.world, it).approval &&
               (!c.world.workspaces[it].policies_fixed || c.chance(5));
      });
  if (!free) return {};
  const auto policy = an_approval_policy(c, listed_in(c, free->it));
  return asked{free->as, workspace::set_approval_policy{c.name(free->it), policy}};
}

inline std::optional<asked> set_run_policy(chooser& c) {
  const auto free =
      c.open_to(permissions::workspace_manage_policies, c.world.workspaces, [&](workspace_id it) {
        return !c.archived(it) && kind_of(c.world, it).run_policy &&
               (!c.world.workspaces[it].policies_fixed || c.chance(5));
      });
  if (!free) return {};
  const auto policy = a_run_policy(c, listed_in(c, free->it));
  return asked{free->as, workspace::set_run_policy{c.name(free->it), policy}};
}

inline std::optional<asked> add_template(chooser& c) {
  const auto free =
      c.open_to(permissions::workspace_manage_templates, c.world.workspaces,
                [&](workspace_id it) { return !c.archived(it) && kind_of(c.world, it).templates; });
  if (!free) return {};
  return asked{free->as, workspace::add_template{c.name(free->it), a_line(c, "Template")}};
}

inline std::optional<asked> remove_template(chooser& c) {
  const auto free = c.open_to(
      permissions::workspace_manage_templates, c.world.workspaces,
      [&](workspace_id it) { return !c.archived(it) && !c.world.workspaces[it].details->templates.empty(); });
  if (!free) return {};
  const auto& there = c.world.workspaces[free->it].details->templates;
  auto name = there.empty() ? std::string("absent") : c.one_of(there);
  return asked{free->as, workspace::remove_template{c.name(free->it), std::move(name)}};
}

}  // namespace charter::inline v0::testing::moves
