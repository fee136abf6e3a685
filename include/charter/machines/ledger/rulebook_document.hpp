// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A rulebook as a command or an event carries it: a shipped one's name, or a whole document already read.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::realms {

/// Reading a document can fail; who may not amend the rulebook is told so first, so the errors travel along
/// and are judged by decide (`invalid_rulebook`).
struct rulebook_document {
  std::string name = {};                             ///< a shipped rulebook, when `book` is empty
  std::shared_ptr<const rules::rulebook> book = {};  ///< shared, immutable
  std::vector<rules::rulebook_error> errors = {};    ///< why the document could not be read

  rulebook_document() = default;
  rulebook_document(std::string shipped) : name(std::move(shipped)) {}
  rulebook_document(const char* shipped) : name(shipped) {}
  rulebook_document(rules::rulebook whole)
      : book(std::make_shared<const rules::rulebook>(std::move(whole))) {}
};

}  // namespace charter::inline v0::realms
