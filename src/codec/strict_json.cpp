// SPDX-License-Identifier: Apache-2.0
#include "strict_json.hpp"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "charter/base/text.hpp"

namespace charter::inline v0::codec {
namespace {

namespace json = boost::json;

/// Builds the value as Boost's own handler does. If it `explains`, it also keeps the path and the names of
/// every open object, which takes longer than the parsing; else it counts the names.
class strict_handler {
 public:
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
  using error = json::error_code;
  using text = json::string_view;

  strict_handler(bool explains, json::storage_ptr storage)
      : explains_(explains), values_({}, buffer_.data(), buffer_.size()) {
    values_.reset(std::move(storage));
  }

  json::value release() { return values_.release(); }
  std::size_t names_seen() const { return names_seen_; }
  const std::optional<json_error>& objection() const { return objection_; }

  std::string path() const {
    std::string out;
    for (const auto& each : levels_) {
      if (each.is_array)
        out += "[" + std::to_string(each.index) + "]";
      else if (!each.key.empty())
        out += (out.empty() ? "" : ".") + each.key;
    }
    return out;
  }

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }

  bool on_object_begin(error&) { return open(false); }
  bool on_object_end(std::size_t size, error&) { return values_.push_object(size), close(); }
  bool on_array_begin(error&) { return open(true); }
  bool on_array_end(std::size_t size, error&) { return values_.push_array(size), close(); }

  bool on_key_part(text part, std::size_t, error&) {
    values_.push_chars(part);
    if (explains_) key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(text part, std::size_t, error& failed) {
    values_.push_key(part);
    ++names_seen_;
    if (!explains_) return true;
    key_.append(part.data(), part.size());
    auto& object = levels_.back();
    object.key = std::exchange(key_, {});
    return object.names.insert(object.key).second ||
           refuse(failed, "the name stands twice in one object; keep one");
  }

  bool on_string_part(text part, std::size_t, error&) { return values_.push_chars(part), true; }
  bool on_string(text part, std::size_t, error&) { return values_.push_string(part), next(); }

  bool on_number_part(text, error&) { return true; }
  bool on_int64(std::int64_t number, text, error&) { return values_.push_int64(number), next(); }
  bool on_uint64(std::uint64_t number, text, error&) { return values_.push_uint64(number), next(); }
  /// Boost 1.81 may be off by one unit in the last place, and turns what is too large into infinity.
  bool on_double(double, text digits, error& failed) {
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{}) return refuse(failed, "the number is out of range");
    return values_.push_double(number), next();
  }

  bool on_bool(bool it, error&) { return values_.push_bool(it), next(); }
  bool on_null(error&) { return values_.push_null(), next(); }
  bool on_comment_part(text, error&) { return true; }
  bool on_comment(text, error&) { return true; }

 private:
  struct level {
    bool is_array = false;
    std::size_t index = 0;
    std::string key = {};
    std::unordered_set<std::string> names = {};
  };

  bool open(bool is_array) {
    if (explains_) levels_.push_back({.is_array = is_array});
    return true;
  }
  bool close() {
    if (explains_) levels_.pop_back();
    return next();
  }
  bool next() {
    if (!levels_.empty() && levels_.back().is_array) ++levels_.back().index;
    return true;
  }
  bool refuse(error& failed, const char* sentence) {
    objection_ = json_error{json_fault::malformed, path(), sentence};
    failed = json::error::syntax;
    return false;
  }

  const bool explains_;
  std::size_t names_seen_ = 0;
  std::array<unsigned char, 2048> buffer_;
  json::value_stack values_;
  std::vector<level> levels_;
  std::string key_;
  std::optional<json_error> objection_;
};

std::string place(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto start = before.rfind('\n');
  const auto column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

json_error syntax_error(std::string_view text, std::size_t offset, std::string path,
                        const json::error_code& code) {
  if (code == json::error::too_deep)
    return {json_fault::too_large, std::move(path), "the text is nested too deeply"};
  const auto what = code == json::error::incomplete ? std::string("the text ends too early") : code.message();
  return {json_fault::malformed, std::move(path), "is not JSON at " + place(text, offset) + ": " + what,
          false};
}

/// A name that stands twice in one object stands once in the value.
std::size_t names_in(const json::value& it) {
  std::size_t out = 0;
  if (const auto* object = it.if_object()) {
    out += object->size();
    for (const auto& each : *object) out += names_in(each.value());
  } else if (const auto* array = it.if_array()) {
    for (const auto& each : *array) out += names_in(each);
  }
  return out;
}

json::parse_options options_of(const json_limits& limits) {
  json::parse_options out;
  out.max_depth = limits.depth;
  return out;
}

/// The value, unless something is the matter: then nothing, and it takes `explain` to know what.
std::optional<json::value> parse(std::string_view text, const json_limits& limits,
                                 const json::storage_ptr& storage) {
  if (text.size() > limits.bytes) return {};
  json::basic_parser<strict_handler> parser(options_of(limits), false, storage);
  json::error_code code;
  const auto used = parser.write_some(false, text.data(), text.size(), code);
  if (code || !is_blank(text.substr(used))) return {};
  auto out = parser.handler().release();
  if (names_in(out) != parser.handler().names_seen()) return {};
  return out;
}

json_error explain(std::string_view text, const json_limits& limits) {
  if (text.size() > limits.bytes)
    return {json_fault::too_large, "", "the text has more than " + std::to_string(limits.bytes) + " bytes"};
  if (!is_valid_utf8(text)) return {json_fault::malformed, "", "the text is not valid UTF-8"};
  json::basic_parser<strict_handler> parser(options_of(limits), true, json::storage_ptr());
  json::error_code code;
  const auto used = parser.write_some(false, text.data(), text.size(), code);
  if (parser.handler().objection()) return *parser.handler().objection();
  if (code) return syntax_error(text, used, parser.handler().path(), code);
  return {json_fault::malformed, "", "something follows the value at " + place(text, used)};
}

}  // namespace

tl::expected<boost::json::value, json_error> parse_strict(std::string_view text, const json_limits& limits,
                                                          const boost::json::storage_ptr& storage) {
  if (auto out = parse(text, limits, storage)) return std::move(*out);
  return tl::make_unexpected(explain(text, limits));
}

}  // namespace charter::inline v0::codec
