// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Tables of a report on who reaches what: permissions by roles, datasets and integrations by organizations.

#include <charter/analysis/report.hpp>
#include <charter/rules/rulebook.hpp>

#include "invitation_findings.hpp"

namespace charterctl {

/// Each permission with the roles that reach it, by which way and under which conditions. REQUIRES: a valid
/// rulebook.
charter::analysis::data_table permission_table(const charter::rules::rulebook& book);

/// Each dataset and integration with the organizations that see it, and those that one more share would let
/// in. At most the first hundred; the title says of how many.
charter::analysis::data_table asset_table(const world_then& it);

}  // namespace charterctl
