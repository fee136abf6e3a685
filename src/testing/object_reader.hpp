// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading the members of a JSON object one by one; what is wrong first is kept as a sentence with its path.

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/instant.hpp"

namespace charter::inline v0::testing {

inline std::string text_of(const boost::json::string& it) { return {it.data(), it.size()}; }

/// REQUIRES: the object outlives its reader.
class object_reader {
 public:
  object_reader(const boost::json::object& in, std::string path) : in_(in), path_(std::move(path)) {}

  const std::optional<std::string>& wrong() const { return wrong_; }
  /// `must` completes "the member …": "must be text", "is missing".
  void complain(std::string_view name, std::string_view must) {
    if (!wrong_) wrong_ = at(name) + ' ' + std::string(must);
  }
  std::string at(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + '.' + std::string(name);
  }

  void allow(std::initializer_list<std::string_view> names) {
    for (const auto& each : in_) {
      const std::string_view name(each.key().data(), each.key().size());
      if (std::find(names.begin(), names.end(), name) == names.end())
        complain(name, "is no field here; check its spelling or leave it out");
    }
  }
  const boost::json::value* find(std::string_view name) const { return in_.if_contains(name); }
  const boost::json::value* need(std::string_view name) {
    const auto* it = find(name);
    if (!it) complain(name, "is missing");
    return it;
  }
  std::optional<std::string> text(std::string_view name) {
    const auto* it = find(name);
    if (!it) return {};
    if (it->is_string()) return text_of(it->get_string());
    complain(name, "must be text");
    return {};
  }
  std::string need_text(std::string_view name) {
    (void)need(name);
    return text(name).value_or("");
  }
  const boost::json::array& list(std::string_view name) {
    static const boost::json::array none;
    const auto* it = find(name);
    if (!it) return none;
    if (it->is_array()) return it->get_array();
    complain(name, "must be a list");
    return none;
  }
  boost::json::object members(std::string_view name) {
    const auto* it = find(name);
    if (!it) return {};
    if (it->is_object()) return it->get_object();
    complain(name, "must be an object");
    return {};
  }
  /// Text in a form of its own: a time, a duration.
  template <class Parse>
  auto formed(std::string_view name, Parse&& parse, std::string_view must)
      -> decltype(parse(std::string_view())) {
    const auto written = text(name);
    if (!written) return {};
    auto value = parse(*written);
    if (!value) complain(name, must);
    return value;
  }
  std::optional<instant> time(std::string_view name) {
    return formed(
        name, [](std::string_view it) { return parse_instant(it); },
        "must be a time such as \"2026-11-21T10:00:00Z\"");
  }
  std::vector<std::string> tags() {
    std::vector<std::string> out;
    for (const auto& each : list("tags"))
      if (each.is_string())
        out.push_back(text_of(each.get_string()));
      else
        complain("tags", "must be a list of texts");
    return out;
  }
  void ignore_note() { (void)text("note"); }

 private:
  const boost::json::object& in_;
  std::string path_;
  std::optional<std::string> wrong_;
};

}  // namespace charter::inline v0::testing
