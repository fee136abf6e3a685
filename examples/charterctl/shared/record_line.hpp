// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A record of the log as one line for people.

#include <charter/realm/realm.hpp>
#include <string>
#include <string_view>

namespace charterctl {

/// `record` is its JSON; ids are replaced by the names that `world` knows.
///
///     17  2026-03-02T09:00:00Z  bob  job.create  job=readmission workspace=study name="Readmission by ward"
std::string record_line(const charter::realm& world, std::string_view record);

}  // namespace charterctl
