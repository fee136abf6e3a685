// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What differs between two moments of a realm: who may do what, and how reviews stand.

#include <boost/json/object.hpp>
#include <charter/engine/view.hpp>
#include <optional>
#include <string>
#include <vector>

namespace charterctl {

/// Somebody's right somewhere, as slugs of `check`: "ok", "not_a_member", "depends_on_resource".
struct changed_right {
  std::string permission;
  std::string_view before, after;
};

struct changed_rights {
  std::string user;
  std::string kind;  ///< "organization" or "workspace"
  std::string place;
  std::vector<changed_right> rights;
};

/// Answers of `review_status`; nothing for a job that is not there.
struct changed_review {
  std::string job;
  std::optional<boost::json::object> before, after;
};

/// Of everybody in every organization and workspace, judged at the time of `after`. A no that becomes another
/// no is not told. Cost: a check for each person in reach, place and permission, twice.
std::vector<changed_rights> rights_between(const charter::view& before, const charter::view& after);

/// Of every job that is, or was, being reviewed.
std::vector<changed_review> reviews_between(const charter::view& before, const charter::view& after);

}  // namespace charterctl
