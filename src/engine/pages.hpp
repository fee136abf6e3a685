// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Memory for the check index straight from the system: full of zeros, on large pages where there are any.

#include <memory>

#include "charter/access/index/page_source.hpp"

namespace charter::inline v0 {

std::unique_ptr<page_source> make_system_pages();

}  // namespace charter::inline v0
