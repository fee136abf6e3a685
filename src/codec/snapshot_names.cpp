// SPDX-License-Identifier: Apache-2.0
#include "snapshot_names.hpp"

#include <unordered_map>
#include <variant>

#include "charter/realm/message.hpp"

namespace charter::inline v0::codec {

namespace {

template <class... Messages>
void add_names(std::vector<std::string_view>& out, type_list<Messages...>) {
  (out.push_back(Messages::message_name), ...);
}

}  // namespace

const std::vector<std::string_view>& message_names() {
  static const auto all = [] {
    std::vector<std::string_view> out;
    add_names(out, detail::all_commands_list{});
    add_names(out, detail::all_events_list{});
    return out;
  }();
  return all;
}

std::size_t number_of(std::string_view name) {
  static const auto numbers = [] {
    std::unordered_map<std::string_view, std::size_t> out;
    for (std::size_t i = 0; i < message_names().size(); ++i) out.emplace(message_names()[i], i);
    return out;
  }();
  const auto found = numbers.find(name);
  return found == numbers.end() ? message_names().size() : found->second;
}

}  // namespace charter::inline v0::codec
