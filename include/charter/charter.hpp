// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a host needs to run a realm: the engine, the rulebooks that ship, the stores.
/// Link charter::charter and charter::sqlite. Opt-in, because they cost parsing: the queries
/// (charter/access/queries/all.hpp, or one of them) and formatting with fmt (charter/format.hpp).

#include "charter/engine/engine.hpp"
#include "charter/engine/verify.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/store/memory_store.hpp"
#include "charter/stores/sqlite.hpp"
#include "charter/version.hpp"
