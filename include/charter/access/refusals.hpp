// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How the engine says no about rights: the same words wherever the same reason applies.

#include <string>
#include <string_view>
#include <vector>

#include "charter/access/question.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// The same text for what does not exist and for what the asker may not see (D41).
inline refusal not_found(std::string_view what) {
  return refuse("not_found", "There is no such " + std::string(what) + ", or you may not see it.")
      .with("what", std::string(what));
}

inline std::vector<std::string> names_of(condition_set conditions) {
  std::vector<std::string> names;
  conditions.for_each([&](condition each) { names.emplace_back(to_text(each)); });
  return names;
}

inline refusal forbidden(std::string_view permission, condition_set missing = {}) {
  return refuse("forbidden",
                "You need the permission " + std::string(permission) + " for this; ask an administrator.")
      .with("permission", std::string(permission))
      .with("missing", names_of(missing));
}

/// What a person should do about a denial.
inline std::string_view advice(denial why) {
  switch (why) {
    case denial::deactivated:
      return "The account is deactivated; an administrator can reactivate it.";
    case denial::workspace_archived:
      return "The workspace is archived for good; create a new one.";
    case denial::workspace_pending:
      return "The workspace waits until every invitee has accepted.";
    case denial::not_a_member:
      return "Only members of the workspace may do this; ask to be added.";
    case denial::not_approved:
      return "The job needs approval first.";
    case denial::not_in_run_policy:
      return "The workspace's run policy does not let you run this job.";
    case denial::not_an_approver:
      return "The approval policy does not count you among the approvers.";
    case denial::depends_on_resource:
      return "This depends on the job, run or asset; ask about that one.";
    case denial::unknown_permission:
      return "No such permission; see the rulebook.";
    case denial::malformed:
      return "That permission is about another kind of thing.";
    case denial::none:
    case denial::not_found:
    case denial::forbidden:
      break;
  }
  return "";
}

/// The refusal for a denied judgement. REQUIRES: !it.allowed().
inline refusal denied(const realm& world, permission what, const judgement& it, std::string_view noun) {
  if (it.why == denial::not_found) return not_found(noun);
  if (it.why == denial::forbidden) return forbidden(world.rules->row(what).name, it.missing);
  auto no = refuse(to_text(it.why), std::string(advice(it.why)));
  if (!it.missing.empty())
    return std::move(no)
        .with("permission", std::string(world.rules->row(what).name))
        .with("missing", names_of(it.missing));
  return no;
}

}  // namespace charter::inline v0
