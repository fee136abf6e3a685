// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Refusals as JSON (vocabulary, section 6): `{"refused": "stale_revision", "message": "…", "current": 3}`.

#include <string>

#include "charter/base/result.hpp"
#include "charter/codec/json_writer.hpp"

namespace charter::inline v0 {

/// The slug, the sentence for a person, then the details as members.
inline void write_value(json_writer& out, const refusal& it) {
  out.begin_object();
  out.member("refused", it.slug);
  out.member("message", it.message);
  for (const auto& each : it.details) out.member(each.name, each.value);
  out.end_object();
}

inline std::string write_refusal(const refusal& it) {
  std::string text;
  json_writer(text).value(it);
  return text;
}

}  // namespace charter::inline v0
