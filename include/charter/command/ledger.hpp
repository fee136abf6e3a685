// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about the realm itself: its rulebook, its time, notices read, audit extracts (D05, D11, D45).

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "charter/command/turn.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/rules/validate.hpp"

namespace charter::inline v0 {

struct ledger_commands {
  static objection on(turn& t, const realms::create& c) {
    if (!t.is_platform()) return forbidden("realm.create");
    std::shared_ptr<const rules::rulebook> book;
    if (auto no = read(c.rulebook, book)) return no;
    if (t.world.rules) return refuse("already_exists", "The log has a realm already.");
    t.emit(realms::created{{*book}});
    return {};
  }

  static objection on(turn& t, const realms::amend_rulebook& c) {
    if (!t.is_platform()) return forbidden("realm.amend_rulebook");
    std::shared_ptr<const rules::rulebook> book;
    if (auto no = read(c.rulebook, book)) return no;
    if (auto no = check_still_used(t.world, *book)) return no;
    t.emit(realms::rulebook_amended{{*book}});
    return {};
  }

  /// What is due was decided before this; here the time itself moves.
  static objection on(turn& t, const time::advance&) {
    if (t.by.is_user()) return forbidden("time.advance");
    if (t.events.empty()) t.emit(time::advanced{t.now});
    return {};
  }

  static objection on(turn& t, const notice::mark_read& c) {
    if (!t.by.is_user()) return forbidden("notice.mark_read");
    const auto& box = t.world.mail[t.by.user.value];
    const auto up_to = std::min(c.up_to, static_cast<std::int64_t>(box.rows.size()));
    if (up_to <= static_cast<std::int64_t>(box.read_up_to)) return nothing_to_change();
    t.emit(notice::marked_read{t.by.user, up_to});
    return {};
  }

  static objection on(turn& t, const audit::extract& c) {
    std::optional<organization_id> organization;
    std::optional<workspace_id> workspace;
    if (c.organization) {
      organization.emplace();
      if (auto no = t.find_organization(*c.organization, *organization)) return no;
      if (auto no = t.guard(permissions::organization_export_audit, *organization, "organization")) return no;
    } else {
      workspace.emplace();
      if (auto no = t.enter(*c.workspace, permissions::workspace_export_audit, *workspace)) return no;
    }
    t.emit(audit::extracted{organization, workspace, c.filter});
    return {};
  }

 private:
  static refusal invalid(const rules::rulebook_error& fault) {
    return refuse("invalid_rulebook", fault.entry + ": " + fault.reason)
        .with("entry", fault.entry)
        .with("reason", fault.reason);
  }
  static objection read(const realms::rulebook_document& from, std::shared_ptr<const rules::rulebook>& out) {
    if (!from.errors.empty()) return invalid(from.errors.front());
    out = from.book;
    if (!out) {
      const auto* shipped = rulebooks::find_shipped(from.name);
      if (!shipped) return invalid({"rulebook", "No rulebook of that name ships with charter."});
      out = std::make_shared<const rules::rulebook>(*shipped);
    }
    const auto faults = rules::validate(*out);
    return faults.empty() ? objection{} : invalid(faults.front());
  }

  /// A role that is held, and a kind that workspaces have, cannot be dropped.
  static objection check_still_used(const realm& world, const rules::rulebook& next) {
    const auto has = [](const auto& rows, const std::string& name) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& each) { return each.name == name; });
    };
    const auto check_role = [&](std::optional<role_index> held, rules::role_scope scope) -> objection {
      if (!held) return {};
      const auto& role = world.rules->role(*held);
      for (const auto& each : next.roles)
        if (each.name == role.name && each.scope == scope && !each.default_) return {};
      return invalid({"roles." + role.name, "Somebody holds this role; withdraw it before it is dropped."});
    };
    for (const auto& each : world.users.all)
      for (const auto& held : each.standing->roles)
        if (auto no = check_role(held.role, rules::role_scope::organization)) return no;
    for (const auto& each : world.workspaces.all) {
      const auto& kind = world.rules->kind(each.kind);
      if (!has(next.kinds, kind.name))
        return invalid({"kinds." + kind.name, "There are workspaces of this kind; it cannot be dropped."});
      for (const auto& row : each.members)
        if (!row.ended)
          if (auto no = check_role(row.role, rules::role_scope::workspace)) return no;
    }
    for (const auto& each : world.invitations.all)
      if (each.status == invitation::status::pending)
        if (auto no = check_role(each.role, rules::role_scope::workspace)) return no;
    return {};
  }
};

}  // namespace charter::inline v0
