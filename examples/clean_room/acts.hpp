// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The story, act by act.

#include "stage.hpp"

namespace clean_room {

void two_organizations(stage& on);
void a_sealed_clean_room(stage& on);
/// Answers the position of the record that met the quorum.
charter::position a_job_and_its_quorum(stage& on);
void a_run_and_its_result(stage& on);

}  // namespace clean_room
