// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An asset that a job uses, and which of its columns.

#include <tuple>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/rules/columns.hpp"

namespace charter::inline v0::job {

/// `Asset` is a reference where a command names it, an id where the realm holds it.
/// JSON: "asset", or {"asset": …, "columns": […]}.
template <class Asset>
struct basic_use {
  Asset asset;
  column_set columns = {};

  static constexpr auto fields = described_by<&basic_use::asset, &basic_use::columns>("asset", "columns");
  friend bool operator==(const basic_use&, const basic_use&) = default;
};

using use_proposal = basic_use<ref<asset_id>>;
using use = basic_use<asset_id>;

}  // namespace charter::inline v0::job
