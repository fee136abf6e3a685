// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The parts of check_roles.

#include <string>
#include <vector>

#include "charter/analysis/finding.hpp"
#include "role_reach.hpp"

namespace charter::inline v0::analysis {

/// At most a thousand findings of one kind; then one more that says how many there would be.
class finding_list {
 public:
  explicit finding_list(std::vector<finding>& to) : to_(to) {}
  finding_list(const finding_list&) = delete;
  finding_list& operator=(const finding_list&) = delete;
  ~finding_list();

  bool is_full() const { return count_ >= most; }
  void add(finding it);
  /// Counts one for which there was no need to find the words.
  void count() { ++count_; }

 private:
  static constexpr std::size_t most = 1000;

  std::vector<finding>& to_;
  std::size_t count_ = 0;
  finding last_;
};

std::vector<std::string> names_of(const role_graph& roles, const std::vector<role_graph::role>& some);
/// "roles.editor.inherits"
std::string entry_of(const role_graph& roles, role_graph::role it, const std::string& field);

void find_cycles(const role_graph& roles, std::vector<finding>& out);
void find_redundant_inheritance(const role_graph& roles, std::vector<finding>& out);
void find_idle_grants(const role_reach& reach, const rules::rulebook& book, std::vector<finding>& out);
void find_unused(const role_reach& reach, const rules::rulebook& book, std::vector<finding>& out);

}  // namespace charter::inline v0::analysis
