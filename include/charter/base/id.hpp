// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Identity: one distinct 4-byte type for each kind of thing, and references that a host may write as text.

#include <array>
#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace charter::inline v0 {

/// The ordinal of a thing in its realm: dense from 0 (an array index), equal on every replica.
/// PERSISTED: records hold the text form, prefix and number ("wsp_7").
template <class Kind>
struct id {
  using kind = Kind;
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const id&, const id&) = default;
};

struct organization_kind {
  static constexpr std::string_view prefix = "org", noun = "organization";
};
struct user_kind {
  static constexpr std::string_view prefix = "usr", noun = "user";
};
struct workspace_kind {
  static constexpr std::string_view prefix = "wsp", noun = "workspace";
};
struct invitation_kind {
  static constexpr std::string_view prefix = "inv", noun = "invitation";
};
struct job_kind {
  static constexpr std::string_view prefix = "job", noun = "job";
};
struct run_kind {
  static constexpr std::string_view prefix = "run", noun = "run";
};
struct asset_kind {
  static constexpr std::string_view prefix = "ast", noun = "asset";
};
struct data_policy_kind {
  static constexpr std::string_view prefix = "pol", noun = "data_policy";
};
struct attestation_kind {
  static constexpr std::string_view prefix = "att", noun = "attestation";
};

using organization_id = id<organization_kind>;
using user_id = id<user_kind>;
using workspace_id = id<workspace_kind>;
using invitation_id = id<invitation_kind>;
using job_id = id<job_kind>;
using run_id = id<run_kind>;
using asset_id = id<asset_kind>;
using data_policy_id = id<data_policy_kind>;
using attestation_id = id<attestation_kind>;

/// "wsp_7".
template <class Kind>
void append_text(std::string& out, id<Kind> it) {
  std::array<char, 10> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), it.value).ptr;
  out.append(Kind::prefix) += '_';
  out.append(digits.data(), end);
}
template <class Kind>
std::string to_text(id<Kind> it) {
  std::string out;
  append_text(out, it);
  return out;
}

/// The id that `text` spells, or nothing. Only the canonical spelling counts: no sign, no leading zero.
template <class Id>
constexpr std::optional<Id> parse_id(std::string_view text) {
  const auto prefix = Id::kind::prefix;
  if (text.size() <= prefix.size() + 1 || !text.starts_with(prefix) || text[prefix.size()] != '_') return {};
  const auto digits = text.substr(prefix.size() + 1);
  if (digits.size() > 1 && digits[0] == '0') return {};
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > 0xffffffffU) return {};
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (number > 0xffffffffU) return {};
  return Id{static_cast<std::uint32_t>(number)};
}

/// Whether a text has the form of any id; such a text is never a key.
constexpr bool has_id_form(std::string_view text) {
  return parse_id<organization_id>(text) || parse_id<user_id>(text) || parse_id<workspace_id>(text) ||
         parse_id<invitation_id>(text) || parse_id<job_id>(text) || parse_id<run_id>(text) ||
         parse_id<asset_id>(text) || parse_id<data_policy_id>(text) || parse_id<attestation_id>(text);
}

/// How a caller names a thing: its id, or a text (id form, host key, for users also the e-mail).
/// Resolution happens inside decide, against the realm it sees.
template <class Id>
class ref {
 public:
  ref() = default;
  ref(Id it) : text_(to_text(it)) {}
  ref(std::string text) : text_(std::move(text)) {}
  ref(std::string_view text) : text_(text) {}
  ref(const char* text) : text_(text) {}

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  friend bool operator==(const ref&, const ref&) = default;

 private:
  std::string text_;
};

}  // namespace charter::inline v0
