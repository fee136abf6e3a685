// SPDX-License-Identifier: Apache-2.0
// The writer's tokens, commas and values.
#include "charter/codec/json_writer.hpp"

#include <doctest/doctest.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charter/codec/refusal_json.hpp"
#include "charter/rules/property.hpp"
#include "charter/rules/words.hpp"

TEST_SUITE("codec/json_writer") {

using namespace charter;
using namespace std::string_view_literals;

namespace {

template <class T>
std::string json(const T& it) {
  std::string text;
  json_writer(text).value(it);
  return text;
}

struct row {
  ref<workspace_id> workspace = {};
  std::optional<std::string> name = {};
  std::vector<std::string> roles = {};
  bool archived = false;
  std::int64_t count = 0;
  static constexpr auto fields =
      described_by<&row::workspace, &row::name, &row::roles, &row::archived, &row::count>(
          "workspace", "name", "roles", "archived?", "count");
};

}  // namespace

TEST_CASE("text is quoted and escaped") {
  CHECK(json("") == R"("")");
  CHECK(json("plain / text"sv) == R"("plain / text")");
  CHECK(json(std::string("a\"b\\c")) == R"("a\"b\\c")");
  CHECK(json("\n\t\r\b\f\x1f\x7f"sv) == "\"\\n\\t\\u000d\\u0008\\u000c\\u001f\x7f\"");
  CHECK(json("a\0b"sv) == R"("a\u0000b")");
  CHECK(json("\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x99\x82"sv) == "\"\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x99\x82\"");
}

TEST_CASE("every byte is escaped, kept or replaced wherever it stands") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string alone(1, static_cast<char>(byte));
    const auto written = json(alone);
    const auto middle = written.substr(1, written.size() - 2);
    for (std::size_t at = 0; at <= 20; ++at) {
      auto text = std::string(20, 'a').insert(at, alone);
      CHECK(json(text) == '"' + std::string(at, 'a') + middle + std::string(20 - at, 'a') + '"');
    }
    const bool stands = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
    CHECK((middle == alone) == stands);
  }
}

TEST_CASE("what is no UTF-8 is replaced, byte by byte") {
  CHECK(json("a\xff\xfe-b"sv) == "\"a\xef\xbf\xbd\xef\xbf\xbd-b\"");
  CHECK(json("\xc3"sv) == "\"\xef\xbf\xbd\"");
  CHECK(json("\xed\xa0\x80"sv) == "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
  CHECK(json("\xc3\"\xc3\xa9"sv) == "\"\xef\xbf\xbd\\\"\xc3\xa9\"");
}

TEST_CASE("any bytes make a JSON text that reads back") {
  for (unsigned first = 0; first < 256; ++first)
    for (unsigned second = 0; second < 256; second += 5) {
      const std::string text = {'x', static_cast<char>(first), static_cast<char>(second), 'y'};
      const auto read = boost::json::parse("[" + json(text) + "]");
      const auto& back = read.get_array()[0].get_string();
      REQUIRE(is_valid_utf8({back.data(), back.size()}));
      if (is_valid_utf8(text)) REQUIRE(std::string_view(back.data(), back.size()) == text);
    }
}

TEST_CASE("numbers") {
  CHECK(json(std::int64_t{-5}) == "-5");
  CHECK(json(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(json(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(json(0.1) == "0.1");
  CHECK(json(1.0) == "1.0");
  CHECK(json(-0.0) == "-0.0");
  CHECK(json(1e300) == "1e+300");
  CHECK(json(5e-324) == "5e-324");
  CHECK(json(0.1 + 0.2) == "0.30000000000000004");
  CHECK(json(std::nan("")) == "null");
  CHECK(json(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("values of charter") {
  CHECK(json(workspace_id{7}) == R"("wsp_7")");
  CHECK(json(ref<user_id>("alice@hospital.org")) == R"("alice@hospital.org")");
  CHECK(json(*parse_instant("2026-11-21T10:00:00.250Z")) == R"("2026-11-21T10:00:00.250Z")");
  CHECK(json(rules::work::pipeline) == R"("pipeline")");
  CHECK(json(actor::platform()) == R"("operator")");
  CHECK(json(actor("bob")) == R"("bob")");
  CHECK(json(acting{actor_kind::user, user_id{3}}) == R"("usr_3")");
  CHECK(json(column_set{}) == R"("all")");
  CHECK(json(column_set{{{"a", "b"}}}) == R"(["a","b"])");
  CHECK(json(job::use{asset_id{1}, {}}) == R"("ast_1")");
  CHECK(json(job::use{asset_id{1}, {{{"a"}}}}) == R"({"asset":"ast_1","columns":["a"]})");
  CHECK(json(workspace::property_value{true}) == "true");
  CHECK(json(workspace::property_value{"x"}) == R"("x")");
  CHECK(json(std::optional<std::string>{}) == "null");
}

TEST_CASE("described structs: absent optionals are left out, required ones stay") {
  CHECK(json(row{}) == R"({"workspace":"","roles":[],"count":0})");
  CHECK(json(row{"w", "n", {"a", "b"}, true, 2}) ==
        R"({"workspace":"w","name":"n","roles":["a","b"],"archived":true,"count":2})");
}

TEST_CASE("an answer is put together by hand") {
  std::string text = "> ";
  json_writer out(text);
  out.begin_object();
  out.member("items", std::vector<row>{{}, {"w", {}, {}, false, 1}});
  out.key("next");
  out.null();
  out.key("nested");
  out.begin_array();
  out.begin_array();
  out.end_array();
  out.begin_object();
  out.end_object();
  out.boolean(false);
  out.raw("{\"whole\": 1}");
  out.number(2.5);
  out.end_array();
  out.member("last", true);
  out.end_object();
  CHECK(text ==
        R"(> {"items":[{"workspace":"","roles":[],"count":0},{"workspace":"w","roles":[],"count":1}],)"
        R"("next":null,"nested":[[],{},false,{"whole": 1},2.5],"last":true})");
}

TEST_CASE("refusals and warnings print their details beside the slug") {
  CHECK(write_refusal(refuse("stale_revision", "edit \"it\" again").with("current", std::int64_t{3})) ==
        R"({"refused":"stale_revision","message":"edit \"it\" again","current":3})");
  CHECK(write_refusal(refuse("forbidden", "no")
                          .with("permission", "job.edit")
                          .with("missing", std::vector<std::string>{"member"})) ==
        R"({"refused":"forbidden","message":"no","permission":"job.edit","missing":["member"]})");
  CHECK(json(warning{"duplicate_name", {{"name", std::string("Study")}}}) ==
        R"({"warning":"duplicate_name","name":"Study"})");
}

}  // TEST_SUITE("codec/json_writer")
