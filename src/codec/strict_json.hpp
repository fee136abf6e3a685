// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Parsing JSON that comes from outside: size and depth are bounded, and what Boost.JSON lets pass in silence
/// (a name twice in one object, a number out of range) is refused with its path.

#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace charter::inline v0::codec {

struct json_limits {
  std::size_t bytes = 1024 * 1024;
  std::size_t depth = 64;  ///< of arrays and objects in each other
};

enum class json_fault { malformed, too_large };

/// Where and why a text is no acceptable JSON.
struct json_error {
  json_fault fault = json_fault::malformed;
  std::string path;      ///< dotted, `members[0].role`; empty: the document as a whole
  std::string sentence;  ///< for a person
  bool is_json = true;   ///< false: the syntax is broken, and `path` is where it breaks off
};

/// The one value that `text` holds, in memory of `storage`'s.
/// Threads: any. Fails: malformed (also invalid UTF-8, a name twice, anything after the value), too_large.
tl::expected<boost::json::value, json_error> parse_strict(std::string_view text,
                                                          const json_limits& limits = {},
                                                          const boost::json::storage_ptr& storage = {});

}  // namespace charter::inline v0::codec
