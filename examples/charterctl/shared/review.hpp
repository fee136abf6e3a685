// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A job's review for people: how it stands, who has approved, who is awaited.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

namespace charterctl {

/// "satisfied", "waits for alice or dora", "hopeless: …", from an answer of `review_status`.
std::string standing_in_words(const boost::json::object& review);

/// `completed_by`: as `who_completes` gives it.
void print_review(const boost::json::object& review, const boost::json::value& completed_by);

}  // namespace charterctl
