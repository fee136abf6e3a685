// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A small realm for engine tests: two organizations, an admin, a guest, and the commands that make them.

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "charter/engine/engine.hpp"
#include "charter/realm/realm.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/store/memory_store.hpp"

namespace sample {

inline constexpr auto start = charter::instant{std::chrono::hours{24 * 365 * 56}};

inline charter::engine_options options() {
  return {.rules = charter::rulebooks::opaque_open(), .clock = [] { return start; }};
}

inline charter::engine open(
    std::unique_ptr<charter::event_store> store = std::make_unique<charter::memory_store>()) {
  auto made = charter::engine::open(std::move(store), options());
  REQUIRE(made.has_value());
  return std::move(*made);
}

inline charter::receipt must(charter::engine& engine, charter::actor who, charter::command what) {
  auto done = engine.execute({.as = std::move(who)}, what);
  if (!done) FAIL(std::string(what.name()) << ": " << done.error().message());
  return *done;
}

inline void provision(charter::engine& engine, const char* key, const char* email, const char* organization) {
  must(engine, "host", charter::user::provision{.key = key, .email = email, .organization = organization});
  must(engine, "host", charter::user::record_sign_in{.user = key});
}

/// hospital with alice, its workspace admin; lab with bob.
inline void populate(charter::engine& engine) {
  must(engine, "operator", charter::organization::create{.key = "hospital", .name = "Hospital"});
  must(engine, "operator", charter::organization::create{.key = "lab", .name = "Lab"});
  provision(engine, "alice", "alice@hospital.org", "hospital");
  provision(engine, "bob", "bob@lab.org", "lab");
  must(engine, "operator", charter::role::assign{.user = "alice", .role = "organization_admin"});
  must(engine, "alice", charter::role::assign{.user = "alice", .role = "workspace_admin"});
}

inline charter::workspace_id open_study(charter::engine& engine) {
  return must(engine, "alice",
              charter::workspace::create{.key = "study",
                                         .organization = "hospital",
                                         .kind = "analytics",
                                         .name = "Study",
                                         .members = {{.email = "bob@lab.org"}},
                                         .approval_policy = charter::approval::all()})
      .as<charter::workspace_id>();
}

}  // namespace sample
