// SPDX-License-Identifier: Apache-2.0
// Records to JSON and back, byte for byte.
#include "charter/codec/record_json.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "samples.hpp"

TEST_SUITE("codec/record_json") {

using namespace charter;

namespace {

const std::string head =
    R"({"charter_record":1,"position":17,"time":"2026-11-21T10:00:00Z","actor":"usr_3","origin":"a1:9",)"
    R"("command":"workspace.archive",)";
const std::string archived = R"("events":[{"event":"workspace.archived","workspace":"wsp_7"}]})";

record sample() {
  record out;
  out.at_position = 17;
  out.at = *parse_instant("2026-11-21T10:00:00Z");
  out.by = {actor_kind::user, user_id{3}};
  out.origin = "a1:9";
  out.command = "workspace.archive";
  out.events = {make_event(workspace::archived{workspace_id{7}})};
  return out;
}

/// The sentence of the error, or "read".
std::string verdict(const std::string& json) {
  const auto read = read_record(json);
  return read ? "read" : read.error();
}

/// Whether the record is refused with a sentence that names the path.
bool names(const std::string& json, std::string_view path) {
  const auto said = verdict(json);
  INFO(said);
  return said.starts_with("`" + std::string(path) + "`");
}

template <class T>
bool comes_back(const T& one) {
  auto written = sample();
  written.events = {make_event(one)};
  const auto text = write_record(written);
  const auto read = read_record(text);
  INFO(text);
  REQUIRE_MESSAGE(read.has_value(), read.error());
  const auto* back = read->events.at(0).get_if<T>();
  return back && samples::same(*back, one) && write_record(*read) == text;
}

}  // namespace

TEST_CASE("a record is one line, in a fixed order") {
  CHECK(write_record(sample()) == head + archived);
  auto full = sample();
  full.command_id = "c-17";
  full.digest = "sha256:00";
  full.warnings = {
      {"duplicate_name"},
      {"without_admin", {{"count", std::int64_t{2}}, {"who", std::vector<std::string>{"a", "b"}}}}};
  full.by = {actor_kind::platform, {}};
  const auto text = write_record(full);
  CHECK(
      text ==
      R"({"charter_record":1,"position":17,"time":"2026-11-21T10:00:00Z","actor":"operator","origin":"a1:9",)"
      R"("command":"workspace.archive","command_id":"c-17","digest":"sha256:00","warnings":[)"
      R"({"warning":"duplicate_name"},{"warning":"without_admin","count":2,"who":["a","b"]}],)" +
          archived);
  const auto read = read_record(text);
  REQUIRE(read.has_value());
  CHECK(read->warnings == full.warnings);
  CHECK(read->by == full.by);
  CHECK(read->command_id == full.command_id);
  CHECK(write_record(*read) == text);
}

TEST_CASE("every event comes back, empty and filled") {
  std::set<std::string_view> names;
  samples::for_each_event([&](const auto& empty) {
    using event_type = std::remove_cvref_t<decltype(empty)>;
    CAPTURE(event_type::message_name);
    CHECK(names.insert(event_type::message_name).second);
    const auto full = samples::filled<event_type>();
    CHECK(comes_back(full));
    if constexpr (!requires { empty.rulebook; }) CHECK(comes_back(empty));
    std::string text;
    json_writer(text).value(make_event(full));
    CHECK(text.starts_with("{\"event\":\"" + std::string(event_type::message_name) + "\""));
    for_each_field(full, [&](const auto& field, const auto&) {
      CHECK(text.find("\"" + std::string(field.name) + "\":") != std::string::npos);
    });
  });
  CHECK(names.size() > 50);
}

TEST_CASE("many events of many rooms in one record") {
  auto written = sample();
  samples::for_each_event([&](const auto& empty) {
    written.events.push_back(make_event(samples::filled<std::remove_cvref_t<decltype(empty)>>()));
  });
  const auto text = write_record(written);
  const auto read = read_record(text);
  REQUIRE_MESSAGE(read.has_value(), read.error());
  CHECK(read->events.size() == written.events.size());
  CHECK(write_record(*read) == text);
}

TEST_CASE("a record of a later release says so") {
  for (const std::string text : {R"({"charter_record":2,"novelty":[]})", R"({"charter_record":9000000000})"})
    CHECK(verdict(text).starts_with(newer_record));
  for (const std::string text : {"{}", "[]", "3", R"({"charter_record":0})", R"({"charter_record":"2"})",
                                 R"({"charter_record":1.5})", R"({"charter_record":-1})"})
    CHECK(names(text, "charter_record"));
}

TEST_CASE("what is no record names its path") {
  CHECK(verdict(head + archived) == "read");
  CHECK(verdict("").starts_with("the record"));
  CHECK(names(head + R"("events":[{"event":"workspace.archived","workspace":"usr_7"}]})",
              "events[0].workspace"));
  CHECK(names(head + R"("events":[{"event":"workspace.archived","workspace":"wsp_07"}]})",
              "events[0].workspace"));
  CHECK(names(head + R"("events":[{"event":"workspace.archived"}]})", "events[0].workspace"));
  CHECK(
      names(head + R"("events":[{"event":"workspace.archived","workspace":"wsp_7","x":1}]})", "events[0].x"));
  CHECK(names(head + R"("events":[{"event":"workspace.archive","workspace":"wsp_7"}]})", "events[0].event"));
  CHECK(names(head + R"("events":[{"workspace":"wsp_7"}]})", "events[0].event"));
  CHECK(names(head + R"("events":[{"event":3}]})", "events[0].event"));
  CHECK(names(head + R"("events":[3]})", "events[0]"));
  CHECK(names(head + R"("events":null})", "events"));
  CHECK(names(head + R"("more":1,)" + archived, "more"));
  CHECK(names(head + R"("warnings":[{}],)" + archived, "warnings[0].warning"));
  CHECK(names(head + R"("warnings":[{"warning":"w","n":1.5}],)" + archived, "warnings[0].n"));
  CHECK(names(head + R"("position":17,)" + archived, "position"));
  CHECK(names(R"({"charter_record":1,"position":-1})", "position"));
  CHECK(names(R"({"charter_record":1,"actor":"wsp_1"})", "actor"));
  CHECK(names(R"({"charter_record":1,"time":17})", "time"));
  CHECK(names(R"({"charter_record":1})", "position"));
}

TEST_CASE("a rulebook stands in its event as a whole, or the record is no record") {
  const auto created = [](const std::string& rulebook) {
    return head + R"("events":[{"event":"realm.created","rulebook":)" + rulebook + "}]}";
  };
  CHECK(names(created(R"("openhexa")"), "events[0].rulebook"));
  CHECK(names(created(R"({"charter_rulebook":1,"name":"x","extends":null,"nonsense":1})"),
              "events[0].rulebook"));
  auto written = sample();
  written.events = {make_event(realms::created{realms::rulebook_document(rulebooks::opaque_sealed())})};
  const auto text = write_record(written);
  CHECK(text.find('\n') == std::string::npos);
  const auto read = read_record(text);
  REQUIRE_MESSAGE(read.has_value(), read.error());
  CHECK(write_record(*read) == text);
}

}  // TEST_SUITE("codec/record_json")
