// SPDX-License-Identifier: Apache-2.0
// The quick reader takes what write_record writes, the same as the strict one would, and nothing else.
#include "../../src/codec/record_readers.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "charter/codec/record_json.hpp"
#include "samples.hpp"

TEST_SUITE("codec/canonical_record") {

using namespace charter;

namespace {

/// The same JSON with other texts: the escapes taken out.
std::string without_escapes(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size(); ++i)
    if (json[i] != '\\')
      out += json[i];
    else
      i += json[i + 1] == 'u' ? 5 : 1;
  return out;
}

template <class Event>
record record_of(Event one, std::int64_t millis) {
  record out;
  out.at_position = 17;
  out.at = instant{duration{millis}};
  out.by = {actor_kind::user, user_id{3}};
  out.origin = "a1:9";
  out.command = "workspace.archive";
  out.command_id = "c";
  out.digest = "d";
  out.events = {make_event(workspace::archived{workspace_id{7}}), make_event(std::move(one))};
  return out;
}

/// A record of each event but those that hold a rulebook, empty and filled.
std::vector<std::string> texts() {
  std::vector<std::string> out;
  samples::for_each_event([&](const auto& empty) {
    using event_type = std::remove_cvref_t<decltype(empty)>;
    if constexpr (!requires { empty.rulebook; }) {
      out.push_back(write_record(record_of(empty, 0)));
      out.push_back(without_escapes(write_record(record_of(samples::filled<event_type>(), 1))));
    }
  });
  return out;
}

/// Whether the quick reader takes it. If so, both read the same, and it is written so again.
bool is_canonical(const std::string& json) {
  const auto quick = codec::read_canonical_record(json);
  if (!quick) return false;
  INFO(json);
  CHECK(write_record(*quick) == json);
  const auto strict = codec::read_strict_record(json);
  REQUIRE_MESSAGE(strict.has_value(), strict.error());
  CHECK(write_record(*strict) == json);
  CHECK(strict->events.size() == quick->events.size());
  return true;
}

const std::string head =
    R"({"charter_record":1,"position":17,"time":"2026-11-21T10:00:00Z","actor":"host","origin":"a1:9",)";
std::string holding(const std::string& event) {
  return head + R"("command":"job.create","events":[{"event":)" + event + "}]}";
}

}  // namespace

TEST_CASE("records of every event are read the quick way") {
  for (const auto& text : texts()) {
    const bool has_fraction = text.find(":0.1") != text.npos;
    INFO(text);
    CHECK(is_canonical(text) != has_fraction);
  }
}

TEST_CASE("what a byte changed is read the same or not at all") {
  std::minstd_rand random{20261121};
  constexpr std::string_view bytes = "\"\\{}[],:0123456789-.eE tfn\xc3\xa9\xff";
  std::size_t taken = 0, left = 0;
  for (const auto& text : texts())
    for (int round = 0; round < 200; ++round) {
      auto changed = text;
      const auto at = random() % changed.size();
      if (round % 3 == 0)
        changed.erase(at, random() % 8 + 1);
      else if (round % 3 == 1)
        changed[at] = bytes[random() % bytes.size()];
      else
        changed.insert(at, 1, bytes[random() % bytes.size()]);
      ++(is_canonical(changed) ? taken : left);
    }
  CHECK(taken > 1000);
  CHECK(left > 1000);
}

TEST_CASE("whatever is written another way is left to the strict reader") {
  CHECK(is_canonical(holding(R"("workspace.archived","workspace":"wsp_7")")));
  for (const auto& text :
       {holding(R"("workspace.archived", "workspace":"wsp_7")"), holding(R"("workspace.archived")"),
        holding(R"("workspace.archived","workspace":"wsp_07")"),
        holding(R"("workspace.archived","workspace":null)"),
        holding(R"("workspace.archived","workspace":"wsp_7","more":1)"),
        holding(R"("workspace.described","workspace":"wsp_7","description":"a\u0062")"),
        holding(R"("workspace.described","workspace":"wsp_7","description":"\xff")"),
        holding(R"("workspace.gone","workspace":"wsp_7")"),
        holding(R"("workspace.archived","workspace":"wsp_7")") + " "})
    CHECK_FALSE(is_canonical(text));
}

TEST_CASE("numbers and times have one spelling") {
  const auto property = [](const std::string& value) {
    return holding(R"("workspace.property_set","workspace":"wsp_1","property":"p","value":)" + value);
  };
  for (const auto* value : {"0", "-1", "9223372036854775807", "true", "\"text\""})
    CHECK(is_canonical(property(value)));
  for (const auto* value : {"-0", "01", "1.0", "1e3", "9223372036854775808", "nul", "\"a", "tru"})
    CHECK_FALSE(is_canonical(property(value)));
  auto late = holding(R"("workspace.archived","workspace":"wsp_7")");
  late.replace(late.find("00Z"), 3, "00.000Z");
  CHECK_FALSE(is_canonical(late));
  late.replace(late.find("000Z"), 4, "010Z");
  CHECK(is_canonical(late));
}

TEST_CASE("a record of more than 1 MiB is left to the strict reader") {
  const auto described = [](std::size_t size) {
    return holding(R"("workspace.described","workspace":"wsp_7","description":")" + std::string(size, 'x') +
                   '"');
  };
  const auto frame = described(0).size();
  CHECK(is_canonical(described(max_record_bytes - frame)));
  CHECK_FALSE(is_canonical(described(max_record_bytes - frame + 1)));
}

}  // TEST_SUITE("codec/canonical_record")
