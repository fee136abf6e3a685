// SPDX-License-Identifier: Apache-2.0
// Commands to JSON and back.
#include "charter/codec/command_json.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "samples.hpp"

TEST_SUITE("codec/command_json") {

using namespace charter;

namespace {

/// The command of type T that a document holds.
template <class T>
T read_as(const std::string& json) {
  INFO(json);
  const auto read = read_command(json);
  REQUIRE(read.has_value());
  const auto* one = read->what.get_if<T>();
  REQUIRE(one);
  return *one;
}

template <class T>
T read_with(const std::string& with) {
  return read_as<T>(R"({"as":"host","do":")" + std::string(T::message_name) + R"(","with":)" + with + "}");
}

template <class T>
void check_round_trip(const T& one) {
  const auto text = write_command({.as = "bob"}, one);
  CAPTURE(text);
  CHECK(samples::same(read_as<T>(text), one));
  CHECK(write_command({.as = "bob"}, read_as<T>(text)) == text);
}

}  // namespace

TEST_CASE("every command comes back, empty and filled") {
  std::set<std::string_view> names;
  samples::for_each_command([&](const auto& empty) {
    using command_type = std::remove_cvref_t<decltype(empty)>;
    CHECK(names.insert(command_type::message_name).second);
    check_round_trip(empty);
    const auto full = samples::filled<command_type>();
    check_round_trip(full);
    for_each_field(full, [&](const auto& field, const auto&) {
      CHECK(write_payload(full).find("\"" + std::string(field.name) + "\":") != std::string::npos);
    });
  });
  CHECK(names.size() > 50);
}

TEST_CASE("policies come back in every mode") {
  check_round_trip(workspace::set_approval_policy{"w", approval::all()});
  const std::vector<approval::group_proposal> groups = {{"owners", 2, {"a", "b"}}, {"", -1, {}}};
  check_round_trip(workspace::set_approval_policy{"w", approval::groups(groups)});
  check_round_trip(workspace::set_approval_policy{"w", approval::groups({})});
  check_round_trip(workspace::set_approval_policy{"w", {approval::approval_mode::groups, {}, 3}});
  check_round_trip(workspace::set_run_policy{"w", runs::all()});
  check_round_trip(workspace::set_run_policy{"w", runs::creator()});
  check_round_trip(workspace::set_run_policy{"w", runs::specific({"a", "b"})});
  check_round_trip(workspace::set_run_policy{"w", runs::specific({})});
}

TEST_CASE("properties keep their type") {
  using workspace::set_property;
  for (const workspace::property_value& value : std::vector<workspace::property_value>{
           workspace::property_value{false}, {std::int64_t{1}}, {1.0}, {-0.0}, {0.1}, {1e300}, {"1"}, {""}})
    check_round_trip(set_property{"w", "p", value});
  const auto read = [](const std::string& value) {
    return read_with<set_property>(R"({"workspace":"w","property":"p","value":)" + value + "}").value;
  };
  CHECK(std::get<std::int64_t>(read("-9223372036854775808")) == std::numeric_limits<std::int64_t>::min());
  CHECK(std::get<double>(read("9223372036854775808")) == 9223372036854775808.0);
  CHECK(std::get<double>(read("18446744073709551616")) == 18446744073709551616.0);
  CHECK(std::get<double>(read("1e0")) == 1.0);
  CHECK(std::signbit(std::get<double>(read("-0.0"))));
}

TEST_CASE("who, when and under which id") {
  const auto at = *parse_instant("2026-11-21T10:00:00.250Z");
  const auto text = write_command({.as = user_id{3}, .at = at, .id = "c-17"}, workspace::archive{"study"});
  CHECK(text == R"({"as":"usr_3","at":"2026-11-21T10:00:00.250Z","id":"c-17","do":"workspace.archive",)"
                R"("with":{"workspace":"study"}})");
  const auto read = read_command(text);
  REQUIRE(read.has_value());
  CHECK(read->with.as == actor("usr_3"));
  CHECK(read->with.at == at);
  CHECK(read->with.id == "c-17");

  const auto bare = read_command(R"( {"with": null, "do": "time.advance", "at": null, "as": "operator"} )");
  REQUIRE(bare.has_value());
  CHECK(bare->with.as == actor::platform());
  CHECK(!bare->with.at);
  CHECK(!bare->with.id);
  CHECK(bare->what.name() == "time.advance");
}

TEST_CASE("null for an optional field is an absent one") {
  const auto one = read_with<workspace::create>(
      R"({"key":null,"organization":"o","kind":"k","name":"n","members":null,"approval_policy":null,)"
      R"("invitees":[{"user":null,"email":"a@b"}]})");
  CHECK(!one.key);
  CHECK(one.members.empty());
  CHECK(!one.approval_policy);
  CHECK(one.invitees.at(0).email == "a@b");
  CHECK(!read_with<workspace::set_image>(R"({"workspace":"w","image":null})").image);
  CHECK(!read_with<workspace::set_approval_policy>(
             R"({"workspace":"w","approval_policy":{"mode":"all","groups":null}})")
             .approval_policy.groups);
}

TEST_CASE("uses are written short where all columns are meant, and read either way") {
  const auto one = read_with<job::create>(
      R"({"workspace":"w","name":"n","content_digest":"d","uses":["a",{"asset":"b"},)"
      R"({"asset":"c","columns":"all"},{"columns":["x"],"asset":"d"},{"asset":"e","columns":null}]})");
  REQUIRE(one.uses.size() == 5);
  CHECK(one.uses[1] == job::use_proposal{"b", {}});
  CHECK(one.uses[2] == job::use_proposal{"c", {}});
  CHECK(one.uses[3] == job::use_proposal{"d", {{{"x"}}}});
  CHECK(one.uses[4] == job::use_proposal{"e", {}});
  CHECK(write_payload(one) ==
        R"({"do":"job.create","with":{"workspace":"w","name":"n","content_digest":"d","uses":["a","b","c",)"
        R"({"asset":"d","columns":["x"]},"e"]}})");
}

TEST_CASE("a batch comes back in order; equal payloads have equal texts") {
  const batch one{
      {organization::create{.key = "o", .name = "O"}, time::advance{}, user::provision{.email = "a@b"}}};
  const auto text = write_command({.as = "operator"}, one);
  CHECK(text ==
        R"({"as":"operator","do":"batch","with":{"commands":[)"
        R"({"do":"organization.create","with":{"key":"o","name":"O"}},{"do":"time.advance","with":{}},)"
        R"({"do":"user.provision","with":{"email":"a@b"}}]}})");
  const auto read = read_command(text);
  REQUIRE(read.has_value());
  CHECK(write_payload(read->what) == write_payload(one));

  const auto spaced = read_command(
      R"({"do": "batch", "as": "host", "id": "x", "with": {"commands": [
          {"with": {"name": "\u004f", "key": "o"}, "do": "organization.create"},
          {"do": "time.advance"}, {"do": "user.provision", "with": {"email": "a@b", "name": null}}]}})");
  REQUIRE(spaced.has_value());
  CHECK(write_payload(spaced->what) == write_payload(one));
  CHECK(write_payload(batch{}) == R"({"do":"batch","with":{"commands":[]}})");
}

TEST_CASE("a rulebook is a name or a document; its errors travel along") {
  CHECK(read_with<realms::create>(R"({"rulebook":"openhexa"})").rulebook.name == "openhexa");
  const auto read = read_with<realms::amend_rulebook>(
      R"({"rulebook":{"charter_rulebook":1,"name":"hub","extends":"openhexa","masking":false}})");
  REQUIRE(read.rulebook.book);
  CHECK(read.rulebook.book->name == "hub");
  CHECK(!read.rulebook.book->masking);
  const auto wrong = read_with<realms::create>(
      R"({"rulebook":{"charter_rulebook":1,"name":"hub","extends":"openhexa","masking":3}})");
  CHECK(!wrong.rulebook.book);
  REQUIRE(wrong.rulebook.errors.size() == 1);
  CHECK(wrong.rulebook.errors[0].entry == "masking");
}

}  // TEST_SUITE("codec/command_json")
