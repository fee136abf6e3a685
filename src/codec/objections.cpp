// SPDX-License-Identifier: Apache-2.0
#include "objections.hpp"

#include <utility>

namespace charter::inline v0::codec {

std::string json_path::text() const {
  if (!parent_) return {};
  auto out = parent_->text();
  if (is_element_) return out + "[" + std::to_string(index_) + "]";
  if (!out.empty()) out += '.';
  return out.append(name_);
}

refusal malformed(const json_path& at, std::string_view must) {
  auto path = at.text();
  auto subject = path.empty() ? std::string("the document") : "`" + path + "`";
  return refuse("malformed", subject.append(" ").append(must).append(".")).with("path", std::move(path));
}

refusal unknown_field(const json_path& at) {
  auto path = at.text();
  auto sentence = "`" + path + "` is no field here; check its spelling or leave it out.";
  return refuse("unknown_field", std::move(sentence)).with("path", std::move(path));
}

}  // namespace charter::inline v0::codec
