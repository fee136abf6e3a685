// SPDX-License-Identifier: Apache-2.0
// A query, by its name and the asker on the first line, what it asks on the others:
//     list_members alice
//     {"workspace": "study"}
// It is answered in JSON or refused with a reason, and the same twice.
#include "charter/codec/query_json.hpp"

#include <boost/json/parse.hpp>
#include <string>

#include "entries.hpp"
#include "worlds.hpp"

namespace charter_fuzz {

using namespace charter;

namespace {

void check(const result<std::string>& answer) {
  if (!answer) return require(!answer.error().slug.empty() && !answer.error().message.empty(), "no reason");
  boost::json::error_code wrong;
  boost::json::parse(*answer, wrong, {}, {.max_depth = 512});
  if (wrong) fail("the answer is no JSON: " + *answer);
}

}  // namespace

bool query_json(std::string_view input) {
  const auto line = input.substr(0, input.find('\n'));
  const auto with = input.substr(std::min(line.size() + 1, input.size()));
  const auto name = line.substr(0, line.find(' '));
  const auto who = line.substr(std::min(name.size() + 1, line.size()));
  const asking asker{who.empty() ? std::nullopt : std::optional(ref<user_id>(std::string(who))), {}};

  bool answered = false;
  for (const auto& world : worlds()) {
    const auto answer = answer_query(world, name, with, asker);
    check(answer);
    require(answer == answer_query(world, name, with, asker), "asked again, the answer differs");
    answered = answered || answer.has_value();
  }
  return answered;
}

}  // namespace charter_fuzz
