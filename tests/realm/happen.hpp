// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `apply`, compiled once for all tests: where it is called it becomes a piece of code for each event.

#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter_tests {

void happen(charter::realm& world, const charter::event& what, const charter::stamp& when);

}  // namespace charter_tests
