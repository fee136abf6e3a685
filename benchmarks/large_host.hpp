// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An engine over a realm of many workspaces, and streams of commands that it accepts.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "charter/charter.hpp"

namespace charter_benchmarks {

inline charter::receipt must(charter::engine& it, const charter::actor& who, const charter::command& what) {
  auto done = it.execute({.as = who}, what);
  if (!done) {
    std::fprintf(stderr, "%s: %s\n", std::string(what.name()).c_str(), done.error().message().c_str());
    std::abort();
  }
  return std::move(*done);
}

/// One organization, a thousand people, and so many workspaces that "u0" has created.
class large_host {
 public:
  static constexpr std::uint32_t people = 1000;

  large_host(std::unique_ptr<charter::event_store> store, std::uint32_t workspaces)
      : it_(std::move(
            *charter::engine::open(std::move(store), {.rules = charter::rulebooks::opaque_open()}))),
        workspaces_(workspaces) {
    using namespace charter;
    must(it_, actor::platform(), organization::create{.key = "o", .name = "O"});
    for (std::uint32_t i = 0; i < people; ++i) {
      const auto key = "u" + std::to_string(i);
      must(it_, actor::host(), user::provision{.key = key, .email = key + "@o.org", .organization = "o"});
      must(it_, actor::host(), user::record_sign_in{.user = key});
    }
    must(it_, actor::platform(), role::assign{.user = "u0", .role = "organization_admin"});
    must(it_, admin, role::assign{.user = "u0", .role = "workspace_admin"});
    for (std::uint32_t i = 0; i < workspaces; ++i)
      must(it_, admin,
           workspace::create{.organization = "o", .kind = "analytics", .name = "Study " + std::to_string(i)});
  }

  charter::engine& engine() { return it_; }

  /// Accepted, whoever asks beside.
  charter::command next_job(std::uint64_t number) const {
    using namespace charter;
    const workspace_id where{static_cast<std::uint32_t>(number % workspaces_)};
    return job::create{.workspace = where, .name = "Job", .content_digest = "sha256:0123456789abcdef"};
  }
  /// The next of a mix: jobs, descriptions, countries. Accepted in the order of the numbers.
  charter::command next(std::uint64_t number) const {
    using namespace charter;
    const workspace_id where{static_cast<std::uint32_t>(number / 3 % workspaces_)};
    if (number % 3 == 0) return next_job(number / 3);
    if (number % 3 == 1)
      return workspace::describe{.workspace = where,
                                 .description = "As agreed in version " + std::to_string(number)};
    return workspace::set_countries{.workspace = where,
                                    .countries = {number / 3 / workspaces_ % 2 == 0 ? "CM" : "SN"}};
  }
  const charter::actor admin = "u0";

 private:
  charter::engine it_;
  std::uint32_t workspaces_;
};

}  // namespace charter_benchmarks
