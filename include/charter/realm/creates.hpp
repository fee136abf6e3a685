// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which events bring something into being, and which of their fields is its id. Receipts and admission read
/// this.

#include <string_view>
#include <type_traits>

#include "charter/realm/message.hpp"

namespace charter::inline v0::detail {

template <class Event>
struct creates : std::false_type {};

template <auto Member>
struct creates_by : std::true_type {
  static constexpr auto id = Member;
};
template <>
struct creates<organization::created> : creates_by<&organization::created::organization> {
  static constexpr std::string_view noun = "organization";
};
template <>
struct creates<user::provisioned> : creates_by<&user::provisioned::user> {
  static constexpr std::string_view noun = "user";
};
template <>
struct creates<workspace::created> : creates_by<&workspace::created::workspace> {
  static constexpr std::string_view noun = "workspace";
};
template <>
struct creates<invitation::sent> : creates_by<&invitation::sent::invitation> {
  static constexpr std::string_view noun = "invitation";
};
template <>
struct creates<integration::created> : creates_by<&integration::created::integration> {
  static constexpr std::string_view noun = "integration";
};
template <>
struct creates<dataset::connected> : creates_by<&dataset::connected::dataset> {
  static constexpr std::string_view noun = "dataset";
};
template <>
struct creates<data_policy::was_set> : creates_by<&data_policy::was_set::data_policy> {
  static constexpr std::string_view noun = "data_policy";
};
template <>
struct creates<job::created> : creates_by<&job::created::job> {
  static constexpr std::string_view noun = "job";
};
template <>
struct creates<run::started> : creates_by<&run::started::run> {
  static constexpr std::string_view noun = "run";
};
template <>
struct creates<attestation::recorded> : creates_by<&attestation::recorded::attestation> {
  static constexpr std::string_view noun = "attestation";
};

}  // namespace charter::inline v0::detail
