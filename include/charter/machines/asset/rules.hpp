// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How integrations, datasets and data policies change.

#include <algorithm>

#include "charter/machines/asset/messages.hpp"
#include "charter/machines/asset/state.hpp"

namespace charter::inline v0::asset {

struct machine {
  static void apply(state& it, const integration::updated& what) {
    it.details.change([&](asset::details& d) {
      if (what.name) d.name = *what.name;
      if (what.description) d.description = *what.description;
      if (what.content_digest) d.content_digest = *what.content_digest;
    });
  }
  static void share(state& it, workspace_id workspace) {
    it.shared_to.change([&](auto& all) { all.push_back(workspace); });
  }
  static void unshare(state& it, workspace_id workspace) {
    it.shared_to.change([&](auto& all) { std::erase(all, workspace); });
  }
  /// A removed asset is shared nowhere.
  static void remove(state& it) {
    it.removed = true;
    it.shared_to = {};
  }
};

}  // namespace charter::inline v0::asset
