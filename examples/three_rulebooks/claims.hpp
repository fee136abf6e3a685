// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Why the rulebooks part. A claim joins a step of the story to the field of the rulebook that decides it.
/// Its sentence is filled in from what happened, and that the field is the reason is checked under each
/// rulebook.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "play.hpp"

namespace three_rulebooks {

struct claim {
  std::string_view sentence;  ///< "{}" stands for the rulebooks where it came to pass
  std::string_view step;
  bool (*came_to_pass)(const outcome&);
  std::string_view field;
  bool (*is_ruled)(const dialect&);  ///< whether that field says so
};

/// Claims that make one sentence.
struct point {
  std::string_view about;
  std::vector<claim> claims;
};

std::vector<point> points();

/// In words. Fails, in words too, where a rulebook says otherwise than what came to pass under it, and where
/// all came out alike.
tl::expected<std::string, std::string> put(const claim& it, const std::vector<playing>& all);

}  // namespace three_rulebooks
