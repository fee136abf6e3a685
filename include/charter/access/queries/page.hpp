// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Lists a page at a time: `limit` at most, going on behind `after`, which is the `next` of the page before.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "charter/access/queries/asking.hpp"
#include "charter/base/fields.hpp"

namespace charter::inline v0::queries {

inline constexpr std::int64_t usual_limit = 100;
inline constexpr std::int64_t highest_limit = 1000;

template <class Row>
struct page {
  std::vector<Row> items = {};
  std::optional<std::string> next = {};  ///< null when the list ends here

  static constexpr auto fields = described_by<&page::items, &page::next>("items", "next");
};

template <class Query>
concept paged = requires(const Query& q) {
  q.limit;
  q.after;
};

inline objection check_limit(const std::optional<std::int64_t>& limit) {
  if (!limit || (*limit >= 1 && *limit <= highest_limit)) return {};
  return malformed("limit", "`limit` is a number from 1 to 1000.");
}

/// Walks `pool` in order from behind `after`. `name` spells an element as a cursor: "" for what the asker may
/// not know of, so that no cursor tells whether it exists. `make` gives the element's row, or nothing where
/// it is not listed; what has left the list since still serves as a cursor. Fails: `malformed` for an `after`
/// that names no element. Cost: O(pool) names, O(limit) rows.
template <class Row, class Pool, paged Query, class Name, class Make>
result<page<Row>> cut(const Pool& pool, const Query& q, Name&& name, Make&& make) {
  page<Row> out;
  auto it = pool.begin();
  const auto end = pool.end();
  if (q.after) {
    while (it != end && (q.after->empty() || name(*it) != *q.after)) ++it;
    if (it == end)
      return tl::make_unexpected(malformed("after", "This list has no such place; begin without `after`."));
    ++it;
  }
  const auto limit = static_cast<std::size_t>(q.limit.value_or(usual_limit));
  for (auto last = it; it != end; ++it) {
    std::optional<Row> row = make(*it);
    if (!row) continue;
    if (out.items.size() == limit) {
      out.next = name(*last);
      break;
    }
    out.items.push_back(std::move(*row));
    last = it;
  }
  return out;
}

}  // namespace charter::inline v0::queries
