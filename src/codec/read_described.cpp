// SPDX-License-Identifier: Apache-2.0
#include "read_described.hpp"

#include <algorithm>

namespace charter::inline v0::codec {

objection read_fields(void* object, std::span<const field_reader> fields, const boost::json::object& in,
                      const json_path& at, std::string_view tag) {
  for (const auto& member : in) {
    const auto name = text_of(member.key());
    if (!tag.empty() && name == tag) continue;
    const json_path place(at, name);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const field_reader& each) { return each.name == name; });
    if (found == fields.end()) return unknown_field(place);
    if (found->may_be_absent && member.value().is_null()) continue;
    if (auto no = found->read(object, member.value(), place)) return no;
  }
  for (const auto& each : fields) {
    const auto name = boost::json::string_view(each.name.data(), each.name.size());
    if (!each.may_be_absent && !in.contains(name)) return malformed(json_path(at, each.name), "is missing");
  }
  return {};
}

}  // namespace charter::inline v0::codec
