// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a scenario expects of an answer, and where an answer differs from it (vocabulary, section 7).
///
/// An object matches if each member it names matches; a list, if it has the same length and matches in order;
/// null matches null and absent; numbers compare by value. About a list one may also say `$has` (each is
/// matched by some element), `$lacks` (none is matched by any), `$set` (same length, any order), `$count`;
/// about an object `$keys` (exactly these names).

#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace charter::inline v0::testing {

struct difference {
  std::string path = {};  ///< dotted, "items[0].status"; empty: the answer as a whole
  std::string expected = {};
  std::string got = {};
};

/// Why `expect` says nothing that an answer could meet, with the path; nothing if all is well.
std::optional<std::string> check_expectation(const boost::json::value& expect, const std::string& path);

/// The first difference; nothing if the answer matches.
/// REQUIRES: `check_expectation` has nothing against it. Cost: `$set` compares all with all.
std::optional<difference> compare(const boost::json::value& expect, const boost::json::value& got);

}  // namespace charter::inline v0::testing
