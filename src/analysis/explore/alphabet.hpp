// SPDX-License-Identifier: Apache-2.0
#pragma once
/// All that anybody might try in a search, written down once: decide judges which of it is accepted where.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "charter/analysis/explore.hpp"
#include "charter/command/context.hpp"
#include "naming.hpp"
#include "state_key.hpp"

namespace charter::inline v0::analysis {

/// What a move needs to be there, so that nobody tries what could only be `not_found` or takes a key twice.
struct presence {
  enum class kind : std::uint8_t { workspace, job, run, asset, data_policy, invitation };

  kind of;
  std::uint32_t at;
  bool is_next = false;  ///< the move makes it: it must not be there, and all before it must

  bool holds(const realm& world) const;
};
inline presence there(workspace_id it) { return {presence::kind::workspace, it.value}; }
inline presence there(job_id it) { return {presence::kind::job, it.value}; }
inline presence there(run_id it) { return {presence::kind::run, it.value}; }
inline presence there(asset_id it) { return {presence::kind::asset, it.value}; }
inline presence there(data_policy_id it) { return {presence::kind::data_policy, it.value}; }
inline presence there(invitation_id it) { return {presence::kind::invitation, it.value}; }
template <class Id>
presence next(Id it) {
  auto out = there(it);
  out.is_next = true;
  return out;
}

/// What a move has to do with, so that it need not be tried again where all of that is the same.
struct footprint {
  part_set reads = part_set::all();  ///< whether it is refused depends on nothing else
  bool is_confined = false;          ///< what it changes depends on nothing else either, and lies within them
};

struct move {
  analysis::area area;
  analysis::footprint footprint;
  std::optional<user_id> user;  ///< nobody: the host
  decision_context with;        ///< at the time of the start, which stands still
  std::vector<presence> needs;
  std::function<command(const naming&, const realm&)> make;
  std::optional<command> fixed;  ///< by id, where it is the same in every realm

  bool may_be_tried(const realm& world) const;
};

/// Every user tries everything, the host only what is left to it (sign-ins, reports of runs). The operator
/// does nothing: it may do anything. People are treated alike, which is what symmetry asks for.
std::vector<move> make_alphabet(const realm& start, const search_scope& within,
                                const std::vector<area>& areas);

}  // namespace charter::inline v0::analysis
