// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/asset_reach.hpp"

#include <map>
#include <set>
#include <utility>

#include "charter/access/effective.hpp"
#include "charter/access/queries/reach.hpp"
#include "charter/access/refusals.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/record/advance_realm.hpp"

namespace charter::inline v0::analysis {

namespace {

class reach_search {
 public:
  reach_search(const realm& world, asset_id which) : world_(world), which_(which) {}

  asset_reach run() {
    for (const auto where : *asset().shared_to)
      for (const auto user : queries::people_in_reach(world_, where, {}))
        if (sees(world_, user, where)) reach(user, where);
    share_on();
    asset_reach out;
    for (const auto& [organization, found] : now_) out.now.push_back(found);
    for (const auto& [organization, found] : next_) out.next.push_back(found);
    return out;
  }

 private:
  const asset::state& asset() const { return world_.assets[which_]; }
  bool is_dataset() const { return asset().type == rules::asset_type::dataset; }
  permission viewing() const {
    return is_dataset() ? permissions::dataset_view : permissions::integration_view;
  }
  permission sharing() const {
    return is_dataset() ? permissions::dataset_share : permissions::integration_share;
  }
  bool sees(const realm& then, user_id user, workspace_id where) const {
    return effective(then, {user, viewing(), target(which_, where)}).allowed();
  }
  const std::vector<organization_id>& organizations_of(user_id it) const {
    return world_.users[it].standing->organizations;
  }
  bool is_new(organization_id it) const { return it != asset().organization && !now_.contains(it); }

  void reach(user_id user, workspace_id where) {
    seers_.insert(user);
    for (const auto each : organizations_of(user))
      if (is_new(each)) now_.emplace(each, reached_organization{each, user, where});
  }

  /// Each workspace once, by the first who may share the asset there.
  void share_on() {
    seers_.insert(asset().creator);
    for (const auto each : world_.organizations[asset().organization].joined)
      if (world_.users[each].belongs_to(asset().organization)) seers_.insert(each);
    std::set<workspace_id> tried;
    for (const auto user : seers_)
      for (const auto to : queries::workspaces_in_reach(world_, user, sharing())) {
        if (tried.contains(to) || asset().is_shared_to(to)) continue;
        if (!effective(world_, {user, sharing(), target(which_, to)}).allowed()) continue;
        if (const auto then = share(user, to)) {
          tried.insert(to);
          reach_next(*then, user, to);
        }
      }
  }
  std::optional<realm> share(user_id by, workspace_id to) const {
    const decision_context with{by, world_.now, world_.now, {}, {}};
    realm then = world_;
    const auto done =
        is_dataset()
            ? advance_realm(then, with, dataset::share{ref<asset_id>(which_), ref<workspace_id>(to)})
            : advance_realm(then, with, integration::share{ref<asset_id>(which_), ref<workspace_id>(to)});
    return done ? std::optional(std::move(then)) : std::nullopt;
  }
  void reach_next(const realm& then, user_id by, workspace_id to) {
    for (const auto user : queries::people_in_reach(then, to, {})) {
      if (!sees(then, user, to)) continue;
      for (const auto each : organizations_of(user))
        if (is_new(each)) next_.emplace(each, reachable_organization{each, by, to, user});
    }
  }

  const realm& world_;
  asset_id which_;
  std::set<user_id> seers_;
  std::map<organization_id, reached_organization> now_;
  std::map<organization_id, reachable_organization> next_;
};

}  // namespace

result<asset_reach> reach_of(const realm& world, asset_id which) {
  if (!find(world, ref<asset_id>(which))) return tl::make_unexpected(not_found("asset"));
  return reach_search(world, which).run();
}

}  // namespace charter::inline v0::analysis
