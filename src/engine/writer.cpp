// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <utility>
#include <variant>

#include "charter/audit/batch_head.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/command/decide.hpp"
#include "charter/record/fold.hpp"

namespace charter::inline v0 {

namespace {

/// How often commands are decided again when other engines keep appending first.
constexpr int max_attempts = 16;

std::string random_instance() {
  std::random_device device;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 16; ++i) out += digits[device() & 15U];
  return out;
}

receipt make_receipt(std::span<const record> written) {
  const auto& own = written.back();
  receipt out{own.at_position, own.at, own.command, own.warnings, {}};
  for (const auto& each : written)
    out.events.insert(out.events.end(), each.events.begin(), each.events.end());
  return out;
}

tl::expected<receipt, rejection> no(rejection why) { return tl::unexpected(std::move(why)); }

}  // namespace

tl::expected<receipt, rejection> take_answer(commit_request& from) {
  if (from.answer) return std::move(*from.answer);
  return no(failure{failure_kind::outcome_unknown,
                    "memory ran out, or the host's clock or an observer threw; look whether the command took "
                    "effect"});
}

/// What the requests of one append came to so far.
struct writer::batch {
  struct accepted_request {
    commit_request* asked;
    std::size_t from, size;  ///< its records; for a repeated command those of the first
  };
  std::vector<record> records;
  std::vector<std::string> texts;
  std::vector<accepted_request> accepted;

  std::span<const record> records_of(const accepted_request& it) const {
    return std::span(records).subspan(it.from, it.size);
  }
};

writer::writer(std::unique_ptr<event_store> store, engine_options options)
    : store_(std::move(store)), options_(std::move(options)), instance_(random_instance()) {
  if (!options_.clock)
    options_.clock = [] { return std::chrono::floor<duration>(std::chrono::system_clock::now()); };
}

void writer::commit(std::span<commit_request* const> all) {
  const std::lock_guard turn(turn_);
  commit_in_turn(all);
}

void writer::commit_in_turn(std::span<commit_request* const> all) {
  const auto answer_rest = [&](const failure& why) {
    for (auto* each : all)
      if (!each->answer) each->answer = no(why);
  };
  try {
    mend();
    for (int attempt = 0; attempt < max_attempts; ++attempt)
      if (try_commit(all)) return;
    answer_rest({failure_kind::unavailable, "other engines kept appending first; try the command again"});
  } catch (...) {
    // Out of memory, or thrown by the host's clock or a sink. Nothing here may need memory: who has no answer
    // makes one in take_answer. Whether the append happened the log knows; the next one finds its end
    // elsewhere and reads on.
    is_torn_ = true;
  }
}

void writer::mend() {
  if (is_torn_) ahead_.world = committed_.copy();
  is_torn_ = false;
}

/// False if other engines appended first and everything is to be decided again.
bool writer::try_commit(std::span<commit_request* const> all) {
  batch out;
  for (auto* each : all) judge(*each, out);
  if (out.records.empty()) return true;

  auto tree = ahead_.tree;
  batch_head head;
  for (const auto& each : out.texts) {
    const auto leaf = hash_->leaf(each);
    head.marks.push_back(batch_head::mark_of(leaf));
    tree.push(leaf, *hash_);
  }
  head.root = tree.root(*hash_);
  const std::vector<record_bytes> bytes(out.texts.begin(), out.texts.end());
  // Whatever needs memory is made before the append: what is in the log then is also seen and answered.
  std::vector<receipt> receipts;
  for (const auto& each : out.accepted) receipts.push_back(make_receipt(out.records_of(each)));
  const auto told = prepare(out.records);
  const auto outcome = append({bytes, write_batch_head(head)}, *all.front());

  if (std::holds_alternative<appended>(outcome)) {
    ahead_.tree = std::move(tree);
    for (std::size_t i = 0; i < receipts.size(); ++i) out.accepted[i].asked->answer = std::move(receipts[i]);
    publish(std::move(out.records), told);
    return true;
  }
  go_back({});
  if (const auto* lost = std::get_if<outcome_unknown>(&outcome)) {
    settle(out, lost->what);
    return true;
  }
  std::optional<failure> fault;
  if (const auto* failed = std::get_if<failure>(&outcome))
    fault = *failed;
  else
    fault = catch_up();
  for (auto* each : all)
    if (!fault)
      each->answer.reset();
    else if (!each->answer)
      each->answer = no(*fault);
  return fault.has_value();
}

event_store::append_result writer::append(const record_batch& what, commit_request& first) {
  if (!first.also) return store_->append(ahead_.tree.size(), what);
  const auto body = [&](open_transaction& it) -> tl::expected<void, std::string> {
    try {
      return (*first.also)(it);
    } catch (...) {
      first.thrown = std::current_exception();
      return tl::unexpected<std::string>("the host's part of the transaction threw");
    }
  };
  return store_->transactions()->append_with(ahead_.tree.size(), what, body);
}

void writer::judge(commit_request& asked, batch& out) {
  const auto clock = options_.clock();
  const auto at = asked.with.at.value_or(std::max(clock, ahead_.world.now));
  const decision_context with{asked.with.as, at, std::max(clock, asked.with.at ? clock : at), asked.with.id,
                              asked.digest};
  auto done = advance(ahead_.world, with, asked.what);
  if (!done) {
    asked.answer = no(std::move(done.error().why));
    if (done.error().changed) go_back(out);
    return;
  }
  if (done->repeats != 0) return repeat(asked, out, done->repeats);

  const auto from = out.records.size(), size = done->drafts.size();
  const auto origin = instance_ + "-" + std::to_string(++counter_);
  for (auto& each : done->drafts) {
    record made{ahead_.world.head - size + 1 + (out.records.size() - from),
                each.at,
                each.by,
                origin,
                std::move(each.command),
                {},
                {},
                std::move(each.warnings),
                std::move(each.events)};
    if (out.records.size() - from + 1 == size && asked.with.id) {
      made.command_id = asked.with.id;
      made.digest = asked.digest;
    }
    out.texts.push_back(write_record(made));
    out.records.push_back(std::move(made));
  }
  const auto is_too_large = [](const std::string& text) { return text.size() > max_record_bytes; };
  if (std::any_of(out.texts.begin() + static_cast<std::ptrdiff_t>(from), out.texts.end(), is_too_large)) {
    asked.answer = no(refuse("too_large", "The record would exceed 1 MiB; send less at once."));
    out.records.resize(from);
    out.texts.resize(from);
    return go_back(out);
  }
  out.accepted.push_back({&asked, from, size});
}

/// A known command id: the first receipt, from the log or from this very batch.
void writer::repeat(commit_request& asked, batch& out, position first) {
  if (first > ahead_.tree.size()) {
    for (const auto& each : out.accepted)
      if (out.records_of(each).back().at_position == first)
        return out.accepted.push_back({&asked, each.from, each.size});
  }
  const auto found = read_append(*store_, first);
  asked.answer = found ? tl::expected<receipt, rejection>(make_receipt(*found)) : no(found.error());
}

/// To the realm of the log and the records that this batch has accepted. Cost: O(batch).
void writer::go_back(const batch& kept) {
  ahead_.world = committed_.copy();
  for (const auto& each : kept.records) fold(ahead_.world, each);
}

/// Brings the realm up to the store. REQUIRES: it is where the log was read to.
std::optional<failure> writer::catch_up(std::vector<record>* kept) {
  const auto end = store_->head();
  if (!end) return end.error();
  const auto known = ahead_.tree.size();
  if (end->last < known)
    return corrupt_at(known,
                      "the log ends at " + std::to_string(end->last) + " although this record was there");
  if (end->last == known) return {};
  auto next = ahead_;
  std::vector<record> news;
  if (auto fault = read_into(*store_, next, end->last, *hash_, &news)) return fault;
  if (auto fault = check_head(next, *end, *hash_)) return fault;
  if (kept) *kept = news;
  const auto told = prepare(news);
  ahead_ = std::move(next);
  publish(std::move(news), told);
  return {};
}

/// After a lost connection: whether the batch is in the log after all, by its origin.
void writer::settle(const batch& lost, const std::string& what) {
  std::vector<record> news;
  const auto fault = catch_up(&news);
  const auto& origin = lost.records.back().origin;
  const bool is_there =
      std::any_of(news.begin(), news.end(), [&](const record& each) { return each.origin == origin; });
  for (const auto& each : lost.accepted) {
    if (fault)
      each.asked->answer = no(failure{failure_kind::outcome_unknown, what + "; and then: " + fault->what});
    else if (is_there)
      each.asked->answer = make_receipt(lost.records_of(each));
    else
      each.asked->answer = no(failure{failure_kind::unavailable, what + "; nothing was written, try again"});
  }
}

/// All that publishing will need memory for. Answers what observers are to be told.
std::vector<record> writer::prepare(const std::vector<record>& news) {
  committed_.make_room(news.size());
  return observers_.any() ? news : std::vector<record>();
}

/// Throws only what a sink throws, and then everything else is done.
void writer::publish(std::vector<record> news, std::span<const record> told) {
  change_index([&] { index_.update(ahead_.world, news); });
  committed_.publish(std::move(news), ahead_.world);
  observers_.tell(told, ahead_.tree.size());
}

void writer::learn(const realm& now, const question& q) noexcept {
  change_index([&] { index_.learn(now, q); });
}

tl::expected<position, failure> writer::refresh() {
  const std::lock_guard turn(turn_);
  mend();
  if (auto fault = catch_up()) return tl::unexpected(std::move(*fault));
  observers_.tell({}, ahead_.tree.size());
  return ahead_.tree.size();
}

std::shared_ptr<void> writer::observe(position after, std::function<void(const record&)> sink) {
  const std::lock_guard turn(turn_);
  return observers_.add(after, ahead_.tree.size(), std::move(sink));
}

}  // namespace charter::inline v0
