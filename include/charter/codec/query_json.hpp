// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Queries as JSON (vocabulary, section 6): `list_members` with `{"workspace": "study", "limit": 10}` gives
/// `{"items": […], "next": null}`.

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "charter/access/queries/asking.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Answers one query on one line. `with` is an object; an empty text is an empty object. What an answer does
/// not have is null in it; lists stay lists. `check` answers `{"allowed": true}`, or refuses with the slug of
/// the denial; `rulebook` answers the document. Threads: any. Fails: `too_large`, `malformed` (an unknown
/// query has the path "query"), `unknown_field`, and what the query itself refuses.
/// REQUIRES: the realm has its rulebook.
result<std::string> answer_query(const realm& world, std::string_view query, std::string_view with,
                                 const asking& who);

}  // namespace charter::inline v0
