// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Everything a host needs: the engine, the rulebooks that ship, the stores, the queries.
/// Link charter::charter and charter::sqlite. Formatting with fmt is opt-in: charter/format.hpp.

#include "charter/access/queries/all.hpp"
#include "charter/engine/engine.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/store/memory_store.hpp"
#include "charter/stores/sqlite.hpp"
#include "charter/version.hpp"
