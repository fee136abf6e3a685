// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How the choices of a rulebook are spelled, for `to_text` and `parse_enum`.
/// PERSISTED: rulebooks stand in the log.

#include <array>
#include <string_view>

#include "charter/base/enum_text.hpp"
#include "charter/base/text.hpp"
#include "charter/rules/condition.hpp"
#include "charter/rules/permission.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0 {

template <>
struct enum_names<condition> {
  static constexpr auto names = condition_names;
};

template <>
struct enum_names<subject> {
  static constexpr std::array<std::string_view, 5> names = {"organization", "workspace", "asset", "job",
                                                            "run"};
};

template <>
struct enum_names<need> {
  static constexpr std::array<std::string_view, 3> names = {"any", "not_archived", "active"};
};

template <>
struct enum_names<charset> {
  static constexpr std::array<std::string_view, 3> names = {"simple", "line", "text"};
};

template <>
struct enum_names<rules::role_scope> {
  static constexpr std::array<std::string_view, 2> names = {"organization", "workspace"};
};

template <>
struct enum_names<rules::work> {
  static constexpr std::array<std::string_view, 3> names = {"job", "workflow", "pipeline"};
};

template <>
struct enum_names<rules::asset_type> {
  static constexpr std::array<std::string_view, 2> names = {"integration", "dataset"};
};

template <>
struct enum_names<rules::candidates_from> {
  static constexpr std::array<std::string_view, 2> names = {"organization_and_collaborators", "everyone"};
};

template <>
struct enum_names<rules::membership_mode> {
  static constexpr std::array<std::string_view, 2> names = {"sealed", "open"};
};

template <>
struct enum_names<rules::existing_accounts> {
  static constexpr std::array<std::string_view, 2> names = {"invite", "add"};
};

template <>
struct enum_names<rules::on_account_created> {
  static constexpr std::array<std::string_view, 2> names = {"keep_open", "accept"};
};

template <>
struct enum_names<rules::eligible_organization> {
  static constexpr std::array<std::string_view, 2> names = {"any", "own"};
};

template <>
struct enum_names<rules::duplicate_invitation> {
  static constexpr std::array<std::string_view, 2> names = {"refuse", "resend"};
};

template <>
struct enum_names<rules::decline> {
  static constexpr std::array<std::string_view, 2> names = {"final", "may_accept_later"};
};

template <>
struct enum_names<rules::own_role_change> {
  static constexpr std::array<std::string_view, 2> names = {"never", "down_only"};
};

template <>
struct enum_names<rules::run_mode> {
  static constexpr std::array<std::string_view, 3> names = {"all", "creator", "specific"};
};

template <>
struct enum_names<rules::approval_mode> {
  static constexpr std::array<std::string_view, 2> names = {"all", "groups"};
};

template <>
struct enum_names<rules::after_creation> {
  static constexpr std::array<std::string_view, 2> names = {"changeable", "fixed"};
};

template <>
struct enum_names<rules::archive_visibility> {
  static constexpr std::array<std::string_view, 2> names = {"read_only", "hidden"};
};

}  // namespace charter::inline v0
