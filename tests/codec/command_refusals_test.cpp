// SPDX-License-Identifier: Apache-2.0
// Documents that are no command: each is refused with its path.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "charter/codec/command_json.hpp"
#include "charter/codec/json_writer.hpp"
#include "samples.hpp"

TEST_SUITE("codec/command_refusals") {

using namespace charter;

namespace {

template <class T>
std::optional<T> detail_of(const refusal& it, std::string_view name) {
  for (const auto& each : it.details)
    if (each.name == name) return std::get<T>(each.value);
  return {};
}

/// "malformed members[0].role", or "accepted".
std::string verdict(const std::string& json) {
  const auto read = read_command(json);
  if (read) return "accepted";
  const auto path = detail_of<std::string>(read.error(), "path");
  CHECK(!read.error().message.empty());
  return read.error().slug + (path ? " " + *path : "");
}

std::string command_with(std::string_view name, const std::string& with) {
  return R"({"as":"host","do":")" + std::string(name) + R"(","with":)" + with + "}";
}

std::string create_with(const std::string& more) {
  return verdict(
      command_with("workspace.create", R"({"organization":"o","kind":"k","name":"n",)" + more + "}"));
}

std::string nested(std::size_t depth) {
  return command_with("workspace.rename", R"({"workspace":)" + std::string(depth, '[') +
                                              std::string(depth, ']') + R"(,"name":"n"})");
}

}  // namespace

TEST_CASE("no JSON: malformed, no path") {
  for (const std::string text : {"", " ", "{", "nothing", "{'as':1}", "{\"as\":\"a\",}", "{} {}", "\"\xff\"",
                                 "{\"as\":\"\xc3\"}", "[1,]", "{\"as\":\"\n\"}", "// c\n{}"})
    CHECK(verdict(text) == "malformed ");
  CHECK(verdict("[]") == "malformed ");
  CHECK(verdict("null") == "malformed ");
  CHECK(verdict(std::string("{\"as\":\0\"}", 10)) == "malformed ");
}

TEST_CASE("around the command") {
  CHECK(verdict("{}") == "malformed as");
  CHECK(verdict(R"({"as":"host"})") == "malformed do");
  CHECK(verdict(R"({"as":3,"do":"time.advance"})") == "malformed as");
  CHECK(verdict(R"({"as":"host","do":null})") == "malformed do");
  CHECK(verdict(R"({"as":"host","do":"workspace.fly"})") == "malformed do");
  CHECK(verdict(R"({"as":"host","do":"workspace.created","with":{}})") == "malformed do");
  CHECK(verdict(R"({"as":"host","do":"time.advance","at":"yesterday"})") == "malformed at");
  CHECK(verdict(R"({"as":"host","do":"time.advance","id":7})") == "malformed id");
  CHECK(verdict(R"({"as":"host","do":"time.advance","with":[]})") == "malformed with");
  CHECK(verdict(R"({"as":"host","do":"time.advance","when":"now"})") == "unknown_field when");
  CHECK(verdict(R"({"as":"host","do":"workspace.archive"})") == "malformed workspace");
  CHECK(verdict(R"({"with":{"wings":2},"as":"host","do":"workspace.fly"})") == "malformed do");
}

TEST_CASE("members in document order, then what is missing") {
  const auto rename = [](const std::string& with) { return verdict(command_with("workspace.rename", with)); };
  CHECK(rename(R"({"wings":2,"workspace":3})") == "unknown_field wings");
  CHECK(rename(R"({"workspace":3,"wings":2})") == "malformed workspace");
  CHECK(rename(R"({"wings":2})") == "unknown_field wings");
  CHECK(rename(R"({})") == "malformed workspace");
  CHECK(rename(R"({"workspace":"w"})") == "malformed name");
  CHECK(rename(R"({"workspace":"w","name":null})") == "malformed name");
  CHECK(rename(R"({"workspace":"w","name":"n","":1})") == "unknown_field ");
  CHECK(rename(R"({"workspace":"w","name":"\u0000"})") == "accepted");
}

TEST_CASE("every command: an unknown field, and each required field left out") {
  samples::for_each_command([&](const auto& empty) {
    using command_type = std::remove_cvref_t<decltype(empty)>;
    const auto name = command_type::message_name;
    CAPTURE(name);
    CHECK(verdict(command_with(name, R"({"no_such":1})")) == "unknown_field no_such");
    std::string first_missing;
    for_each_field(empty, [&](const auto& field, const auto& value) {
      const bool optional =
          field.when == presence::optional || detail::holds_optional<std::remove_cvref_t<decltype(value)>>;
      if (!optional && first_missing.empty()) first_missing = "malformed " + std::string(field.name);
      const auto odd = verdict(command_with(name, "{\"" + std::string(field.name) + "\":{\"no_such\":[]}}"));
      const bool is_judged_later =
          std::is_same_v<std::remove_cvref_t<decltype(value)>, realms::rulebook_document>;
      CHECK((is_judged_later ? odd == "accepted" : odd.find(field.name) != std::string::npos));
    });
    CHECK(verdict(command_with(name, "{}")) == (first_missing.empty() ? "accepted" : first_missing));
  });
}

TEST_CASE("the path leads into lists and objects") {
  CHECK(create_with(R"("members":{})") == "malformed members");
  CHECK(create_with(R"("members":["alice"])") == "malformed members[0]");
  CHECK(create_with(R"("members":[{"user":"a"},{"user":"b","role":7}])") == "malformed members[1].role");
  CHECK(create_with(R"("invitees":[{"email":"a@b","until":"2026-02-30T00:00:00Z"}])") ==
        "malformed invitees[0].until");
  CHECK(create_with(R"("invitees":[{"mail":"a@b"}])") == "unknown_field invitees[0].mail");
  CHECK(create_with(R"("templates":["a",1])") == "malformed templates[1]");
  CHECK(create_with(R"("approval_policy":{"groups":[]})") == "malformed approval_policy.mode");
  CHECK(create_with(R"("approval_policy":{"mode":"most"})") == "malformed approval_policy.mode");
  CHECK(create_with(R"("approval_policy":{"mode":"groups","groups":[{"name":"g","minimum":1}]})") ==
        "malformed approval_policy.groups[0].members");
  CHECK(create_with(R"("approval_policy":{"mode":"groups"})") == "accepted");
}

TEST_CASE("a person has exactly one of user and email") {
  CHECK(create_with(R"("members":[{"role":"r"}])") == "malformed members[0]");
  CHECK(create_with(R"("members":[{"user":"a","email":"a@b"}])") == "malformed members[0]");
  CHECK(create_with(R"("members":[{"user":"a"}],"invitees":[{"email":"a@b"},{}])") ==
        "malformed invitees[1]");
  CHECK(verdict(command_with("workspace.add_member", R"({"workspace":"w"})")) == "accepted");
}

TEST_CASE("fields of another mode are unknown") {
  CHECK(create_with(R"("approval_policy":{"mode":"all","groups":[]})") ==
        "unknown_field approval_policy.groups");
  CHECK(create_with(R"("run_policy":{"users":["a"],"mode":"creator"})") == "unknown_field run_policy.users");
  CHECK(create_with(R"("run_policy":{"mode":"specific"})") == "accepted");
}

TEST_CASE("uses and columns") {
  const auto uses = [](const std::string& list) {
    return verdict(command_with("job.edit", R"({"job":"j","uses":)" + list + "}"));
  };
  CHECK(uses(R"([3])") == "malformed uses[0]");
  CHECK(uses(R"([{"columns":"all"}])") == "malformed uses[0].asset");
  CHECK(uses(R"([{"asset":"a","columns":"some"}])") == "malformed uses[0].columns");
  CHECK(uses(R"([{"asset":"a","columns":["x",1]}])") == "malformed uses[0].columns[1]");
  CHECK(uses(R"([{"asset":"a","rows":1}])") == "unknown_field uses[0].rows");
}

TEST_CASE("numbers") {
  const auto revision = [](const std::string& number) {
    return verdict(command_with("job.approve", R"({"job":"j","revision":)" + number + "}"));
  };
  CHECK(revision("9223372036854775807") == "accepted");
  CHECK(revision("-0") == "accepted");
  for (const std::string number : {"9223372036854775808", "1.0", "1.5", "1e0", "-0.0", "\"1\"", "true",
                                   "18446744073709551616", "1e400", "-1e400"})
    CHECK(revision(number) == "malformed revision");
  const auto value = [](const std::string& number) {
    return verdict(
        command_with("workspace.set_property", R"({"workspace":"w","property":"p","value":)" + number + "}"));
  };
  CHECK(value("1e400") == "malformed value");
  CHECK(value("[1]") == "malformed value");
  CHECK(value("null") == "malformed value");
  for (const std::string number : {"01", "+1", ".5", "1.", "NaN", "Infinity", "0x1"})
    CHECK(value(number).starts_with("malformed"));
}

TEST_CASE("a name twice in one object") {
  CHECK(verdict(R"({"as":"host","as":"host","do":"time.advance"})") == "malformed as");
  CHECK(create_with(R"("name":"m")") == "malformed name");
  CHECK(create_with(R"("members":[{"user":"a","user":"a"}])") == "malformed members[0].user");
}

TEST_CASE("too large") {
  CHECK(nested(62).size() < max_command_bytes);
  CHECK(verdict(nested(62)) == "malformed workspace");
  CHECK(verdict(nested(63)) == "too_large");
  CHECK(verdict(nested(500000)) == "too_large");
  const auto sized = [](std::size_t size) {
    auto text = command_with("workspace.describe", R"({"workspace":"w","description":""})");
    return text.insert(text.size() - 3, size - text.size(), 'x');
  };
  CHECK(verdict(sized(max_command_bytes)) == "accepted");
  CHECK(verdict(sized(max_command_bytes + 1)) == "too_large");
}

TEST_CASE("batches") {
  const auto many = [](const std::string& commands) {
    return verdict(command_with("batch", R"({"commands":[)" + commands + "]}"));
  };
  CHECK(verdict(command_with("batch", "{}")) == "malformed commands");
  CHECK(verdict(command_with("batch", R"({"commands":{}})")) == "malformed commands");
  CHECK(verdict(command_with("batch", R"({"commands":[],"more":1})")) == "unknown_field more");
  CHECK(many("") == "accepted");
  CHECK(many("3") == "malformed commands[0]");
  CHECK(many(R"({"with":{}})") == "malformed commands[0].do");
  CHECK(many(R"({"do":"time.advance"},{"do":"time.fly"})") == "malformed commands[1].do");
  CHECK(many(R"({"do":"batch","with":{"commands":[]}})") == "malformed commands[0].do");
  CHECK(many(R"({"do":"time.advance","as":"host"})") == "unknown_field commands[0].as");
  CHECK(many(R"({"do":"time.advance","with":3})") == "malformed commands[0].with");
  CHECK(many(R"({"do":"time.advance"},{"do":"workspace.create","with":{"members":[{"role":1}]}})") ==
        "malformed commands[1].with.members[0].role");
  const auto times = [](std::size_t count) {
    std::string out = R"({"do":"time.advance"})";
    for (std::size_t i = 1; i < count; ++i) out += R"(,{"do":"time.advance"})";
    return out;
  };
  CHECK(many(times(max_batch)) == "accepted");
  CHECK(many(times(max_batch + 1)) == "malformed commands");

  const auto read = read_command(
      command_with("batch", R"({"commands":[{"do":"time.advance"},{"do":"workspace.archive","with":{}}]})"));
  REQUIRE(!read.has_value());
  CHECK(detail_of<std::int64_t>(read.error(), "index") == 1);
}

}  // TEST_SUITE("codec/command_refusals")
