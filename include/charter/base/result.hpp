// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The two kinds of "no": a refusal (the rules said no; deterministic) and a failure (the machinery did).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

namespace charter::inline v0 {

/// One named fact about a refusal or a warning, printed beside its slug: {"current": 3}.
struct detail_value {
  std::string name;
  std::variant<std::int64_t, std::string, std::vector<std::string>> value;
  friend bool operator==(const detail_value&, const detail_value&) = default;
};

/// Why a command or a question was answered with no. The slug is stable and part of the public contract;
/// the message is a sentence for a person and may change.
struct refusal {
  std::string slug;
  std::string message;
  std::vector<detail_value> details;

  refusal&& with(std::string_view name,
                 std::variant<std::int64_t, std::string, std::vector<std::string>> value) && {
    details.push_back({std::string(name), std::move(value)});
    return std::move(*this);
  }
  friend bool operator==(const refusal&, const refusal&) = default;
};

inline refusal refuse(std::string_view slug, std::string message) {
  return refusal{std::string(slug), std::move(message), {}};
}

/// Something the caller should know although the command was accepted: {"warning": "duplicate_name"}.
struct warning {
  std::string slug;
  std::vector<detail_value> details = {};
  friend bool operator==(const warning&, const warning&) = default;
};

/// Nothing, or the reason why not. Reads as `if (auto no = check_name(…)) return no;`.
using objection = std::optional<refusal>;

template <class T>
using result = tl::expected<T, refusal>;

/// What went wrong below the rules. `what` names the file or the place, and what to do.
enum class failure_kind {
  unavailable,
  outcome_unknown,
  behind,
  corrupt,
  full,
  read_only,
  newer_format,
  closed,
  no_rulebook,
  rulebook_differs,
  rolled_back,  ///< the host's part of a transaction could not be written
};

struct failure {
  failure_kind kind = failure_kind::unavailable;
  std::string what;

  std::string_view slug() const {
    constexpr std::string_view slugs[] = {"unavailable", "outcome_unknown",  "behind",       "corrupt",
                                          "full",        "read_only",        "newer_format", "closed",
                                          "no_rulebook", "rulebook_differs", "rolled_back"};
    return slugs[static_cast<std::size_t>(kind)];
  }
  const std::string& message() const { return what; }
  friend bool operator==(const failure&, const failure&) = default;
};

}  // namespace charter::inline v0
