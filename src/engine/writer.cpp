// SPDX-License-Identifier: Apache-2.0
/// From a decided batch to the log; `writer_opening.cpp` has the beginning.
#include "writer.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>
#include <variant>

#include "charter/audit/batch_head.hpp"
#include "make_receipt.hpp"

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
  if (it.records.empty()) return it.end = tree_.size(), true;
  next_tree_ = tree_;
  batch_head head;
  head.marks.reserve(it.leaves.size());
  for (const auto& leaf : it.leaves) {
    head.marks.push_back(batch_head::mark_of(leaf));
    next_tree_.push(leaf, *hash_);
  }
  head.root = next_tree_.root(*hash_);
  bytes_.clear();
  for (std::size_t i = 0; i < it.records.size(); ++i) bytes_.push_back(it.text(i));
  // Whatever needs memory is made before the append: what is in the log then is also seen and answered.
  it.told = publisher_.prepare(it.records);
  const auto outcome = append({bytes_, write_batch_head(head)}, *all.front());

  if (std::holds_alternative<appended>(outcome)) {
    std::swap(tree_, next_tree_);
    it.end = tree_.size();
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
  repeat_receipts(it, tree_.size());
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

void writer::publish(batch& it) noexcept {
  if (!it.end) return;
  for (auto& each : it.accepted) each.by->answer = std::move(each.made);
  try {
    if (!it.records.empty()) publisher_.publish(it.records, *it.world, it.told, *it.end);
  } catch (...) {  // by a sink: the others were shown all
  }
  try {
    repeat_receipts(it, *it.end);
  } catch (const std::bad_alloc&) {  // who has no answer is told so on a thread of its own
  }
  decider_.reuse(it);
}

/// Known command ids: the first receipts, as far as they are in the log.
void writer::repeat_receipts(const batch& it, position end) {
  for (const auto& each : it.repeated) {
    if (each.first > end) continue;
    const auto found = read_append(*store_, each.first);
    each.by->answer = found ? answer(make_receipt(*found)) : no(found.error());
  }
}

/// Brings the realm up to the store.
std::optional<failure> writer::catch_up(std::vector<record>* kept) {
  const auto end = store_->head();
  if (!end) return end.error();
  const auto known = tree_.size();
  publisher_.await(known);
  if (end->last < known)
    return corrupt_at(known,
                      "the log ends at " + std::to_string(end->last) + " although this record was there");
  if (end->last == known) return {};
  replayed next{publisher_.committed().copy(), tree_};
  std::vector<record> news;
  if (auto fault = read_into(*store_, next, end->last, *hash_, &news)) return fault;
  if (auto fault = check_head(next, *end, *hash_)) return fault;
  if (kept) *kept = news;
  const auto told = publisher_.prepare(news);
  ++generation_;
  tree_ = std::move(next.tree);
  publisher_.publish(news, next.world, told, tree_.size());
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

tl::expected<position, failure> writer::refresh() {
  const std::lock_guard turn(turn_);
  if (auto fault = catch_up()) return tl::unexpected(std::move(*fault));
  publisher_.tell_the_rest();
  return tree_.size();
}

}  // namespace charter::inline v0
