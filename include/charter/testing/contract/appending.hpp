// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cases of the storage contract: what one handle appends.

#include <string>
#include <string_view>
#include <vector>

#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing::contract {

inline void empty_log(trial& t, event_store& store) {
  expect_head(t, store, 0, "");
  expect_log(t, store, {});
}

inline void append_moves_head(trial& t, event_store& store) {
  expect(t, appended{1}, append_to(store, 0, {"one"}));
  expect_head(t, store, 1);
  expect(t, appended{4}, append_to(store, 1, {"two", "three", "four"}));
  expect_head(t, store, 4);
}

inline void head_bytes(trial& t, event_store& store) {
  using namespace std::string_view_literals;
  position last = 0;
  const std::string every_hash(64 * 32, '\xee');
  for (const std::string_view head :
       {"\0\x01\xff\0"sv, ""sv, "text"sv, std::string_view(every_hash), "x"sv}) {
    expect(t, appended{last + 1}, append_to(store, last, {"record"}, head));
    expect_head(t, store, ++last, head);
  }
}

/// A store may have forgotten earlier heads, but may not make any up.
inline void kept_heads(trial& t, event_store& store) {
  const auto text_of = [](const log_head& it) {
    return std::string(reinterpret_cast<const char*>(it.bytes.data()), it.bytes.size());
  };
  const auto heads_after = [&](position after, std::size_t limit) {
    std::vector<log_head> shown;
    const auto answer = store.heads(after, limit, [&](const log_head& it) {
      shown.push_back(it);
      return true;
    });
    if (t.check(answer.has_value(), "heads: " + (answer ? "" : answer.error().what)))
      t.equal("the answer of heads", shown.empty() ? after : shown.back().last, *answer);
    return shown;
  };
  t.check(heads_after(0, 10).empty(), "an empty log has no heads");
  expect(t, appended{2}, append_to(store, 0, {"one", "two"}, "ends at 2"));
  expect(t, appended{3}, append_to(store, 2, {"three"}, "ends at 3"));
  expect(t, appended{6}, append_to(store, 3, {"four", "five", "six"}, "ends at 6"));
  const auto all = heads_after(0, 10);
  position before = 0;
  for (const auto& each : all) {
    t.check(each.last > before, "heads must ascend");
    t.equal("a head", "ends at " + std::to_string(each.last), text_of(each));
    before = each.last;
  }
  t.equal("the last head shown", 6, before);
  t.equal("the heads shown at a limit of one", 1, heads_after(0, 1).size());
  t.equal("the heads shown at a limit of none", 0, heads_after(0, 0).size());
  t.equal("the heads shown after the one before the last", 1, heads_after(5, 10).size());
  t.equal("the heads shown after the last", 0, heads_after(6, 10).size());
}

inline void positions(trial& t, event_store& store) {
  expect(t, appended{2}, append_to(store, 0, {"b", "a"}));
  expect(t, appended{3}, append_to(store, 2, {"d"}));
  expect(t, appended{6}, append_to(store, 3, {"c", "c", "0"}));
  expect_log(t, store, {"b", "a", "d", "c", "c", "0"});
}

inline void conflict(trial& t, event_store& store) {
  expect(t, appended{2}, append_to(store, 0, {"one", "two"}, "kept"));
  for (const position stale : {position{0}, position{1}, position{3}, ~position{0}}) {
    expect(t, conflicted{2}, append_to(store, stale, {"lost", "lost"}, "lost"));
    expect_head(t, store, 2, "kept");
  }
  expect_log(t, store, {"one", "two"});
}

inline void exact_bytes(trial& t, event_store& store) {
  using namespace std::string_literals;
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  std::string large(std::size_t{1} << 20, 'x');
  for (std::size_t i = 0; i < large.size(); i += 7) large[i] = static_cast<char>(i * 31 % 251);
  const std::vector<std::string> records = {R"({"version":1,"name":"O'Brien \"quoted\" \u0000"})",
                                            ""s,
                                            "\0"s,
                                            "nul\0inside"s,
                                            "nul at the end\0"s,
                                            "\xff\xfe\xc0\x80 not UTF-8"s,
                                            "\xed\xa0\x80 a surrogate"s,
                                            "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x94\x92 UTF-8"s,
                                            "\xef\xbb\xbf byte order mark"s,
                                            "e\xcc\x81 decomposed"s,
                                            "1"s,
                                            "1.0"s,
                                            "1e5"s,
                                            " 007 "s,
                                            "NULL"s,
                                            "line\r\nline\n\ttab  "s,
                                            every_byte,
                                            large};
  expect(t, appended{records.size()}, append_to(store, 0, records));
  expect_log(t, store, records);
}

inline void copies_batch(trial& t, event_store& store) {
  std::string record = "as it was", head = "head as it was";
  const record_bytes view = record;
  expect(t, appended{1}, store.append(0, {std::span(&view, 1), std::as_bytes(std::span(head))}));
  record.assign(record.size(), '!');
  head.assign(head.size(), '!');
  expect_head(t, store, 1, "head as it was");
  expect_log(t, store, {"as it was"});
}

inline void many_batches(trial& t, event_store& store) {
  std::vector<std::string> all;
  for (position last = 0; last < 300; ++last) {
    all.push_back("record " + std::to_string(last + 1));
    if (!expect(t, appended{last + 1}, append_to(store, last, {all.back()}))) return;
  }
  expect_head(t, store, 300);
  expect_log(t, store, all);
}

inline void large_batch(trial& t, event_store& store) {
  std::vector<std::string> records;
  for (std::size_t i = 0; i < 5000; ++i) records.push_back(std::to_string(i) + std::string(i % 1000, 'r'));
  expect(t, appended{5000}, append_to(store, 0, records));
  expect_head(t, store, 5000);
  expect_log(t, store, records);
}

inline void usable_after_error(trial& t, event_store& store) {
  expect(t, appended{1}, append_to(store, 0, {"before"}));
  expect(t, conflicted{1}, append_to(store, 0, {"stale"}));
  std::vector<std::string> log = {"before"};
  if (t.fail_next_append()) {
    const auto result = append_to(store, 1, {"broken", "broken"}, "broken");
    t.check(std::holds_alternative<failure>(result) || std::holds_alternative<outcome_unknown>(result),
            "an append that was made to fail answered: " + describe(result));
    const auto head = store.head();
    if (!t.check(head.has_value(), "head after a failure: " + (head ? "" : head.error().what))) return;
    const bool may_be_there = std::holds_alternative<outcome_unknown>(result);
    if (may_be_there && head->last == 3) log.insert(log.end(), {"broken", "broken"});
    expect_head(t, store, log.size(), log.size() == 3 ? "broken" : "h");
  }
  expect_log(t, store, log);
  log.push_back("after");
  expect(t, appended{log.size()}, append_to(store, log.size() - 1, {"after"}));
  expect_head(t, store, log.size());
  expect_log(t, store, log);
}

}  // namespace charter::inline v0::testing::contract
