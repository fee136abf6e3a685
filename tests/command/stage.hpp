// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A small realm driven by decide and fold alone, without JSON, store or engine.

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "charter/command/context.hpp"
#include "charter/command/decision.hpp"
#include "charter/realm/realm.hpp"

namespace staged {

using namespace charter;
using namespace std::chrono_literals;
using names = std::vector<std::string_view>;
using answer = tl::expected<decided, refusal>;

answer judge(const realm& world, const decision_context& with, const command& what);

/// A realm driven by commands. Each is asked at the realm's time unless said otherwise.
struct stage {
  realm world;

  explicit stage(std::string rulebook = "opaque_open") {
    world.now = *parse_instant("2026-01-01T00:00:00Z");
    execute(asks("operator"), realms::create{std::move(rulebook)});
  }
  decision_context asks(actor as, duration later = 0ms) const {
    return {std::move(as), world.now + later, world.now + later, {}, {}};
  }
  decision_context asks(actor as, std::string id, std::string digest) const {
    return {std::move(as), world.now, world.now, std::move(id), std::move(digest)};
  }
  answer judge(const decision_context& with, const command& what) const {
    return staged::judge(world, with, what);
  }
  void execute(const decision_context& with, const command& what);
  void execute(actor as, const command& what) { execute(asks(std::move(as)), what); }
};

/// A hospital that hana administrates, a lab, and alice's study, in which bob of the lab works for an hour.
struct hospital : stage {
  hospital() {
    for (const auto* each : {"hospital", "lab"}) execute("operator", organization::create{each, each});
    for (const auto* each : {"hana", "alice"}) provision(each, "hospital");
    provision("bob", "lab");
    execute("operator", role::assign{"hana", "organization_admin", "hospital", {}});
    execute("hana", role::assign{"alice", "workspace_admin", "hospital", {}});
    execute("alice",
            workspace::create{.key = "study", .organization = "hospital", .kind = "analytics", .name = "S"});
    execute("alice", workspace::add_member{"study", {}, "bob@lab.org", {}, end()});
  }
  void provision(const std::string& key, const std::string& of) {
    execute("host", user::provision{key, key + "@" + of + ".org", {}, of});
    execute("host", user::record_sign_in{key});
  }
  instant end() const { return *parse_instant("2026-01-01T01:00:00Z"); }
  decision_context at_the_end(actor as, duration later = 0ms) const {
    return asks(std::move(as), end() - world.now + later);
  }
};

inline command describe(std::string text) { return workspace::describe{"study", std::move(text)}; }
inline std::string slug(const answer& it) { return it ? "ok" : it.error().slug; }
template <class Value>
std::optional<Value> told(const answer& it, std::string_view name) {
  if (it) return {};
  for (const auto& each : it.error().details)
    if (const auto* value = std::get_if<Value>(&each.value); value && each.name == name) return *value;
  return {};
}
inline names events(const draft& of) {
  names out;
  for (const auto& each : of.events) out.push_back(each.name());
  return out;
}

}  // namespace staged
