// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charter/access/queries/jobs.hpp>
#include <charter/access/queries/log.hpp>
#include <charter/access/queries/members.hpp>
#include <charter/access/queries/notices.hpp>
#include <charter/access/queries/reviews.hpp>
#include <charter/access/queries/runs.hpp>
#include <charter/engine/engine.hpp>

#include "cast.hpp"

namespace clean_room {

using namespace charter;

namespace {

/// Asks as a user. A refused query gives one line that says so, which no comparison will then find equal.
template <class Query, class Print>
lines ask(const engine& realm, std::string_view who, const Query& query, Print&& print) {
  const auto answer = queries::answer(realm.now().realm(), {.as = who}, query);
  if (!answer) return {fmt::format("{}: {}", answer.error().slug, answer.error().message)};
  return print(*answer);
}

/// "review_requested" reads "review requested".
std::string spoken(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

lines members_of(const engine& realm, std::string_view who) {
  return ask(realm, who, queries::list_members{.workspace = "study"}, [](const auto& answer) {
    lines out;
    for (const auto& each : answer.items)
      out.push_back(fmt::format("{:<7}  {:<18}  {:<9}  {}", each.user, each.email,
                                fmt::join(each.organizations, ", "), to_text(each.status)));
    return out;
  });
}

lines job_and_runs(const engine& realm, std::string_view who) {
  auto out = ask(realm, who, queries::get_job{.job = "readmission"}, [](const auto& job) {
    return lines{fmt::format("{:<12}  {:<10}  revision {}, content {}", job.job, to_text(job.status),
                             job.revision, job.content_digest)};
  });
  const auto runs = ask(realm, who, queries::list_runs{.job = "readmission"}, [](const auto& answer) {
    lines found;
    for (const auto& each : answer.items)
      found.push_back(
          fmt::format("{:<12}  {:<10}  started by {}", each.run, to_text(each.status), each.started_by));
    return found;
  });
  out.insert(out.end(), runs.begin(), runs.end());
  return out;
}

lines notices_of_all(const engine& realm) {
  lines out;
  for (const auto& each : everybody) {
    const auto told = ask(realm, each.key, queries::list_notices{.user = each.key}, [](const auto& answer) {
      lines kinds;
      for (const auto& notice : answer.items)
        kinds.push_back(fmt::format("{} by {}", spoken(to_text(notice.kind)), notice.by));
      std::reverse(kinds.begin(), kinds.end());  // the answer has the newest first
      return kinds;
    });
    if (told.empty()) out.push_back(fmt::format("{:<7}  nothing", each.name));
    for (std::size_t i = 0; i < told.size(); ++i)
      out.push_back(fmt::format("{:<7}  {}", i == 0 ? each.name : "", told[i]));
  }
  return out;
}

/// "invitation.sent (3)" instead of naming it three times.
std::string counted(const std::vector<std::string>& events) {
  std::string out;
  for (std::size_t i = 0; i < events.size();) {
    auto next = i + 1;
    while (next < events.size() && events[next] == events[i]) ++next;
    out += fmt::format("{}{}", out.empty() ? "" : ", ", events[i]);
    if (next - i > 1) out += fmt::format(" ({})", next - i);
    i = next;
  }
  return out;
}

/// "11-23 09:17"
std::string day_and_time(instant at) {
  const auto text = to_text(at);
  return text.substr(5, 5) + ' ' + text.substr(11, 5);
}

lines audit_trail(const engine& realm, std::string_view who) {
  return ask(realm, who, queries::audit_log{.workspace = "study"}, [](const auto& answer) {
    lines out;
    for (const auto& each : answer.items)
      out.push_back(fmt::format("{:>3}  {}  {:<6}  {:<20}  {}", each.position, day_and_time(each.at),
                                each.actor, each.command, counted(each.events)));
    return out;
  });
}

}  // namespace

findings look_around(const engine& realm, std::string_view who) {
  return {members_of(realm, who), job_and_runs(realm, who), notices_of_all(realm), audit_trail(realm, who)};
}

lines review_progress(const engine& realm, std::string_view who, std::string_view job) {
  return ask(realm, who, queries::review_status{.job = job}, [](const auto& review) {
    lines out{fmt::format("review: {}, revision {}", spoken(to_text(review.status)), review.revision)};
    for (const auto& each : review.groups) {
      const auto open =
          each.satisfied ? "" : fmt::format("; may still approve: {}", fmt::join(each.may_approve, ", "));
      out.push_back(fmt::format(
          "  {:<12}  {} of {}: {}{}", each.group, each.have, each.need,
          each.approved_by.empty() ? "nobody yet" : fmt::format("{}", fmt::join(each.approved_by, ", ")),
          open));
    }
    return out;
  });
}

}  // namespace clean_room
