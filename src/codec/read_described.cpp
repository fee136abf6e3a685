// SPDX-License-Identifier: Apache-2.0
#include "read_described.hpp"

#include <algorithm>
#include <cstdint>

namespace charter::inline v0::codec {

objection read_fields(void* object, std::span<const field_reader> fields, const boost::json::object& in,
                      const json_path& at, std::string_view tag) {
  std::uint64_t seen = 0;
  std::size_t next = 0;  // what charter has written stands in the order of the fields
  for (const auto& member : in) {
    const auto name = text_of(member.key());
    if (!tag.empty() && name == tag) continue;
    const json_path place(at, name);
    const auto has_name = [&](const field_reader& each) { return each.name == name; };
    auto found = fields.begin() + static_cast<std::ptrdiff_t>(next);
    if (next == fields.size() || !has_name(*found))
      found = std::find_if(fields.begin(), fields.end(), has_name);
    if (found == fields.end()) return unknown_field(place);
    const auto index = static_cast<std::size_t>(found - fields.begin());
    seen |= std::uint64_t{1} << index;
    next = index + 1;
    if (found->may_be_absent && member.value().is_null()) continue;
    if (auto no = found->read(object, member.value(), place)) return no;
  }
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!fields[i].may_be_absent && (seen >> i & 1U) == 0)
      return malformed(json_path(at, fields[i].name), "is missing");
  return {};
}

}  // namespace charter::inline v0::codec
