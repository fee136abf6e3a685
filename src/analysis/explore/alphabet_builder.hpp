// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Puts moves together; each area has a file that says which.

#include <concepts>
#include <cstdint>
#include <utility>
#include <vector>

#include "alphabet.hpp"

namespace charter::inline v0::analysis {

class alphabet_builder {
 public:
  alphabet_builder(const realm& from, const search_scope& scope)
      : start(from), within(scope), by_id_(from, naming::by::id) {}

  const realm& start;
  const search_scope& within;
  std::vector<move> moves;
  analysis::area area = area::directory;  ///< of the moves that are added next
  analysis::footprint footprint;          ///< of them, too

  std::uint32_t users() const { return static_cast<std::uint32_t>(start.users.all.size()); }
  std::uint32_t workspaces() const {
    return static_cast<std::uint32_t>(start.workspaces.all.size()) + within.new_workspaces;
  }
  std::uint32_t jobs() const { return static_cast<std::uint32_t>(start.jobs.all.size()) + within.new_jobs; }
  std::uint32_t runs() const { return static_cast<std::uint32_t>(start.runs.all.size()) + within.new_runs; }
  std::uint32_t assets() const {
    return static_cast<std::uint32_t>(start.assets.all.size()) + within.new_assets;
  }

  template <class Visit>
  void each_user(Visit&& visit) const {
    for (std::uint32_t i = 0; i < users(); ++i) visit(user_id{i});
  }
  template <class Visit>
  void each_workspace(Visit&& visit) const {
    for (std::uint32_t i = 0; i < workspaces(); ++i) visit(workspace_id{i});
  }

  /// A move of everybody. `make(naming)`, or `make(naming, realm)` where the realm decides what is said.
  template <class Make>
  void everybody(std::vector<presence> needs, Make make) {
    each_user([&](user_id who) { add(who, actor(who), needs, make); });
  }
  template <class Make>
  void host(std::vector<presence> needs, Make make) {
    add({}, actor::host(), std::move(needs), std::move(make));
  }

 private:
  template <class Make>
  void add(std::optional<user_id> user, actor as, std::vector<presence> needs, Make make) {
    move out{area, footprint, user, {std::move(as), start.now, start.now, {}, {}}, std::move(needs), {}, {}};
    if constexpr (std::invocable<Make, const naming&>) {
      out.fixed = command(make(by_id_));
      out.make = [make](const naming& name, const realm&) { return command(make(name)); };
    } else {
      out.make = [make](const naming& name, const realm& world) { return command(make(name, world)); };
    }
    moves.push_back(std::move(out));
  }

  naming by_id_;
};

void add_directory_moves(alphabet_builder& to);
void add_workspace_moves(alphabet_builder& to);
void add_membership_moves(alphabet_builder& to);
void add_invitation_moves(alphabet_builder& to);
void add_policy_moves(alphabet_builder& to);
void add_settings_moves(alphabet_builder& to);
void add_asset_moves(alphabet_builder& to);
void add_job_moves(alphabet_builder& to);
void add_run_moves(alphabet_builder& to);

}  // namespace charter::inline v0::analysis
