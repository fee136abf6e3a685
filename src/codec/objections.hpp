// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where in a JSON document something is wrong, and the refusals that say so.

#include <cstddef>
#include <string>
#include <string_view>

#include "charter/base/result.hpp"
#include "strict_json.hpp"

namespace charter::inline v0::codec {

/// A place in a document while it is read: "members[0].role". Costs nothing until it is asked for its text.
/// INVARIANT: made on the stack, each below one that outlives it.
class json_path {
 public:
  json_path() = default;
  json_path(const json_path& parent, std::string_view name) : parent_(&parent), name_(name) {}
  json_path(const json_path& parent, std::size_t index)
      : parent_(&parent), index_(index), is_element_(true) {}
  json_path(const json_path&) = delete;
  json_path& operator=(const json_path&) = delete;

  std::string text() const;

 private:
  const json_path* parent_ = nullptr;
  std::string_view name_ = {};
  std::size_t index_ = 0;
  bool is_element_ = false;
};

/// `must` completes "the field …": "must be text", "is missing".
refusal malformed(const json_path& at, std::string_view must);
refusal unknown_field(const json_path& at);
/// A text that is no acceptable JSON. Its path is dotted from `below`, where it starts so, like all others.
refusal refusal_of(const json_error& error, std::string_view below = {});

}  // namespace charter::inline v0::codec
