// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Making counterexamples short: moves are left out for as long as some fault stays.

#include <chrono>
#include <functional>
#include <string>

#include "drive.hpp"

namespace properties {

using property_of_stories = std::function<void(const story&)>;

/// What the property finds in the story; empty if it holds.
std::string fault_in(const story& told, const property_of_stories& property);

/// A story with fewer moves, each fixed, in which the property finds a fault too. RapidCheck's own way would
/// think of other moves wherever an earlier one is missing. REQUIRES: it finds one in `told`.
story shortened(const story& told, const property_of_stories& property, std::chrono::seconds patience);

}  // namespace properties
