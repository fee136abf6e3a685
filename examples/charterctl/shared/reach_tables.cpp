// SPDX-License-Identifier: Apache-2.0
#include "reach_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charter/analysis/asset_reach.hpp>
#include <charter/analysis/roles.hpp>
#include <charter/realm/lookup.hpp>
#include <charter/rules/rule_set.hpp>
#include <utility>

namespace charterctl {

namespace analysis = charter::analysis;

namespace {

constexpr std::size_t most_assets = 100;

/// "organization_admin by workspace_admin, if member and approved, in analytics".
std::string way_in_words(const analysis::reach& it) {
  auto out = it.role;
  if (it.path.size() > 1) out += " by " + it.path.back();
  if (!it.conditions.empty()) out += fmt::format(", if {}", fmt::join(it.conditions, " and "));
  if (!it.kinds.empty()) out += fmt::format(", in {}", fmt::join(it.kinds, ", "));
  return out;
}

std::vector<std::string> row_of(const charter::realm& world, charter::asset_id which) {
  const auto& it = world.assets[which];
  const auto name = [&](auto id) { return charter::label(world, id); };
  const auto found = analysis::reach_of(world, which);
  std::vector<std::string> now, next;
  for (const auto& each : found->now)
    now.push_back(
        fmt::format("{} ({} in {})", name(each.organization), name(each.seen_by), name(each.through)));
  for (const auto& each : found->next)
    next.push_back(fmt::format("{} ({}, if {} shares it to {})", name(each.organization), name(each.seen_by),
                               name(each.shared_by), name(each.to)));
  return {name(which), it.type == charter::rules::asset_type::dataset ? "dataset" : "integration",
          name(it.organization), fmt::format("{}", fmt::join(now, "; ")),
          fmt::format("{}", fmt::join(next, "; "))};
}

}  // namespace

analysis::data_table permission_table(const charter::rules::rulebook& book) {
  analysis::data_table out{"Who may do what", {"Permission", "Roles"}, {}};
  const charter::rule_set rules(book);
  for (charter::permission each; each.value < rules.permission_count(); ++each.value) {
    const std::string name(rules.row(each).name);
    std::vector<std::string> ways;
    if (const auto found = analysis::paths_to(book, name))
      for (const auto& way : *found) ways.push_back(way_in_words(way));
    out.rows.push_back({name, ways.empty() ? "nobody" : fmt::format("{}", fmt::join(ways, "; "))});
  }
  return out;
}

analysis::data_table asset_table(const world_then& it) {
  analysis::data_table out{
      "Datasets and integrations", {"Key", "Type", "Organization", "Also seen by", "One share away"}, {}};
  std::size_t all = 0;
  for (charter::asset_id each; it.world.assets.has(each); ++each.value) {
    if (it.world.assets[each].removed) continue;
    if (++all <= most_assets) out.rows.push_back(row_of(it.world, each));
  }
  if (all > most_assets) out.title += fmt::format(", the first {} of {}", most_assets, all);
  return out;
}

}  // namespace charterctl
