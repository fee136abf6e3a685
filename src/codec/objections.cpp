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

refusal refusal_of(const json_error& error, std::string_view below) {
  if (error.fault == json_fault::too_large) return refuse("too_large", error.sentence + ".");
  std::string_view path = error.is_json ? std::string_view(error.path) : "";
  if (path.starts_with(below)) path.remove_prefix(below.size());
  const auto subject = path.empty() ? std::string("the document") : "`" + std::string(path) + "`";
  return refuse("malformed", subject + ": " + error.sentence + ".").with("path", std::string(path));
}

}  // namespace charter::inline v0::codec
