// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A judgement with its reason in words.

#include <string>

#include "charter/access/question.hpp"

namespace charter::inline v0 {

/// The sentence names people and states that the user asked about might not see: show it to who may explain.
struct explanation {
  judgement verdict;
  std::string text;  ///< "yes: …" or "no: …"
};

}  // namespace charter::inline v0
