// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/effects.hpp"

#include <utility>

#include "charter/access/effective.hpp"
#include "charter/record/fold.hpp"
#include "effect_findings.hpp"
#include "touched_places.hpp"

namespace charter::inline v0::analysis {

namespace {

/// Whether two answers are the same to who asks "may I?": no, it depends on which thing, yes.
int answer_class(denial it) { return it == denial::none ? 2 : it == denial::depends_on_resource ? 1 : 0; }

/// A permission by its number before and after: an amended rulebook numbers them anew, and may drop some.
struct paired_permission {
  std::string_view name;
  std::optional<permission> before, after;
};

std::optional<permission> find_permission(const realm& world, std::string_view name) {
  return world.rules ? world.rules->find_permission(name) : std::nullopt;
}

std::vector<paired_permission> pair_permissions(const realm& before, const realm& after) {
  std::vector<paired_permission> out;
  for (permission each; each.value < after.rules->permission_count(); ++each.value) {
    const auto name = after.rules->row(each).name;
    out.push_back({name, find_permission(before, name), each});
  }
  if (!before.rules || before.rules == after.rules) return out;
  for (permission each; each.value < before.rules->permission_count(); ++each.value)
    if (const auto name = before.rules->row(each).name; !find_permission(after, name))
      out.push_back({name, each, std::nullopt});
  return out;
}

class comparing {
 public:
  comparing(const realm& before, const realm& after)
      : before_(before), after_(after), permissions_(pair_permissions(before, after)) {}

  template <class Place>
  void add_rights(const std::vector<std::pair<Place, user_id>>& asked,
                  std::vector<changed_rights>& out) const {
    for (const auto& [place, user] : asked) {
      changed_rights found{user, place, {}};
      for (const auto& each : permissions_) {
        const auto was = ask(before_, each.before, user, place), is = ask(after_, each.after, user, place);
        if (answer_class(was) != answer_class(is)) found.rights.push_back({std::string(each.name), was, is});
      }
      if (!found.rights.empty()) out.push_back(std::move(found));
    }
  }

  void add_review(job_id which, std::vector<changed_review>& out) const {
    const auto was = stand(before_, which), is = stand(after_, which);
    if (!(was && was->is_reviewed()) && !(is && is->is_reviewed())) return;
    if (was != is) out.push_back({which, show(before_, which), show(after_, which)});
  }

 private:
  denial ask(const realm& then, std::optional<permission> what, user_id user, const target& place) const {
    if (!then.rules) return denial::not_found;
    if (!what) return denial::unknown_permission;
    return effective(then, {user, *what, place, after_.now}).why;
  }

  /// What tells one standing from another.
  struct standing {
    job::status status;
    bool satisfied, unsatisfiable;
    bool is_reviewed() const { return status != job::status::draft; }
    friend bool operator==(const standing&, const standing&) = default;
  };
  std::optional<standing> stand(const realm& then, job_id which) const {
    if (!find(then, ref<job_id>(which))) return {};
    const auto& it = then.jobs[which];
    const auto now = queries::standing_shown(then, it, after_.now);
    return standing{shown_status(then, it, after_.now), now.satisfied && !it.held, now.unsatisfiable};
  }
  std::optional<queries::review> show(const realm& then, job_id which) const {
    auto found = queries::answer(then, {{}, after_.now}, queries::review_status{which});
    return found ? std::optional(std::move(*found)) : std::nullopt;
  }

  const realm& before_;
  const realm& after_;
  std::vector<paired_permission> permissions_;
};

}  // namespace

bool changed_right::gains() const { return answer_class(after) > answer_class(before); }

effects effects_of(const view& before, std::span<const record> records, breadth how) {
  touched_places touched;
  if (how == breadth::everywhere) touched.add_everything();
  realm now = before.realm();
  for (const auto& each : records) {
    const realm then = now;
    fold(now, each);
    touched.add(then, now, each);
  }
  effects out{{}, {}, {}, view(std::move(now))};
  const realm& after = out.after.realm();
  if (!after.rules) return out;
  const auto asked = touched.between(before.realm(), after);
  const comparing between(before.realm(), after);
  between.add_rights(asked.organization_rights, out.rights);
  between.add_rights(asked.workspace_rights, out.rights);
  for (const auto each : asked.jobs) between.add_review(each, out.reviews);
  out.findings = find_effects(before.realm(), out, asked);
  return out;
}

}  // namespace charter::inline v0::analysis
