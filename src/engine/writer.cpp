// SPDX-License-Identifier: Apache-2.0
/// From a decided batch to the log, and from the log to all who look at it; `writer_opening.cpp` has the
/// beginning.
#include "writer.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>
#include <variant>

#include "charter/audit/batch_head.hpp"

namespace charter::inline v0 {

namespace {

using answer = tl::expected<receipt, rejection>;

answer no(failure why) { return tl::unexpected(rejection(std::move(why))); }

/// Who was refused stays refused.
void answer_rest(std::span<commit_request* const> all, const failure& why) {
  for (auto* each : all)
    if (!each->answer) each->answer = no(why);
}

}  // namespace

writer::writer(std::unique_ptr<event_store> store, engine_options options)
    : store_(std::move(store)), options_(std::move(options)) {
  if (!options_.clock)
    options_.clock = [] { return std::chrono::floor<duration>(std::chrono::system_clock::now()); };
}

answer writer::execute(commit_request& mine) {
  callers_.submit(mine, mine.also != nullptr);
  if (mine.thrown) std::rethrow_exception(mine.thrown);
  if (mine.answer) return std::move(*mine.answer);
  return no(
      {failure_kind::outcome_unknown,
       "memory ran out, or the host's clock or an observer threw; look whether the command took effect"});
}

bool writer::write(batch& it, std::span<request* const> all, bool is_last_try) noexcept {
  const std::lock_guard turn(turn_);
  try {
    return try_write(it, all, is_last_try);
  } catch (...) {
    // Out of memory, or thrown by a sink. Nothing here may need memory: who has no answer is told so on a
    // thread of its own. Whether the append happened the log knows; the next one finds its end elsewhere and
    // reads on.
    ++generation_;
    return true;
  }
}

bool writer::try_write(batch& it, std::span<request* const> all, bool is_last_try) {
  if (it.generation == generation_ && append(it, all)) return true;
  if (is_last_try)
    answer_rest(all,
                {failure_kind::unavailable, "other engines kept appending first; try the command again"});
  return is_last_try;
}

/// False if other engines appended first and everything is to be decided again.
bool writer::append(batch& it, std::span<request* const> all) {
  if (!it.world) throw std::bad_alloc();
  if (it.records.empty()) return repeat_receipts(it), true;
  auto tree = tree_;
  batch_head head;
  for (const auto& leaf : it.leaves) {
    head.marks.push_back(batch_head::mark_of(leaf));
    tree.push(leaf, *hash_);
  }
  head.root = tree.root(*hash_);
  const std::vector<record_bytes> bytes(it.texts.begin(), it.texts.end());
  // Whatever needs memory is made before the append: what is in the log then is also seen and answered.
  const auto told = prepare(it.records);
  const auto outcome = append({bytes, write_batch_head(head)}, *all.front());

  if (std::holds_alternative<appended>(outcome)) {
    tree_ = std::move(tree);
    for (auto& each : it.accepted) each.by->answer = std::move(each.made);
    publish(it.records, *it.world, told);
    repeat_receipts(it);
    return true;
  }
  ++generation_;
  std::optional<failure> fault;
  if (const auto* failed = std::get_if<failure>(&outcome))
    fault = *failed;
  else if (const auto* lost = std::get_if<outcome_unknown>(&outcome))
    fault = settle(it, lost->what);
  else
    fault = catch_up();
  if (!fault) return false;
  repeat_receipts(it);
  answer_rest(all, *fault);
  return true;
}

event_store::append_result writer::append(const record_batch& what, request& first) {
  if (!first.also) return store_->append(tree_.size(), what);
  const auto body = [&](open_transaction& it) -> tl::expected<void, std::string> {
    try {
      return (*first.also)(it);
    } catch (...) {
      first.thrown = std::current_exception();
      return tl::unexpected<std::string>("the host's part of the transaction threw");
    }
  };
  return store_->transactions()->append_with(tree_.size(), what, body);
}

/// Known command ids: the first receipts, as far as they are in the log.
void writer::repeat_receipts(const batch& it) {
  for (const auto& each : it.repeated) {
    if (each.first > tree_.size()) continue;
    const auto found = read_append(*store_, each.first);
    each.by->answer = found ? answer(make_receipt(*found)) : no(found.error());
  }
}

/// Brings the realm up to the store.
std::optional<failure> writer::catch_up(std::vector<record>* kept) {
  const auto end = store_->head();
  if (!end) return end.error();
  const auto known = tree_.size();
  if (end->last < known)
    return corrupt_at(known,
                      "the log ends at " + std::to_string(end->last) + " although this record was there");
  if (end->last == known) return {};
  replayed next{committed_.copy(), tree_};
  std::vector<record> news;
  if (auto fault = read_into(*store_, next, end->last, *hash_, &news)) return fault;
  if (auto fault = check_head(next, *end, *hash_)) return fault;
  if (kept) *kept = news;
  const auto told = prepare(news);
  ++generation_;
  tree_ = std::move(next.tree);
  publish(news, next.world, told);
  return {};
}

/// After a lost connection: answers those whose batch is in the log after all, as its origin shows. What to
/// tell the others.
failure writer::settle(batch& lost, const std::string& what) {
  std::vector<record> news;
  if (const auto fault = catch_up(&news))
    return {failure_kind::outcome_unknown, what + "; and then: " + fault->what};
  const auto& origin = lost.records.back().origin;
  if (std::any_of(news.begin(), news.end(), [&](const record& each) { return each.origin == origin; }))
    for (auto& each : lost.accepted) each.by->answer = std::move(each.made);
  return {failure_kind::unavailable, what + "; nothing was written, try again"};
}

/// All that publishing will need memory for. Answers what observers are to be told.
std::vector<record> writer::prepare(const std::vector<record>& news) {
  committed_.make_room(news.size());
  return observers_.any() ? news : std::vector<record>();
}

/// Throws only what a sink throws, and then everything else is done.
void writer::publish(std::vector<record>& news, const realm& there, std::span<const record> told) {
  change_index([&] { index_.update(there, news); });
  committed_.publish(news, there);
  observers_.tell(told, tree_.size());
}

void writer::learn(const realm& now, const question& q) noexcept {
  change_index([&] { index_.learn(now, q); });
}

tl::expected<position, failure> writer::refresh() {
  const std::lock_guard turn(turn_);
  if (auto fault = catch_up()) return tl::unexpected(std::move(*fault));
  observers_.tell({}, tree_.size());
  return tree_.size();
}

std::shared_ptr<void> writer::observe(position after, std::function<void(const record&)> sink) {
  const std::lock_guard turn(turn_);
  return observers_.add(after, tree_.size(), std::move(sink));
}

}  // namespace charter::inline v0
