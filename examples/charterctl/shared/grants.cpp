// SPDX-License-Identifier: Apache-2.0
#include "grants.hpp"

#include <algorithm>
#include <charter/rules/rule_set.hpp>

namespace charterctl {

using namespace charter;

namespace {

using ways = std::vector<rule_set::way>;

/// Whether whoever meets `narrow` meets `wide` too.
bool covers(const rule_set::way& wide, const rule_set::way& narrow) {
  bool asks_more = false;
  wide.conditions.for_each([&](condition each) { asks_more = asks_more || !narrow.conditions.has(each); });
  return !asks_more && (narrow.kinds & ~wide.kinds) == 0;
}

/// Of the role itself and of those it inherits.
ways all_ways(const rule_set& rules, role_index role, permission what) {
  ways out;
  for (const auto each : rules.with_inherited(role))
    for (const auto& way : rules.ways(each, what)) {
      const auto is_covered = [&](const auto& other) { return covers(other, way); };
      if (std::any_of(out.begin(), out.end(), is_covered)) continue;
      out.erase(std::remove_if(out.begin(), out.end(), [&](const auto& other) { return covers(way, other); }),
                out.end());
      out.push_back(way);
    }
  return out;
}

std::string in_words(const rule_set& rules, const rule_set::way& it) {
  std::string out, kinds;
  it.conditions.for_each([&](condition each) { out.append(out.empty() ? "" : ", ").append(to_text(each)); });
  const auto& all = rules.book().kinds;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (it.kinds >> i & 1U) kinds += (kinds.empty() ? "" : " or ") + all[i].name;
  if (it.kinds != ~std::uint64_t{0}) out += (out.empty() ? "in " : ", in ") + kinds;
  return out.empty() ? "always" : out;
}

}  // namespace

std::vector<grant_line> grants_of(const rules::rulebook& book) {
  const rule_set rules(book);
  std::vector<grant_line> out;
  for (permission what; what.value < rules.permission_count(); ++what.value)
    for (std::uint16_t role = 0; role < rules.role_count(); ++role)
      for (const auto& each : all_ways(rules, {role}, what))
        out.push_back({rules.role({role}).name, std::string(rules.row(what).name), in_words(rules, each)});
  return out;
}

}  // namespace charterctl
