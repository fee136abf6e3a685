// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/receipt_json.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/codec/json_writer.hpp"
#include "charter/realm/creates.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

namespace {

using made = std::pair<std::string_view, std::string>;  // noun and label

std::vector<made> created_by(const receipt& it, const realm& world) {
  const bool names_invitations =
      it.command == invitation::send::message_name || it.command == batch::message_name;
  std::vector<made> out;
  for (const auto& each : it.events)
    visit_event(each, [&](const auto& one) {
      using creation = detail::creates<std::remove_cvref_t<decltype(one)>>;
      if constexpr (creation::value) {
        const bool is_first = std::none_of(out.begin(), out.end(),
                                           [](const made& other) { return other.first == creation::noun; });
        const bool is_asked = names_invitations || creation::noun != invitation_kind::noun;
        if (is_first && is_asked) out.emplace_back(creation::noun, label(world, one.*creation::id));
      }
    });
  return out;
}

}  // namespace

std::string write_receipt(const receipt& it, const realm& world) {
  std::string text;
  json_writer out(text);
  out.begin_object();
  out.member("ok", true);
  out.member("position", it.at_position);
  out.key("created");
  out.begin_object();
  for (const auto& [noun, name] : created_by(it, world)) out.member(noun, name);
  out.end_object();
  out.key("events");
  out.begin_array();
  for (const auto& each : it.events) out.text(name_of(each));
  out.end_array();
  out.member("warnings", it.warnings);
  out.end_object();
  return text;
}

}  // namespace charter::inline v0
