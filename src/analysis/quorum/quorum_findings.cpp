// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/quorum_findings.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "../sentences.hpp"
#include "charter/analysis/completions.hpp"
#include "charter/analysis/quorum.hpp"
#include "charter/realm/reviews.hpp"
#include "policy_findings.hpp"

namespace charter::inline v0::analysis {

namespace {

using users = std::vector<user_id>;

class quorum_check {
 public:
  /// Nothing is said of people in `known`, whose leaving breaks it for every job.
  explicit quorum_check(const electorate& it, std::set<user_id> known = {})
      : it_(it), known_(std::move(known)) {}

  std::vector<finding> run() {
    const auto found = can_be_met(it_);
    for (const auto& each : found.shortages) add_shortage(each);
    if (!it_.rules.creator_approves) check_creators(found.possible);
    if (it_.held && found.possible && !smallest_completions(it_, 0, {1, {}}).possible)
      add(severity::serious, "nobody_can_release",
          name() + " is held until one more decision, and everybody who may decide has decided.", {}, {},
          "Return the job to draft and ask for approval again.");
    add_critical();
    return std::move(out_);
  }

 private:
  bool is_job() const { return it_.creator.has_value(); }
  std::string name() const { return quoted({it_.about}); }

  void add_shortage(const shortage& what) {
    const bool compete = what.groups.size() > 1;
    const bool was_rejected = std::any_of(it_.ballots.begin(), it_.ballots.end(), [](const auto& each) {
      return each.decision == approval::verdict::reject;
    });
    std::string fix = compete ? "Put more people into these groups, or lower their minimums."
                              : "Put more people who can approve into the group, or lower its minimum.";
    if (it_.in_force.mode == approval::approval_mode::all)
      fix = "Choose groups of those who can approve, or take the others off the list of members.";
    fix = fix_of_policy(it_, std::move(fix));
    if (is_job() && was_rejected) fix = "Return the job to draft, so that everybody decides anew. " + fix;
    add(severity::serious, compete ? "groups_compete" : "quorum_unsatisfiable",
        (is_job() ? name() + " cannot be approved: " : "Nothing can be approved in " + name() + ": ") +
            in_words(it_, what) + ".",
        what.groups, what.people, std::move(fix));
  }

  void check_creators(bool possible) {
    auto with = it_;
    with.rules.creator_approves = true;
    if (is_job()) {
      if (possible || !can_be_met(with).possible) return;
      add(severity::serious, "creator_needed_but_excluded",
          name() + " needs the approval of " + it_.name_of(*it_.creator) +
              ", who created it and may not approve the own work.",
          {}, {*it_.creator}, "Let somebody else create the job, or " + lower_or_add());
      return;
    }
    const auto excluded = possible ? needed_everywhere() : users{};
    if (excluded.empty()) return;
    const auto can_create = std::count_if(it_.members.begin(), it_.members.end(),
                                          [](const elector& each) { return each.active; });
    const bool is_everybody = static_cast<std::ptrdiff_t>(excluded.size()) >= can_create;
    add(is_everybody ? severity::serious : severity::warning, "creator_needed_but_excluded",
        "A job that " + listed(it_, excluded, "or") +
            " creates can never be approved: nobody approves the own work, and the policy cannot be met "
            "without that approval.",
        {}, excluded, "Let others create jobs there, or " + lower_or_add());
  }
  std::string lower_or_add() const {
    return it_.policy_is_fixed
               ? "archive the workspace and create another with a policy that spares the creator."
               : "put more people into the groups or lower their minimums.";
  }
  /// Those without whom the policy cannot be met although they stay listed.
  users needed_everywhere() const {
    if (it_.in_force.mode == approval::approval_mode::all)
      return it_.members.size() == 1 && !it_.rules.single_party_exempt ? users{it_.members[0].user} : users{};
    auto staying = it_;
    staying.on_leaving = departure::inactive;
    users out;
    for (const auto& each : single_points_of_failure(staying)) out.push_back(each.user);
    return out;
  }

  /// One finding for all who break the same groups.
  void add_critical() {
    std::map<std::vector<std::string>, users> by_groups;
    for (const auto& each : single_points_of_failure(it_))
      if (!known_.contains(each.user)) by_groups[each.groups].push_back(each.user);
    const bool leaves = it_.on_leaving == departure::unlisted;
    for (const auto& [groups, people] : by_groups)
      add(severity::warning, "single_point_of_failure",
          "If " + listed(it_, people, "or") + (leaves ? " leaves, " : " becomes inactive, ") +
              (is_job() ? name() + " cannot be approved: " : "nothing can be approved in " + name() + ": ") +
              quoted(groups) + (groups.size() == 1 ? " falls" : " fall") + " short.",
          groups, people,
          it_.policy_is_fixed
              ? "Keep these accounts active; the policy is fixed, and the next workspace should "
                "leave room."
              : "Put somebody else into the group as well, or lower its minimum.");
  }

  void add(severity how, std::string slug, std::string message, std::vector<std::string> groups,
           const users& people, std::string fix) {
    for (auto& each : names_of(it_, people)) groups.push_back(std::move(each));
    out_.push_back({how, std::move(slug), it_.about, std::move(message), std::move(groups), std::move(fix)});
  }

  const electorate& it_;
  std::set<user_id> known_;
  std::vector<finding> out_;
};

void append(std::vector<finding>& to, std::vector<finding> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<finding> serious_first(std::vector<finding> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const finding& a, const finding& b) { return a.severity > b.severity; });
  return all;
}

finding of_refusal(const refusal& why, std::string about) {
  const auto how = why.slug == "nothing_to_approve" ? severity::note : severity::serious;
  return {how, why.slug, std::move(about), why.message, {}, {}};
}

}  // namespace

std::vector<finding> check_quorum(const electorate& it) {
  auto out = check_policy(it);
  append(out, quorum_check(it).run());
  return serious_first(std::move(out));
}

std::vector<finding> check_quorum(const realm& world, workspace_id workspace, instant at) {
  const auto it = electorate_of(world, workspace, at);
  if (!it) return {of_refusal(it.error(), to_text(workspace))};
  auto out = check_quorum(*it);
  std::set<user_id> known;
  for (const auto& each : single_points_of_failure(*it)) known.insert(each.user);
  at = std::max(at, world.now);
  for (const auto each : world.workspaces[workspace].jobs) {
    if (shown_status(world, world.jobs[each], at) != job::status::in_review) continue;
    if (const auto job = electorate_of(world, each, at)) append(out, quorum_check(*job, known).run());
  }
  return serious_first(std::move(out));
}

}  // namespace charter::inline v0::analysis
