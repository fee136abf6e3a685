// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People of several organizations and the workspaces that they are at work in, made by commands.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/analysis/finding.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/world.hpp"

namespace analysis_tests {

using namespace charter;
using namespace charter::analysis;
using strings = std::vector<std::string>;

struct cast {
  testing::driven_realm driven;

  explicit cast(rules::rulebook book = rulebooks::opaque_open()) : driven(std::move(book)) {}

  const realm& world() const { return driven.world(); }
  testing::attempt by(actor who, command what) const {
    return {{std::move(who), world().now, world().now, {}, {}}, std::move(what)};
  }
  void must(const actor& who, const command& what) {
    const auto done = driven.execute(by(who, what));
    if (!done) FAIL(what.name() << ": " << done.error().slug << ": " << done.error().message);
  }

  /// An organization with an administrator, "lab_admin", and people.
  void organization(const std::string& key, const strings& people) {
    must("operator", organization::create{key, key});
    const auto admin = key + "_admin";
    provision(admin, key);
    for (const auto* each : {"organization_admin", "workspace_admin"})
      must(each == std::string("workspace_admin") ? actor(admin) : actor::platform(),
           role::assign{admin, each, key, {}});
    for (const auto& each : people) provision(each, key);
  }
  void provision(const std::string& key, const std::string& of) {
    must("host", user::provision{key, address(key), {}, of});
    must("host", user::record_sign_in{key});
  }
  static std::string address(const std::string& key) { return key + "@example.org"; }

  /// A workspace in which those people alone are at work; the administrator of the owner makes it and leaves.
  void workspace(const std::string& key, const std::string& owner, const strings& people,
                 const std::string& kind = "analytics") {
    must(owner + "_admin", workspace::create{.key = key, .organization = owner, .kind = kind, .name = key});
    for (const auto& each : people) add(key, each);
    must(owner + "_admin", workspace::leave{key});
  }
  void add(const std::string& workspace, const std::string& person) {
    must(owner_admin(workspace), workspace::add_member{workspace, {}, address(person), {}, {}});
  }
  std::string owner_admin(const std::string& workspace) const {
    return label(world(), world().workspaces[place(workspace)].owner) + "_admin";
  }

  user_id person(std::string_view name) const { return *find(world(), ref<user_id>(name)); }
  workspace_id place(std::string_view name) const { return *find(world(), ref<workspace_id>(name)); }
  organization_id of(std::string_view name) const { return *find(world(), ref<organization_id>(name)); }

  template <class Ids>
  strings names(const Ids& ids) const {
    strings out;
    for (const auto each : ids) out.push_back(label(world(), each));
    return out;
  }
};

/// The first finding of that slug about that thing; null if there is none.
inline const finding* find_finding(const std::vector<finding>& all, std::string_view slug,
                                   std::string_view about = {}) {
  for (const auto& each : all)
    if (each.slug == slug && (about.empty() || each.about == about)) return &each;
  return nullptr;
}

}  // namespace analysis_tests
