// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Explains a judgement in a sentence for people: the path when allowed, else what is missing first and what
/// would remedy it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/access/awaited.hpp"
#include "charter/access/effective.hpp"
#include "charter/access/explanation.hpp"
#include "charter/access/refusals.hpp"
#include "charter/realm/lookup.hpp"

namespace charter::inline v0 {

namespace detail {

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

inline std::string listed(const std::vector<std::string>& words, std::string_view last_joint) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " " + std::string(last_joint) + " " : ", ";
    out += words[i];
  }
  return out;
}

/// Puts one question's answer into words. REQUIRES: whatever the question names exists, unless it is
/// not_found.
class explainer {
 public:
  explainer(const realm& world, const question& q, const judgement& verdict)
      : world_(world), q_(q), verdict_(verdict) {}

  std::string text() const { return verdict_.allowed() ? "yes: " + path() : "no: " + reason(); }

 private:
  std::string path() const {
    const auto& held = role_name(*verdict_.role);
    const auto via =
        *verdict_.granted == *verdict_.role ? "" : " inherits " + role_name(*verdict_.granted) + ", which";
    return held + via + " grants " + permission_name();
  }

  std::string reason() const {
    switch (verdict_.why) {
      case denial::not_found:
        return "there is no such thing, or the user may not see it";
      case denial::deactivated:
        return "the account of " + user() + " is deactivated; an administrator can reactivate it";
      case denial::workspace_archived:
        return workspace() + " is archived for good; create a new one";
      case denial::workspace_pending:
        return pending();
      case denial::not_a_member:
        return user() + " is not a member" + of_workspace() + "; ask to be added";
      case denial::not_approved:
        return unapproved();
      case denial::not_in_run_policy:
        return "the run policy of " + workspace() + " does not let " + user() +
               " run this job; change the policy";
      case denial::not_an_approver:
        return "the approval policy of " + workspace() + " does not count " + user() + " among the approvers";
      case denial::forbidden:
        return unmet();
      case denial::none:
      case denial::malformed:
      case denial::unknown_permission:
      case denial::depends_on_resource:
        break;
    }
    return std::string(advice(verdict_.why));
  }

  std::string pending() const {
    const auto awaited = awaited_people(world_, *place(), at());
    if (!awaited.waiting_for.empty())
      return workspace() + " waits for " + listed(awaited.waiting_for, "and") + " to accept";
    return workspace() + " cannot start, since " + listed(awaited.declined_by, "and") +
           " declined; invite them again";
  }

  std::string unapproved() const {
    const auto s = set_scene(world_, q_);
    if (!s.job) return "the job needs approval first";
    const auto& job = world_.jobs[*s.job];
    const auto name = in_quotes(job.content->name);
    const auto status = shown_status(world_, job, s.at);
    if (status == job::status::draft) return name + " is a draft; ask for its approval";
    if (status == job::status::rejected) return name + " was rejected; return it to draft and revise it";
    const auto standing = standing_of(world_, job, s.at);
    if (standing.unsatisfiable)
      return "the approvers of " + name + " can no longer approve it; change the policy";
    std::vector<std::string> wanted;
    for (const auto& group : standing.groups)
      for (const auto each : group.may_approve)
        if (!group.satisfied) wanted.push_back(label(world_, each));
    if (wanted.empty()) return name + " waits for approval";
    return name + " waits for the approval of " + listed(wanted, "or");
  }

  std::string unmet() const {
    if (verdict_.missing.empty()) return no_role();
    std::string first;
    verdict_.missing.for_each([&](condition each) {
      if (first.empty()) first = remedy(each);
    });
    return first;
  }
  std::string remedy(condition missing) const {
    switch (missing) {
      case condition::creator:
        return permission_name() + " is for the creator alone, and " + user() + " is not the creator";
      case condition::same_organization:
        return permission_name() + " is for people of the creator's organization";
      case condition::owning_organization:
        return permission_name() + " is for people of the owning organization";
      case condition::member:
        return permission_name() + " is for members; name a workspace in which " + user() + " is one";
      case condition::approved:
      case condition::run_policy:
      case condition::approver:
        break;
    }
    return permission_name() + " needs the condition " + std::string(to_text(missing));
  }
  std::string no_role() const {
    std::vector<std::string> roles;
    for (std::uint16_t i = 0; i < world_.rules->role_count(); ++i)
      if (!world_.rules->ways({i}, q_.what).empty()) roles.push_back(role_name({i}));
    if (roles.empty()) return "no role grants " + permission_name() + "; see the rulebook";
    return permission_name() + " needs the role " + listed(roles, "or") + ", which " + user() +
           " does not hold here";
  }

  instant at() const { return set_scene(world_, q_).at; }
  std::optional<workspace_id> place() const { return set_scene(world_, q_).workspace; }
  std::string workspace() const {
    const auto where = place();
    return where ? in_quotes(world_.workspaces[*where].details->name) : "the workspace";
  }
  std::string of_workspace() const {
    return place() ? " of " + workspace() : " of a workspace that it is shared to";
  }
  std::string user() const { return label(world_, q_.user); }
  std::string permission_name() const { return std::string(world_.rules->row(q_.what).name); }
  const std::string& role_name(role_index it) const { return world_.rules->role(it).name; }

  const realm& world_;
  const question& q_;
  const judgement& verdict_;
};

}  // namespace detail

/// `effective`, with the reason in words. Fails: never.
inline explanation explain(const realm& world, const question& q) {
  const auto verdict = effective(world, q);
  return {verdict, detail::explainer(world, q, verdict).text()};
}

}  // namespace charter::inline v0
