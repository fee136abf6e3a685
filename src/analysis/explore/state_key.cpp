// SPDX-License-Identifier: Apache-2.0
#include "state_key.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>

#include "charter/realm/members.hpp"

namespace charter::inline v0::analysis {

namespace {

using word = std::uint64_t;

constexpr word stir(word it) {
  it ^= it >> 32U;
  it *= 0xd6e8feb86659fd93U;
  it ^= it >> 32U;
  return it * 0xd6e8feb86659fd93U;
}
/// In order.
constexpr word mix(word sum, word next) {
  return stir(sum + 0x9e3779b97f4a7c15U) ^ (next * 0xff51afd7ed558ccdU);
}
template <class... Words>
constexpr word mixed(Words... all) {
  word sum = 0;
  ((sum = mix(sum, static_cast<word>(all))), ...);
  return stir(sum);
}

word hash(std::string_view text) {
  word sum = text.size();
  for (const char c : text) sum = mix(sum, static_cast<unsigned char>(c));
  return stir(sum);
}

/// The hash of one realm with people exchanged. Lists whose order nobody reads are sums of their hashes.
class realm_hash {
 public:
  realm_hash(const realm& world, const std::vector<std::uint32_t>& exchange)
      : world_(world), exchange_(exchange) {}

  std::array<word, part_count> parts() const {
    const auto sum = [](const auto& all, auto&& of_one) {
      word out = 0;
      for (std::uint32_t i = 0; i < all.all.size(); ++i) out += of_one(i);
      return stir(out);
    };
    return {sum(world_.users, [&](std::uint32_t i) { return of_user({i}); }),
            sum(world_.workspaces, [&](std::uint32_t i) { return of_workspace({i}); }) +
                sum(world_.invitations, [&](std::uint32_t i) { return of_invitation(i); }),
            sum(world_.assets, [&](std::uint32_t i) { return of_asset(i); }) +
                sum(world_.data_policies, [&](std::uint32_t i) { return of_data_policy(i); }),
            sum(world_.jobs, [&](std::uint32_t i) { return of_job(i); }),
            sum(world_.runs, [&](std::uint32_t i) { return of_run(i); }),
            mixed(world_.runs.all.size())};
  }

 private:
  enum kind : word { user_, workspace_, member_, invitation_, asset_, data_policy_, job_, run_ };

  word place(user_id it) const { return exchange_[it.value]; }
  word people(const std::vector<user_id>& all) const {
    word sum = all.size();
    for (const auto each : all) sum += mixed(place(each));
    return sum;
  }
  word end(std::optional<instant> it) const { return it ? mixed(1, (*it - world_.now).count()) : 0; }
  static word role(std::optional<role_index> it) { return it ? it->value + 1U : 0; }

  word of_user(user_id it) const {
    const auto& one = world_.users[it];
    word standing = 0;
    for (const auto each : one.standing->organizations) standing += mixed(1, each.value);
    for (const auto& each : one.standing->roles)
      standing += mixed(2, each.organization.value, each.role.value, end(each.until));
    return mixed(user_, place(it), one.status, one.signed_in, standing);
  }
  word of_workspace(workspace_id it) const {
    const auto& one = world_.workspaces[it];
    word sum = mixed(workspace_, it.value, one.owner.value, place(one.creator), one.kind.value, one.status,
                     one.mode, one.policies_fixed, one.credential_generation != 0);
    for (const auto& row : one.members)
      if (world_.find_row(it, row.user) == &row)
        sum += mixed(member_, it.value, place(row.user), role(row.role), row.ended, end(row.until),
                     row.suspended_by ? row.suspended_by->value + 1U : 0);
    const auto& policies = *one.policies;
    if (policies.approval) {
      word groups = 0;
      if (policies.approval->groups)
        for (const auto& each : *policies.approval->groups)
          groups += mixed(hash(each.name), each.minimum, people(each.members));
      sum += mixed(workspace_, it.value, 1, policies.approval->mode, groups,
                   policies.approval->rejections.value_or(1));
    }
    if (policies.run)
      sum += mixed(workspace_, it.value, 2, policies.run->mode,
                   policies.run->users ? people(*policies.run->users) : 0);
    return sum;
  }
  word of_invitation(std::uint32_t at) const {
    const auto& one = world_.invitations.all[at];
    return mixed(invitation_, one.workspace.value, one.user ? place(*one.user) : hash(one.to->email),
                 role(one.role), end(one.until), one.status);
  }
  word of_asset(std::uint32_t at) const {
    const auto& one = world_.assets.all[at];
    word places = 0;
    for (const auto each : *one.shared_to) places += mixed(each.value);
    return mixed(asset_, at, one.type, one.organization.value, place(one.creator), one.removed, places);
  }
  word of_data_policy(std::uint32_t at) const {
    const auto& one = world_.data_policies.all[at];
    word terms = 0;
    for (const auto each : one.terms->workspaces) terms += mixed(1, each.value);
    for (const auto each : one.terms->work) terms += mixed(2, each);
    return mixed(data_policy_, at, one.dataset.value, place(one.author), one.removed, terms,
                 columns(one.terms->columns));
  }
  static word columns(const column_set& it) {
    if (it.all()) return 0;
    word sum = 1;
    for (const auto& each : *it.names) sum += hash(each);
    return sum;
  }
  word of_job(std::uint32_t at) const {
    const auto& one = world_.jobs.all[at];
    word decisions = 0, uses = 0;
    for (const auto& each : *one.decisions)
      decisions += mixed(place(each.user), each.decision, each.automatic, one.revision - each.revision);
    for (const auto& each : one.content->uses) uses += mixed(each.asset.value, columns(each.columns));
    return mixed(job_, at, one.workspace.value, place(one.creator), one.status, one.held, one.runs.size() > 0,
                 decisions, uses);
  }
  word of_run(std::uint32_t at) const {
    const auto& one = world_.runs.all[at];
    const auto& job = world_.jobs[one.job];
    return mixed(run_, at, one.job.value, job.workspace.value, place(job.creator), place(one.started_by),
                 one.status, one.attested);
  }

  const realm& world_;
  const std::vector<std::uint32_t>& exchange_;
};

constexpr std::size_t most_ways = 24;

constexpr word in_order(const std::array<word, part_count>& parts) {
  return std::apply([](auto... each) { return mixed(each...); }, parts);
}

}  // namespace

state_keys::state_keys(const realm& start, bool symmetry) {
  exchange as_it_is(start.users.all.size());
  std::iota(as_it_is.begin(), as_it_is.end(), 0U);
  exchanges_.push_back(as_it_is);
  if (!symmetry) return;
  const auto as_is = realm_hash(start, as_it_is).parts();
  std::vector<bool> is_taken(as_it_is.size());
  for (std::uint32_t first = 0; first < as_it_is.size(); ++first) {
    if (is_taken[first]) continue;
    std::vector<std::uint32_t> alike{first};
    for (auto other = first + 1; other < as_it_is.size(); ++other) {
      auto swapped = as_it_is;
      std::swap(swapped[first], swapped[other]);
      if (!is_taken[other] && realm_hash(start, swapped).parts() == as_is) alike.push_back(other);
    }
    const auto so_far = exchanges_;
    auto order = alike;
    while (std::next_permutation(order.begin(), order.end())) {
      if (exchanges_.size() + so_far.size() > most_ways) return;
      for (auto each : so_far) {
        for (std::size_t i = 0; i < alike.size(); ++i) each[alike[i]] = order[i];
        exchanges_.push_back(std::move(each));
      }
    }
    for (const auto each : alike) is_taken[each] = true;
  }
}

void state_keys::take(const realm& world, part_hashes& out) const {
  out.clear();
  for (const auto& each : exchanges_) out.push_back(realm_hash(world, each).parts());
}

std::uint64_t state_keys::key_of(const part_hashes& all) {
  auto least = in_order(all.front());
  for (std::size_t i = 1; i < all.size(); ++i) least = std::min(least, in_order(all[i]));
  return least;
}

std::uint64_t state_keys::key_of(const part_hashes& all, part_set some) {
  auto read = all.front();
  for (std::size_t i = 0; i < part_count; ++i)
    if (!some.has(i)) read[i] = 0;
  return in_order(read);
}

}  // namespace charter::inline v0::analysis
