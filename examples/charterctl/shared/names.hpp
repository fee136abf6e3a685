// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a name on the command line means: `study`, or `workspace:study` where several kinds of thing have it.

#include <boost/json/object.hpp>
#include <charter/access/question.hpp>
#include <charter/realm/realm.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace charterctl {

/// One thing, as a query names it ({"workspace": "study"}) and as a question does.
struct named_thing {
  std::string kind;
  boost::json::object with;
  charter::target on;
};

/// The thing of that name among `kinds` (organization, workspace, job, run, integration, dataset,
/// data_policy; none given: all). Gives up with not_found, or ambiguous_name.
named_thing find_thing(const charter::realm& world, std::string_view text,
                       const std::vector<std::string_view>& kinds = {});

/// Adds what some permissions are about beside the thing: the workspace of an asset, a member of a workspace.
void say_where(const charter::realm& world, named_thing& it, const std::optional<std::string>& workspace,
               const std::optional<std::string>& member);

/// How answers name the thing that has this id ("usr_3" is "alice"); the text itself where nothing has.
std::string label_of(const charter::realm& world, std::string_view id_text);

}  // namespace charterctl
