// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `check` and `explain`: may this user do that, and why or why not. Asked by oneself, or by who assigns
/// roles in an organization of that user.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

struct check_name {
  static constexpr std::string_view text = "check";
};
struct explain_name {
  static constexpr std::string_view text = "explain";
};

/// Exactly one thing; `workspace` may stand beside an integration or a dataset (share, unshare), `member`
/// beside a workspace (withdraw_user).
template <class Name>
struct rights_query {
  ref<user_id> user = {};
  std::string permission = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<job_id>> job = {};
  std::optional<ref<run_id>> run = {};
  std::optional<ref<asset_id>> integration = {};
  std::optional<ref<asset_id>> dataset = {};
  std::optional<ref<data_policy_id>> data_policy = {};
  std::optional<ref<user_id>> member = {};

  static constexpr std::string_view message_name = Name::text;
  static constexpr auto fields =
      described_by<&rights_query::user, &rights_query::permission, &rights_query::organization,
                   &rights_query::workspace, &rights_query::job, &rights_query::run,
                   &rights_query::integration, &rights_query::dataset, &rights_query::data_policy,
                   &rights_query::member>("user", "permission", "organization", "workspace", "job", "run",
                                          "integration", "dataset", "data_policy", "member");
};
using check = rights_query<check_name>;
using explain = rights_query<explain_name>;

struct checked {
  bool allowed = true;

  static constexpr auto fields = described_by<&checked::allowed>("allowed");
};

struct grant_place {
  std::string role = {};
  std::int64_t alternative = 0;  ///< from 0, in the grant's list

  static constexpr auto fields =
      described_by<&grant_place::role, &grant_place::alternative>("role", "alternative");
};

struct explained {
  bool allowed = false;
  std::optional<std::string> reason = {};  ///< the slug of the denial
  std::optional<std::string> role = {};    ///< the role held that allows it
  std::optional<grant_place> grant = {};   ///< the role that has the grant: the same, or one it inherits
  std::vector<std::string> missing = {};

  static constexpr auto fields =
      described_by<&explained::allowed, &explained::reason, &explained::role, &explained::grant,
                   &explained::missing>("allowed", "reason", "role", "grant", "missing");
};

/// Whose rights are asked about. Fails: `not_found` for whom the asker may not name, `forbidden`.
inline objection enter_rights_of(const inquiry& asked, const ref<user_id>& name, user_id& out) {
  if (auto no = asked.find_person(name, out)) return no;
  if (asked.by.is(out)) return {};
  if (asked.may_in_an_organization_of(out, permissions::organization_assign_roles)) return {};
  return forbidden("organization.assign_roles");
}

/// What a question is about, as its fields name it.
struct named_target {
  std::string_view noun = {};
  std::optional<target> on = {};  ///< nothing: there is no such thing, or the asker may not know of it
};

template <class Id>
std::optional<target> target_named(const inquiry& asked, const ref<Id>& name) {
  const auto found = find(asked.world, name);
  return found ? std::optional<target>(*found) : std::nullopt;
}

inline std::optional<target> asset_named(const inquiry& asked, const ref<asset_id>& name,
                                         rules::asset_type type, const std::optional<ref<workspace_id>>& in) {
  const auto found = find(asked.world, name);
  if (!found || asked.world.assets[*found].type != type) return {};
  if (!in) return target(*found);
  const auto workspace = find(asked.world, *in);
  return workspace ? std::optional<target>(target(*found, *workspace)) : std::nullopt;
}

inline std::optional<target> workspace_named(const inquiry& asked, const ref<workspace_id>& name,
                                             const std::optional<ref<user_id>>& member) {
  const auto found = find(asked.world, name);
  if (!found || !member) return found ? std::optional<target>(*found) : std::nullopt;
  const auto who = find(asked.world, *member);
  return who ? std::optional<target>(target(*found, *who)) : std::nullopt;
}

template <class Name>
named_target find_target(const inquiry& asked, const rights_query<Name>& q) {
  using rules::asset_type;
  if (q.organization) return {"organization", target_named(asked, *q.organization)};
  if (q.job) return {"job", target_named(asked, *q.job)};
  if (q.run) return {"run", target_named(asked, *q.run)};
  if (q.integration)
    return {"integration", asset_named(asked, *q.integration, asset_type::integration, q.workspace)};
  if (q.dataset) return {"dataset", asset_named(asked, *q.dataset, asset_type::dataset, q.workspace)};
  if (q.data_policy) return {"data_policy", target_named(asked, *q.data_policy)};
  return {"workspace", workspace_named(asked, *q.workspace, q.member)};
}

template <class Name>
objection check_shape(const realm& world, const rights_query<Name>& q) {
  const bool beside_asset = q.integration || q.dataset;
  if (auto no = exactly_one({{"organization", q.organization.has_value()},
                             {"workspace", q.workspace.has_value() && !beside_asset},
                             {"job", q.job.has_value()},
                             {"run", q.run.has_value()},
                             {"integration", q.integration.has_value()},
                             {"dataset", q.dataset.has_value()},
                             {"data_policy", q.data_policy.has_value()}}))
    return no;
  if (q.member && (!q.workspace || beside_asset))
    return malformed("member", "`member` goes with a workspace, to ask about withdrawing that member.");
  return check_permission(world, q.permission);
}

/// The judgement that both queries give. Somebody else's rights over what the asker may not see are not told.
template <class Name>
result<judgement> judge_rights(const inquiry& asked, const rights_query<Name>& q, named_target& about) {
  user_id user;
  if (auto no = enter_rights_of(asked, q.user, user)) return tl::make_unexpected(*no);
  about = find_target(asked, q);
  if (about.on && !asked.by.is(user) && !asked.knows(*about.on)) about.on.reset();
  if (!about.on) {
    const bool active = asked.world.users[user].status == charter::user::status::active;
    return judgement{active ? denial::not_found : denial::deactivated};
  }
  const auto what = *asked.world.rules->find_permission(q.permission);
  const auto judged = effective(asked.world, {user, what, *about.on, asked.at});
  if (judged.why == denial::malformed)
    return tl::make_unexpected(malformed(about.noun, std::string(advice(denial::malformed))));
  return judged;
}

inline result<checked> reply(const inquiry& asked, const check& q) {
  named_target about;
  const auto judged = judge_rights(asked, q, about);
  if (!judged) return tl::make_unexpected(judged.error());
  if (judged->allowed()) return checked{};
  return tl::make_unexpected(
      denied(asked.world, *asked.world.rules->find_permission(q.permission), *judged, about.noun));
}

inline result<explained> reply(const inquiry& asked, const explain& q) {
  named_target about;
  const auto judged = judge_rights(asked, q, about);
  if (!judged) return tl::make_unexpected(judged.error());
  explained out{judged->allowed(), {}, role_name(asked.world, judged->role), {}, names_of(judged->missing)};
  if (!judged->allowed()) out.reason = to_text(judged->why);
  if (judged->granted) out.grant = grant_place{*role_name(asked.world, judged->granted), judged->alternative};
  return out;
}

}  // namespace charter::inline v0::queries
