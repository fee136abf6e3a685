// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Plays the story under one rulebook, on a realm in memory.

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "dialect.hpp"

namespace three_rulebooks {

/// What became of a step.
struct outcome {
  std::size_t number = 0;  ///< of the step, from 1
  std::string_view deed;
  bool yes = false;
  /// Of an accepted command an event that it wrote, of a refused one the slug, of a question either.
  std::string word = {};
};

struct playing {
  dialect in;
  std::vector<outcome> outcomes;  ///< one a step, chapter after chapter

  /// REQUIRES: the story has that step.
  const outcome& of(std::string_view deed) const;
};

/// Fails: what stood in the way of the prologue, in words.
tl::expected<playing, std::string> play(const dialect& in);

}  // namespace three_rulebooks
