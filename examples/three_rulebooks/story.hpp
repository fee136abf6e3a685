// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The story as data: what everybody tries, in order.

#include <charter/realm/message.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dialect.hpp"

namespace three_rulebooks {

/// Asks whether it may do something, without doing it.
struct asks {
  std::string_view permission;
  std::string_view thing;  ///< the key of a workspace, a job or a run
};

struct step {
  std::string_view who;
  std::string_view deed;  ///< names the step: no two are alike
  std::variant<charter::command, asks> what;
};

struct chapter {
  std::string_view title;
  std::vector<step> steps;
};

/// What is there before the story begins. Every rulebook accepts it.
std::vector<step> prologue(const dialect& in);
std::vector<chapter> story(const dialect& in);

}  // namespace three_rulebooks
