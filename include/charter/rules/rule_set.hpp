// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A rulebook made ready for judging: names become ordinals, inheritance becomes lists, grants become a
/// table. Immutable after construction; realms share it by pointer.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/instant.hpp"
#include "charter/rules/condition.hpp"
#include "charter/rules/ordinals.hpp"
#include "charter/rules/permission.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0 {

class rule_set {
 public:
  /// One alternative of a grant, ready to judge. `kinds` is a bit a kind; all bits where none is named.
  struct way {
    condition_set conditions;
    std::uint64_t kinds = ~std::uint64_t{0};
    std::uint16_t position = 0;  ///< its place in the rulebook's list of alternatives
  };

  /// REQUIRES: rules::validate(book) is empty.
  explicit rule_set(rules::rulebook book) : book_(std::move(book)) {
    for (const auto& row : engine_permissions) known_.push_back({row.name, row.about, row.needs});
    for (const auto& own : book_.permissions)
      if (own.same_as.empty()) known_.push_back({own.name, own.scope, own.needs});
    for (std::size_t role = 0; role < book_.roles.size(); ++role) inherited_.push_back(close_over(role));
    table_.resize(book_.roles.size() * known_.size());
    for (const auto& of_role : book_.grants)
      for (const auto& each : of_role.grants) compile(*find_role(of_role.role), each);
    tolerance_back_ = parse_duration(book_.time.tolerance_back).value_or(duration{});
    tolerance_ahead_ = parse_duration(book_.time.tolerance_ahead).value_or(duration{});
  }

  const rules::rulebook& book() const { return book_; }

  /// How far a command's time may lie behind the realm's, and ahead of the engine's clock.
  duration tolerance_back() const { return tolerance_back_; }
  duration tolerance_ahead() const { return tolerance_ahead_; }

  /// The permission of that name; an alias answers what it stands for. Cost: linear in the permissions.
  std::optional<permission> find_permission(std::string_view name) const {
    for (const auto& own : book_.permissions)
      if (own.name == name && !own.same_as.empty()) return find_permission(own.same_as);
    for (std::size_t i = 0; i < known_.size(); ++i)
      if (known_[i].name == name) return permission{static_cast<std::uint16_t>(i)};
    return {};
  }
  std::size_t permission_count() const { return known_.size(); }
  const permission_row& row(permission it) const { return known_[it.value]; }

  std::optional<role_index> find_role(std::string_view name) const {
    return find<role_index>(book_.roles, name);
  }
  std::size_t role_count() const { return book_.roles.size(); }
  const rules::role_definition& role(role_index it) const { return book_.roles[it.value]; }

  std::optional<kind_index> find_kind(std::string_view name) const {
    return find<kind_index>(book_.kinds, name);
  }
  const rules::kind_definition& kind(kind_index it) const { return book_.kinds[it.value]; }

  /// The role itself, then what it inherits, nearest first, each once.
  std::span<const role_index> with_inherited(role_index it) const { return inherited_[it.value]; }
  bool includes(role_index holder, role_index wanted) const {
    const auto all = with_inherited(holder);
    return std::find(all.begin(), all.end(), wanted) != all.end();
  }
  bool is_workspace_role(role_index it) const { return role(it).scope == rules::role_scope::workspace; }

  /// The role's own grants of the permission, without what it inherits.
  std::span<const way> ways(role_index role, permission what) const {
    return table_[role.value * known_.size() + what.value];
  }
  /// Whether any grant of any role names the permission.
  bool is_granted(permission what) const {
    for (std::size_t role = 0; role < role_count(); ++role)
      if (!table_[role * known_.size() + what.value].empty()) return true;
    return false;
  }

 private:
  template <class Index, class Rows>
  static std::optional<Index> find(const Rows& rows, std::string_view name) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].name == name) return Index{static_cast<decltype(Index::value)>(i)};
    return {};
  }

  std::vector<role_index> close_over(std::size_t role) const {
    std::vector<role_index> all{role_index{static_cast<std::uint16_t>(role)}};
    for (std::size_t at = 0; at < all.size(); ++at)
      for (const auto& name : book_.roles[all[at].value].inherits)
        if (const auto next = find_role(name); next && std::find(all.begin(), all.end(), *next) == all.end())
          all.push_back(*next);
    return all;
  }

  /// What `management.owning_organization_only` narrows (D13).
  static bool is_management(permission it) {
    using namespace permissions;
    constexpr permission narrowed[] = {workspace_manage_members,   workspace_manage_policies,
                                       workspace_edit_details,     workspace_describe,
                                       workspace_manage_templates, workspace_archive,
                                       workspace_view_audit,       workspace_export_audit};
    return std::find(std::begin(narrowed), std::end(narrowed), it) != std::end(narrowed);
  }

  void compile(role_index role, const rules::grant& grant) {
    const auto what = *find_permission(grant.permission);
    auto& ways = table_[role.value * known_.size() + what.value];
    for (const auto& alternative : grant.alternatives) {
      way made;
      made.position = static_cast<std::uint16_t>(ways.size());
      for (const auto each : alternative.if_) made.conditions.add(each);
      if (book_.management.owning_organization_only && is_management(what))
        made.conditions.add(condition::owning_organization);
      if (!alternative.kinds.empty()) made.kinds = 0;
      for (const auto& name : alternative.kinds) made.kinds |= std::uint64_t{1} << find_kind(name)->value;
      ways.push_back(made);
    }
  }

  rules::rulebook book_;
  std::vector<permission_row> known_;
  std::vector<std::vector<role_index>> inherited_;
  std::vector<std::vector<way>> table_;
  duration tolerance_back_{}, tolerance_ahead_{};
};

using rules_ptr = std::shared_ptr<const rule_set>;

}  // namespace charter::inline v0
