// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a workspace lives: pending, active, archived for ever (D02, D06, D07).

#include "charter/machines/workspace/messages.hpp"
#include "charter/machines/workspace/state.hpp"

namespace charter::inline v0::workspace {

struct machine {
  static void apply(state& it, const activated& what) {
    it.status = move(lifecycle, it.status, what.message_name);
  }
  static void apply(state& it, const archived&) {
    it.status = move(lifecycle, it.status, archive::message_name);
  }
  static void apply(state& it, const credential_requested& what) {
    it.credential_generation = static_cast<std::uint32_t>(what.generation);
  }
  /// The generation stays: it names the credential that the host must destroy (D43).
  static void apply(state&, const credential_revoked&) {}
};

}  // namespace charter::inline v0::workspace
