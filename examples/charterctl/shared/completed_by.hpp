// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whose approval would complete a job's review: the smallest sets of people.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "ask.hpp"

namespace charterctl {

/// {"size", "sets", "count", "count_is_exact", "is_smallest"} of a job that is in review as `review_status`
/// has it, else null. No sets: nobody can complete it.
boost::json::value who_completes(const reading& from, const std::string& job,
                                 const boost::json::object& review);

void print_completed_by(const boost::json::object& it);

}  // namespace charterctl
