// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What each role may, by itself and by what it inherits.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "charter/rules/condition.hpp"
#include "role_graph.hpp"

namespace charter::inline v0::analysis {

/// One alternative of a grant, and where it stands.
struct way {
  role_graph::role granted_by = 0;
  std::size_t position = 0;  ///< among the alternatives of its grant
  condition_set conditions = {};
  std::set<std::string> kinds = {};  ///< none: any

  /// Whether whoever has `other` has this one: it asks for no more, and holds in as many kinds.
  bool covers(const way& other) const;
};

/// REQUIRES: the rulebook outlives it; its roles may go round.
class role_reach {
 public:
  explicit role_reach(const rules::rulebook& book);

  const role_graph& roles() const { return roles_; }
  /// What a permission is called in the rules: itself, or what it is another name for.
  std::string canonical(std::string_view permission) const;
  bool is_known(std::string_view permission) const;
  /// All permissions: the engine's, then the rulebook's own.
  std::vector<std::string> permissions() const;

  const std::vector<way>& own(role_graph::role of, const std::string& permission) const;
  /// The role and all that it inherits, nearest first, each once.
  std::vector<role_graph::role> with_inherited(role_graph::role it) const;
  /// The nearest inherited role for which the test holds; nobody is asked beyond it.
  template <class Test>
  std::optional<role_graph::role> find_inherited(role_graph::role it, Test test) const {
    std::vector<role_graph::role> found{it};
    std::vector<bool> seen(roles_.size());
    seen[it] = true;
    for (std::size_t at = 0; at < found.size(); ++at)
      for (auto [next, end] = adjacent_vertices(found[at], roles_.edges()); next != end; ++next) {
        if (seen[*next]) continue;
        if (test(*next)) return *next;
        seen[*next] = true;
        found.push_back(*next);
      }
    return {};
  }
  /// A holder of `holder` has `it` by inheritance wherever the holder's own grants hold, or nowhere.
  bool passes_on(role_graph::role holder, const way& it, const way& own) const;
  /// The ways of the role and of what it inherits; of those that cover one another the nearest.
  std::vector<way> ways(role_graph::role of, const std::string& permission) const;

 private:
  const rules::rulebook& book_;
  role_graph roles_;
  std::map<std::string, std::string, std::less<>> aliases_;
  std::vector<std::map<std::string, std::vector<way>>> own_;
};

}  // namespace charter::inline v0::analysis
