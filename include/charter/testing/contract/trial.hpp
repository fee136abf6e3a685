// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a case of the storage contract works with: handles on one new log, and checks that remember.

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "charter/store/event_store.hpp"

namespace charter::inline v0::testing {

/// What an adapter's author supplies: one log, new and empty.
class store_subject {
 public:
  virtual ~store_subject() = default;

  /// A handle on the log. The first call finds it empty; one made while handles are open gives another; one
  /// made after all have closed opens it again.
  virtual tl::expected<std::unique_ptr<event_store>, failure> open() = 0;

  /// Makes the next append fail as storage fails (a full disk, a dead connection), and only that one. Answers
  /// false where the adapter cannot be made to.
  virtual bool fail_next_append() { return false; }
};

/// Makes a new subject; called once a case.
using subject_factory = std::function<std::unique_ptr<store_subject>()>;

/// Threads: one, except that different handles may be used by different threads.
class trial {
 public:
  explicit trial(store_subject& subject) : subject_(subject) {}

  /// Another handle, kept until close(); a failed check and nullptr when there is none.
  event_store* open() {
    auto opened = subject_.open();
    if (!opened) return check(false, "open: " + opened.error().what), nullptr;
    handles_.push_back(std::move(*opened));
    return handles_.back().get();
  }
  void close() { handles_.clear(); }
  bool fail_next_append() { return subject_.fail_next_append(); }

  bool check(bool holds, std::string_view expectation) {
    ++checks_;
    if (holds) return true;
    if (failures_.size() < 2000) failures_.append(failures_.empty() ? "" : "; ").append(expectation);
    return false;
  }

  bool equal(std::string_view what, position expected, position got) {
    return check(expected == got, std::string(what) + ": expected " + std::to_string(expected) + ", got " +
                                      std::to_string(got));
  }

  bool equal(std::string_view what, std::string_view expected, std::string_view got) {
    return check(expected == got, std::string(what) + ": expected " + show(expected) + ", got " + show(got));
  }

  std::size_t checks() const { return checks_; }
  const std::string& failures() const { return failures_; }

 private:
  static std::string show(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\"";
    for (const char c : bytes.substr(0, 40)) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x20 && byte < 0x7f)
        text += c;
      else
        text.append("\\x").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return text + "\" (" + std::to_string(bytes.size()) + " bytes)";
  }

  store_subject& subject_;
  std::vector<std::unique_ptr<event_store>> handles_;
  std::size_t checks_ = 0;
  std::string failures_;
};

/// Appends `records` behind `expected_head`.
inline event_store::append_result append_to(event_store& store, position expected_head,
                                            const std::vector<std::string>& records,
                                            std::string_view head = "h") {
  const std::vector<record_bytes> views(records.begin(), records.end());
  return store.append(expected_head, {views, std::as_bytes(std::span(head))});
}

/// What an append answered, in words for a report.
inline std::string describe(const event_store::append_result& result) {
  if (const auto* it = std::get_if<appended>(&result)) return "appended " + std::to_string(it->last);
  if (const auto* it = std::get_if<conflicted>(&result)) return "conflicted at " + std::to_string(it->last);
  if (const auto* it = std::get_if<outcome_unknown>(&result)) return "outcome unknown: " + it->what;
  return "failure: " + std::get<failure>(result).what;
}

/// Checks that the result is `expected`.
inline bool expect(trial& t, event_store::append_result expected, const event_store::append_result& got) {
  return t.equal("append", describe(expected), describe(got));
}

/// Checks where the log ends and with which head bytes.
inline bool expect_head(trial& t, event_store& store, position last, std::string_view bytes = "h") {
  const auto head = store.head();
  if (!t.check(head.has_value(), "head: " + (head ? "" : head.error().what))) return false;
  const std::string_view got(reinterpret_cast<const char*>(head->bytes.data()), head->bytes.size());
  return t.equal("head", last, head->last) && t.equal("head bytes", bytes, got);
}

/// The records after `after`. Checks that their positions follow without a gap and that the answer is the
/// last.
inline std::vector<std::string> records_after(trial& t, event_store& store, position after,
                                              std::size_t limit = static_cast<std::size_t>(-1)) {
  std::vector<std::string> records;
  auto at = after;
  bool contiguous = true;
  const auto answer = store.read(after, limit, [&](position here, record_bytes record) {
    contiguous = contiguous && here == at + 1;
    at = here;
    records.emplace_back(record);
    return true;
  });
  t.check(contiguous, "read: positions must follow one another");
  if (t.check(answer.has_value(), "read: " + (answer ? "" : answer.error().what)))
    t.equal("read's answer", at, *answer);
  return records;
}

/// Checks that the whole log is `expected`.
inline bool expect_log(trial& t, event_store& store, const std::vector<std::string>& expected) {
  const auto got = records_after(t, store, 0);
  bool same = t.equal("records in the log", position{expected.size()}, position{got.size()});
  for (std::size_t i = 0; same && i < got.size(); ++i)
    same = t.equal("record " + std::to_string(i + 1), expected[i], got[i]);
  return same;
}

}  // namespace charter::inline v0::testing
