// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading the parts of a rulebook by their forms: values, choices, lists and objects with fixed members.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/validation/inspection.hpp"
#include "charter/rules/words.hpp"
#include "rulebook_form.hpp"

namespace charter::inline v0::codec {

namespace json = boost::json;

inline std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

inline std::string below(const std::string& path, std::string_view name) {
  return path + "." + std::string(name);
}

/// Lays JSON over values: the members of an object that are named change, the others stay.
class form_reader {
 public:
  std::vector<rules::rulebook_error> errors;

  /// A member without a name stands for the document that has it.
  void wrong(std::string entry, std::string reason) {
    if (entry.empty()) entry = "rulebook";
    if (errors.size() < rules::validation::most_errors)
      errors.push_back({std::move(entry), std::move(reason)});
  }

  /// Reads into `out`; null takes `fallback`, or nothing where that is a value.
  template <class T>
  void value(const json::value& it, T& out, const T& fallback, const std::string& path) {
    if (it.is_null())
      out = fallback;
    else
      present(it, out, fallback, path);
  }
  template <class T>
  void value(const json::value& it, std::optional<T>& out, const std::optional<T>&, const std::string& path) {
    if (it.is_null())
      out.reset();
    else
      present(it, out.emplace(), T{}, path);
  }

  void present(const json::value& it, bool& out, bool, const std::string& path) {
    if (it.is_bool())
      out = it.get_bool();
    else
      wrong(path, "is true or false");
  }
  void present(const json::value& it, std::string& out, const std::string&, const std::string& path) {
    if (it.is_string())
      out = view(it.get_string());
    else
      wrong(path, "is a text");
  }
  template <std::unsigned_integral T>
  void present(const json::value& it, T& out, T, const std::string& path) {
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    if (it.is_int64() && it.get_int64() >= 0 && it.get_int64() <= most)
      out = static_cast<T>(it.get_int64());
    else
      wrong(path, "is a whole number from 0 to " + std::to_string(most));
  }
  template <spelled T>
  void present(const json::value& it, T& out, T, const std::string& path) {
    const auto found = it.is_string() ? parse_enum<T>(view(it.get_string())) : std::nullopt;
    if (found) {
      out = *found;
      return;
    }
    std::string words;
    for (const auto word : enum_names<T>::names) words += (words.empty() ? "" : ", ") + std::string(word);
    wrong(path, "is one of " + words);
  }
  template <class T>
  void present(const json::value& it, std::vector<T>& out, const std::vector<T>&, const std::string& path) {
    out.clear();
    if (!it.is_array()) return wrong(path, "is a list");
    for (const auto& each : it.get_array()) {
      const auto entry = path + "[" + std::to_string(out.size()) + "]";
      present(each, out.emplace_back(), T{}, entry);
    }
  }
  template <has_form T>
  void present(const json::value& it, T& out, const T& fallback, const std::string& path) {
    if (!it.is_object()) return wrong(path, "is an object");
    for (const auto& each : it.get_object()) {
      const auto name = view(each.key());
      if (name == "why")
        note(each.value(), out);
      else if (!member(name, each.value(), out, fallback, below(path, name)))
        wrong(below(path, name), "is no field here");
    }
  }

 private:
  /// Whatever a note is, it is no error; a text is kept.
  template <class T>
  void note(const json::value& it, T& out) {
    if constexpr (requires { out.why; })
      out.why = it.is_string() ? view(it.get_string()) : std::string_view{};
  }

  template <class T>
  bool member(std::string_view name, const json::value& it, T& out, const T& fallback,
              const std::string& path) {
    const auto read_if = [&](const auto& described) {
      if (described.name == name) field_of(described, it, out, fallback, path);
      return described.name == name;
    };
    return std::apply([&](const auto&... each) { return (read_if(each) || ...); }, form<T>);
  }
  template <class Field, class T>
  void field_of(const Field& described, const json::value& it, T& out, const T& fallback,
                const std::string& path) {
    value(it, out.*described.member, fallback.*described.member, path);
  }
  void field_of(const joining_field&, const json::value& it, rules::membership_rules& out,
                const rules::membership_rules& fallback, const std::string& path) {
    if (it.is_null()) {
      out.by_invitation = fallback.by_invitation;
      out.direct = fallback.direct;
      return;
    }
    std::vector<std::string> ways;
    present(it, ways, {}, path);
    out.by_invitation = out.direct = false;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      auto& flag = ways[i] == "invitation" ? out.by_invitation : out.direct;
      if ((ways[i] != "invitation" && ways[i] != "direct") || flag)
        wrong(path + "[" + std::to_string(i) + "]", "is `invitation` or `direct`, each at most once");
      flag = true;
    }
  }
};

}  // namespace charter::inline v0::codec
