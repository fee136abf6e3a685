// SPDX-License-Identifier: Apache-2.0
#include "review.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "answer.hpp"
#include "ask.hpp"
#include "completed_by.hpp"
#include "paint.hpp"
#include "table.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

/// Those of unsatisfied groups who may still approve.
json::array awaited_in(const json::object& review) {
  json::array out;
  for (const auto& group : review.at("groups").as_array())
    if (!group.as_object().at("satisfied").as_bool())
      for (const auto& each : group.as_object().at("may_approve").as_array()) {
        bool is_new = true;
        for (const auto& known : out) is_new = is_new && known != each;
        if (is_new) out.push_back(each);
      }
  return out;
}

void print_table(std::string_view title, const json::value& rows) {
  if (rows.as_array().empty()) return;
  fmt::print("\n{}\n", paint(stdout, ink::bold, title));
  print_items(rows);
}

}  // namespace

std::string standing_in_words(const json::object& review) {
  const auto status = text_of(review.at("status"));
  if (status == "draft") return "not asked for";
  if (review.at("exempt").as_bool()) return "nobody else is there to approve";
  if (review.at("satisfied").as_bool()) return "satisfied";
  if (status == "rejected") return "rejected; return the job to draft and revise it";
  if (review.at("unsatisfiable").as_bool())
    return "hopeless: the approvers can no longer approve it; change the policy or the members";
  const auto awaited = in_words(awaited_in(review));
  return awaited.empty() ? "waits for a decision" : "waits for " + awaited;
}

void print_review(const json::object& review, const json::value& completed_by) {
  const auto& rejections = review.at("rejections").as_object();
  fmt::print("{} {}\n", paint(stdout, ink::bold, "review:"), printable(standing_in_words(review)));
  if (rejections.at("have").as_int64() > 0)
    fmt::print("rejections: {} of {}\n", rejections.at("have").as_int64(), rejections.at("need").as_int64());
  table groups({"group", "need", "have", "approved by", "may still approve"});
  for (const auto& each : review.at("groups").as_array()) {
    const auto& it = each.as_object();
    groups.row({in_words(it.at("group")), in_words(it.at("need")), in_words(it.at("have")),
                in_words(it.at("approved_by")), in_words(it.at("may_approve"))});
  }
  if (!groups.empty()) groups.print();
  if (!completed_by.is_null()) print_completed_by(completed_by.as_object());
  print_table("decisions", review.at("decisions"));
  print_table("comments", review.at("comments"));
}

}  // namespace charterctl
