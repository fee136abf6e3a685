// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <concepts>
#include <utility>
#include <vector>

#include "canonical_reader.hpp"
#include "message_table.hpp"
#include "record_fields.hpp"
#include "record_readers.hpp"

namespace charter::inline v0::codec {

namespace {

struct canonical_event {
  std::string_view name;
  std::optional<event> (*read)(canonical_reader& from);
};

template <class T>
std::optional<event> read_canonical(canonical_reader& from) {
  T one{};
  if (!from.read_members(one, false)) return {};
  return event(std::move(one));
}
template <class... Ts>
constexpr auto canonical_readers(type_list<Ts...>) {
  return sorted_by_name(
      std::array<canonical_event, sizeof...(Ts)>{{{Ts::message_name, &read_canonical<Ts>}...}});
}
constexpr auto canonical_table = canonical_readers(detail::all_events_list{});

std::optional<event> read_canonical_event(canonical_reader& from) {
  std::string_view name;
  if (!from.take("{\"event\":") || !from.read(name)) return {};
  const auto* found = find_reader(canonical_table, name);
  return found ? found->read(from) : std::nullopt;
}

bool read_canonical_events(std::vector<event>& out, canonical_reader& from) {
  if (!from.take_key("events", false) || !from.take("[")) return false;
  if (from.take("]")) return true;
  do {
    auto one = read_canonical_event(from);
    if (!one) return false;
    out.push_back(std::move(*one));
  } while (from.take(","));
  return from.take("]");
}

}  // namespace

std::optional<record> read_canonical_record(std::string_view json) {
  canonical_reader from(json);
  record out;
  bool goes_on = json.size() <= max_record_bytes && from.take("{") && from.take_key(version_name, true) &&
                 from.take("1");
  bool is_first = false;
  record_fields.for_each([&](auto each) {
    if constexpr (std::same_as<decltype(out.*(each.member)), std::vector<event>&>)
      goes_on = goes_on && read_canonical_events(out.events, from);
    else
      goes_on = goes_on && from.read_field(each.name, each.when, out.*(each.member), is_first);
  });
  if (!goes_on || !from.take("}") || !from.is_at_end()) return {};
  return out;
}

}  // namespace charter::inline v0::codec
