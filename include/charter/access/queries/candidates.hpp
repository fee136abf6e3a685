// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `candidates`: whom a user may bring into workspaces of an organization, and who of them may come (D30,
/// R195).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "charter/access/eligibility.hpp"
#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/reach.hpp"

namespace charter::inline v0::queries {

/// How the user comes to know of the candidate.
enum class acquaintance : std::uint8_t { organization, collaborator, email, platform };

struct candidates {
  ref<user_id> user = {};
  ref<organization_id> organization = {};
  std::optional<std::string> search = {};  ///< part of a name or an address, without ASCII case
  std::optional<std::string> email = {};   ///< exactly one address, of whomever
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "candidates";
  static constexpr auto fields =
      described_by<&candidates::user, &candidates::organization, &candidates::search, &candidates::email,
                   &candidates::limit, &candidates::after>("user", "organization", "search", "email", "limit",
                                                           "after");
};

struct candidate {
  std::optional<std::string> user = {};  ///< null: an address without an account
  std::string email = {};
  std::optional<std::string> name = {};
  acquaintance via = acquaintance::organization;
  bool eligible = false;
  std::optional<std::string> reason = {};  ///< of `not_eligible`

  static constexpr auto fields = described_by<&candidate::user, &candidate::email, &candidate::name,
                                              &candidate::via, &candidate::eligible, &candidate::reason>(
      "user", "email", "name", "via", "eligible", "reason");
};

/// One search for candidates, its names resolved.
struct candidate_search {
  const realm& world;
  user_id user;
  organization_id organization;

  acquaintance via(user_id other) const {
    if (world.users[other].belongs_to(organization)) return acquaintance::organization;
    if (have_collaborated(world, user, other)) return acquaintance::collaborator;
    const bool everyone = world.book().directory.candidates == rules::candidates_from::everyone;
    return everyone ? acquaintance::platform : acquaintance::email;
  }
  /// Those whom the user may list, in order of creation; whoever may be anybody among them.
  std::vector<user_id> pool() const {
    std::vector<user_id> out;
    if (world.book().directory.candidates == rules::candidates_from::everyone) {
      for (user_id each; world.users.has(each); ++each.value) out.push_back(each);
      return out;
    }
    for (const auto each : world.organizations[organization].joined)
      if (world.users[each].belongs_to(organization)) out.push_back(each);
    for (const auto place : world.users[user].workspaces)
      for (const auto& row : world.workspaces[place].members) out.push_back(row.user);
    sort_and_unite(out);
    return out;
  }
  candidate show(std::optional<user_id> other, std::string_view address) const {
    const std::string reason(why_not_eligible(world, other, organization));
    candidate row{label_if(world, other), std::string(address), {},
                  acquaintance::email,    reason.empty(),       text_if(reason)};
    if (other) {
      row.name = text_if(world.users[*other].profile->name);
      row.via = via(*other);
    }
    return row;
  }
};

inline bool matches(const user::profile& it, const std::optional<std::string>& search) {
  if (!search) return true;
  const auto wanted = ascii_lower(*search);
  return ascii_lower(it.name).find(wanted) != std::string::npos ||
         ascii_lower(it.email).find(wanted) != std::string::npos;
}

inline result<page<candidate>> reply(const inquiry& asked, const candidates& q) {
  const realm& world = asked.world;
  user_id user;
  organization_id organization;
  if (auto no = asked.enter_self(q.user, user)) return tl::make_unexpected(*no);
  if (auto no = asked.enter(q.organization, permissions::organization_view_candidates, organization))
    return tl::make_unexpected(*no);
  const candidate_search search{world, user, organization};
  std::vector<user_id> pool;
  if (!q.email) {
    pool = search.pool();
  } else if (const auto found = find_by_email(world, *q.email)) {
    pool.push_back(*found);
  } else if (is_email(*q.email) && !q.search && !q.after) {
    return page<candidate>{{search.show({}, *q.email)}, {}};
  }
  return cut<candidate>(
      pool, q, [&](user_id each) { return label(world, each); },
      [&](user_id each) -> std::optional<candidate> {
        const auto& profile = *world.users[each].profile;
        if (each == user || !matches(profile, q.search)) return {};
        return search.show(each, profile.email);
      });
}

}  // namespace charter::inline v0::queries

namespace charter::inline v0 {

template <>
struct enum_names<queries::acquaintance> {
  static constexpr std::array<std::string_view, 4> names = {"organization", "collaborator", "email",
                                                            "platform"};
};

}  // namespace charter::inline v0
