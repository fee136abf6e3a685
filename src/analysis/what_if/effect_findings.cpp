// SPDX-License-Identifier: Apache-2.0
#include "effect_findings.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "charter/access/holders.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::analysis {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& each : words) out += (out.empty() ? "" : ", ") + each;
  return out.empty() ? "nobody" : out;
}

std::string in_words(const queries::group_review& it) {
  return it.group + ": " + std::to_string(it.have) + " of " + std::to_string(it.need) +
         ", may still approve: " + joined(it.may_approve);
}

class effect_search {
 public:
  effect_search(const realm& before, const realm& after) : before_(before), after_(after) {}

  void look_at(const changed_review& it) {
    const auto hopeless = [](const auto& review) {
      return review && review->status == job::status::in_review && review->unsatisfiable;
    };
    if (hopeless(it.before) || !hopeless(it.after)) return;
    const auto name = label(after_, it.job);
    finding made{severity::serious, "review_becomes_hopeless", name, {}, {}, {}};
    made.message = "The approvers of " + name + " could no longer approve it, whatever they decide.";
    for (const auto& each : it.after->groups)
      if (each.unsatisfiable) made.witness.push_back(in_words(each));
    if (made.witness.empty()) made.witness.push_back("the approval policy asks nobody");
    made.fix = "Change the approval policy or the members first, or return the job to draft.";
    out_.push_back(std::move(made));
  }

  void look_at(const changed_rights& it) {
    const auto* where = std::get_if<workspace_id>(&it.place);
    if (!where) return;
    const auto& place = after_.workspaces[*where];
    if (after_.users[it.user].belongs_to(place.owner)) return;
    std::vector<std::string> gained;
    for (const auto& each : it.rights)
      if (each.gains())
        gained.push_back(each.permission +
                         (each.after == denial::depends_on_resource ? ", for some things there" : ""));
    if (gained.empty()) return;
    const bool is_member = member_row(after_, *where, it.user, after_.now) != nullptr;
    const auto name = label(after_, it.user), workspace = label(after_, *where);
    finding made{is_member ? severity::warning : severity::serious, "stranger_gains", workspace, {}, {}, {}};
    made.message = name + ", who does not belong to " + label(after_, place.owner) +
                   ", would gain rights in " + workspace +
                   (is_member ? " as a member." : " without being a member there.");
    made.witness = std::move(gained);
    made.fix = is_member
                   ? "Make sure that " + name + " is meant to work there; remove the member otherwise."
                   : "Ask `explain` which role grants this, and withdraw the role or add a condition to "
                     "the grant.";
    out_.push_back(std::move(made));
  }

  void look_at(organization_id it) {
    const auto& guard = after_.book().guards.last_organization_admin;
    if (!before_.organizations.has(it) || guard.roles.empty()) return;
    const auto has_one = [&](const realm& world) {
      return holders::organization_has_one(world, it, guard.roles, after_.now);
    };
    if (before_.rules && has_one(before_) && !has_one(after_)) add_unmanaged(label(after_, it), guard);
  }
  void look_at(workspace_id it) {
    const auto& guard = after_.book().guards.last_workspace_admin;
    if (!before_.workspaces.has(it) || guard.roles.empty() || after_.workspaces[it].archived()) return;
    const auto has_one = [&](const realm& world) {
      return holders::workspace_has_one(world, it, guard.roles, after_.now);
    };
    if (before_.rules && has_one(before_) && !has_one(after_)) add_unmanaged(label(after_, it), guard);
  }

  std::vector<finding> take() {
    std::stable_sort(out_.begin(), out_.end(),
                     [](const finding& a, const finding& b) { return a.severity > b.severity; });
    return std::move(out_);
  }

 private:
  void add_unmanaged(const std::string& name, const rules::guard_rule& guard) {
    out_.push_back({severity::serious, "nobody_manages", name,
                    "Nobody would be left in " + name + " who holds a role that manages it.", guard.roles,
                    "Appoint somebody else first."});
  }

  const realm& before_;
  const realm& after_;
  std::vector<finding> out_;
};

}  // namespace

std::vector<finding> find_effects(const realm& before, const effects& found,
                                  const touched_places::result& asked) {
  effect_search out(before, found.after.realm());
  for (const auto each : asked.organizations) out.look_at(each);
  for (const auto each : asked.workspaces) out.look_at(each);
  for (const auto& each : found.reviews) out.look_at(each);
  for (const auto& each : found.rights) out.look_at(each);
  return out.take();
}

}  // namespace charter::inline v0::analysis
