// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Creating, archiving, and the credential (R001-R042, D02, D07-D09, D43).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/command/joining.hpp"
#include "charter/command/limits.hpp"
#include "charter/command/people.hpp"
#include "charter/command/policies.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

/// What a workspace is created from, gathered field by field before anything happens.
class workspace_creation {
 public:
  workspace_creation(turn& t, const workspace::create& c) : t_(t), c_(c) {}

  /// Details first, then policies (R010, R027).
  objection run() {
    if (auto no = enter()) return no;
    if (auto no = check_ways_in()) return no;
    if (auto no = check_details()) return no;
    if (auto no = check_people()) return no;
    if (auto no = check_templates()) return no;
    if (auto no = check_policies()) return no;
    happen();
    if (auto no = limits::check_workspaces(t_, owner_)) return no;
    if (auto no = limits::check_members(t_, made_)) return no;
    return limits::check_invitations(t_, made_);
  }

 private:
  struct coming {
    people::somebody who;
    std::optional<role_index> role;
    std::optional<instant> until;
    std::optional<std::string> key;
  };

  objection enter() {
    if (auto no = t_.find_organization(c_.organization, owner_)) return no;
    return t_.guard(permissions::workspace_create, owner_, "organization");
  }
  objection check_ways_in() const {
    const auto& rules = t_.book().membership;
    for (const auto& each : c_.members)
      if (each.until && rules.mode == rules::membership_mode::sealed) return sealed_until();
    if (!c_.members.empty() && !rules.direct) return people::joining_not_allowed("invitees");
    if (!c_.invitees.empty() && !rules.by_invitation) return people::joining_not_allowed("members");
    return {};
  }
  static refusal sealed_until() {
    return refuse("members_sealed", "Memberships of a sealed workspace have no end; leave `until` out.");
  }
  objection check_details() {
    if (auto no = texts::check_key(t_.world.workspaces, c_.key)) return no;
    const auto kind = t_.world.rules->find_kind(c_.kind);
    if (!kind)
      return refuse("unknown_kind", "The rulebook has no such kind of workspace.").with("kind", c_.kind);
    kind_ = &t_.world.rules->kind(*kind);
    if (auto no = texts::check_name(c_.name, t_.book().text.workspace_name)) return no;
    return c_.description ? texts::check_description(*c_.description, t_.book().text.description)
                          : objection{};
  }
  objection check_people() {
    if (t_.book().creation.creator_role)
      creator_role_ = t_.world.rules->find_role(*t_.book().creation.creator_role);
    for (std::size_t i = 0; i < c_.members.size(); ++i)
      if (auto no = check_person(c_.members[i], "members[" + std::to_string(i) + "]", members_, false))
        return no;
    for (std::size_t i = 0; i < c_.invitees.size(); ++i)
      if (auto no = check_person(c_.invitees[i], "invitees[" + std::to_string(i) + "]", invitees_, true))
        return no;
    return {};
  }
  objection check_person(const workspace::person& named, const std::string& path, std::vector<coming>& into,
                         bool invited) {
    coming it{{}, {}, named.until, named.key};
    if (auto no = people::find_role(t_, named.role, path + ".role", owner_, {}, it.role)) return no;
    if (auto no = people::find(t_, named.user, named.email, {}, it.who)) return no;
    if (it.who.user == t_.by.user) return people::already_member();
    for (const auto& each : members_)
      if (each.who.same_as(it.who)) return people::already_member();
    for (const auto& each : invitees_)
      if (each.who.same_as(it.who)) return people::already_invited();
    if (!it.who.user && !invited)
      return people::not_eligible("not_provisioned", "Nobody has that address here yet; invite it instead.");
    if (auto no = people::check_eligible(t_, it.who, owner_)) return no;
    if (auto no = people::check_until(t_, named.until, path + ".until")) return no;
    if (invited) {
      if (auto no = texts::check_key(t_.world.invitations, named.key)) return no;
      for (const auto& each : invitees_)
        if (named.key && each.key == named.key) return texts::key_taken();
    }
    into.push_back(std::move(it));
    return {};
  }
  objection check_templates() {
    if (!c_.templates.empty() && !kind_->templates)
      return refuse("kind_has_no_templates", "Workspaces of this kind have no templates; leave them out.");
    for (const auto& each : c_.templates) {
      if (auto no = texts::check_required("templates", each, t_.book().text.name)) return no;
      if (std::find(templates_.begin(), templates_.end(), each) == templates_.end())
        templates_.push_back(each);
    }
    return {};
  }
  objection check_policies() {
    const bool sealed = t_.book().membership.mode == rules::membership_mode::sealed;
    std::vector<user_id> party{t_.by.user};
    for (const auto& each : members_) party.push_back(*each.who.user);
    if (sealed)
      for (const auto& each : invitees_)
        if (each.who.user) party.push_back(*each.who.user);
    if (c_.approval_policy) {
      approval_.emplace();
      if (auto no = policies::check_approval(t_, *kind_, *c_.approval_policy, party, *approval_)) return no;
    } else if (kind_->approval && !(members_.empty() && invitees_.empty())) {
      return policies::invalid_approval("missing",
                                        "More than one person works here: choose who must approve.");
    }
    if (!c_.run_policy) return {};
    run_.emplace();
    return policies::check_run(t_, *kind_, *c_.run_policy, party, *run_);
  }

  void happen() {
    made_ = t_.world.workspaces.next();
    if (name_is_taken(t_, owner_, c_.name)) t_.warn("duplicate_name");
    const auto& book = t_.book();
    const auto description = c_.description && c_.description->empty() ? std::nullopt : c_.description;
    t_.emit(workspace::created{made_, c_.key, owner_, c_.kind, c_.name, description, book.membership.mode,
                               book.policies.after_creation == rules::after_creation::fixed, t_.by.user,
                               approval_, run_, templates_});
    joining::add_member(t_, made_, t_.by.user, creator_role_, {});
    for (const auto& each : members_) joining::add_member(t_, made_, *each.who.user, each.role, each.until);
    for (const auto& each : invitees_)
      joining::send_invitation(t_, made_, each.who.user, each.who.email, each.role, each.until, each.key);
    if (kind_->credential) t_.emit(workspace::credential_requested{made_, 1});
    if (t_.world.workspaces[made_].awaited == 0) t_.emit(workspace::activated{made_, {}});
  }

 public:
  /// Another unarchived workspace of the organization has exactly that name (R014).
  static bool name_is_taken(const turn& t, organization_id owner, const std::string& name) {
    return t.world.workspace_names.contains({owner, name});
  }

 private:
  turn& t_;
  const workspace::create& c_;
  organization_id owner_;
  workspace_id made_;
  const rules::kind_definition* kind_ = nullptr;
  std::optional<role_index> creator_role_;
  std::vector<coming> members_, invitees_;
  std::vector<std::string> templates_;
  std::optional<approval::policy> approval_;
  std::optional<runs::policy> run_;
};

struct workspace_commands {
  static objection on(turn& t, const workspace::create& c) { return workspace_creation(t, c).run(); }

  static objection on(turn& t, const workspace::archive& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_archive, it)) return no;
    t.emit(workspace::archived{it});
    return {};
  }

  static objection on(turn& t, const workspace::rotate_credential& c) {
    workspace_id it;
    if (auto no = t.enter(c.workspace, permissions::workspace_rotate_credential, it)) return no;
    const auto generation = t.world.workspaces[it].credential_generation;
    if (generation == 0) return nothing_to_change();
    t.emit(workspace::credential_requested{it, std::int64_t{generation} + 1});
    return {};
  }
};

}  // namespace charter::inline v0
