// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A realm of any size, made as replay makes it: by folding records.

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "charter/record/fold.hpp"
#include "charter/rules/rulebooks/shipped.hpp"

namespace charter_benchmarks {

struct realm_size {
  std::uint32_t organizations = 0, users = 0, workspaces = 0, members_each = 0;
};

/// One record a thing and a membership; every member is told of each. Users go round through the workspaces.
class large_realm {
 public:
  explicit large_realm(const realm_size& size, const charter::rules::rulebook& book) {
    using namespace charter;
    happen("realm.create", realms::created{book});
    for (std::uint32_t i = 0; i < size.organizations; ++i)
      happen("organization.create", organization::created{{i}, key("o", i), "Organization " + key("", i)});
    for (std::uint32_t i = 0; i < size.users; ++i)
      happen("user.provision", user::provisioned{{i},
                                                 key("u", i),
                                                 "person." + key("", i) + "@example.org",
                                                 "Person " + key("", i),
                                                 home(size, i)});
    for (std::uint32_t i = 0; i < size.workspaces; ++i) create_workspace(size, i);
    for (std::uint32_t i = 0, next = 0; i < size.workspaces; ++i)
      for (std::uint32_t member = 0; member < size.members_each; ++member, ++next)
        happen("workspace.add_member", workspace::member_added{{i}, {next % size.users}});
  }

  const charter::realm& world() const { return world_; }

 private:
  static std::string key(const char* prefix, std::uint32_t number) { return prefix + std::to_string(number); }
  static charter::organization_id home(const realm_size& size, std::uint32_t user) {
    return {user % size.organizations};
  }

  void create_workspace(const realm_size& size, std::uint32_t number) {
    charter::workspace::created what;
    what.workspace = {number};
    what.key = key("w", number);
    what.organization = home(size, number);
    what.kind = world_.book().kinds.front().name;
    what.name = "Workspace " + key("", number);
    what.creator = {number % size.users};  // at home in the owner, where the numbers divide
    happen("workspace.create", std::move(what), charter::workspace::activated{{number}, {}});
  }

  template <class... Events>
  void happen(const char* command, Events... what) {
    charter::record made;
    made.at_position = world_.head + 1;
    made.at = world_.now + std::chrono::seconds{1};
    made.by.kind = charter::actor_kind::platform;
    made.command = command;
    made.events = {charter::make_event(std::move(what))...};
    charter::fold(world_, made);
  }

  charter::realm world_;
};

}  // namespace charter_benchmarks
