// SPDX-License-Identifier: Apache-2.0
#include "decider.hpp"

#include <algorithm>
#include <new>
#include <random>
#include <string_view>
#include <utility>

#include "charter/codec/json_tokens.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/record/advance_realm.hpp"
#include "charter/record/fold.hpp"
#include "make_receipt.hpp"

namespace charter::inline v0 {

namespace {

std::string random_instance() {
  std::random_device device;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 16; ++i) out += digits[device() & 15U];
  return out;
}

}  // namespace

decider::decider(const engine_options& options, const committed_realm& committed,
                 const std::atomic<std::uint64_t>& generation)
    : options_(options), committed_(committed), generation_(generation), instance_(random_instance()) {}

void decider::decide(commit_batch& into, const commit_batch* before,
                     std::span<commit_request* const> news) noexcept {
  if (into.records.capacity() == 0) {
    const std::lock_guard lock(spare_turn_);
    static_cast<commit_lists&>(into) = std::exchange(spare_, {});
  }
  for (auto* each : news) {
    const auto records = into.records.size();
    try {
      if (!stand(into, before)) return;
      judge(*each, into);
    } catch (...) {
      into.cut_records(records);
      into.world.reset();
    }
  }
  try {
    stand(into, before);
  } catch (const std::bad_alloc&) {
  }
}

/// Gives the batch its realm. False if the log has moved on from under what was decided: then it will have to
/// be decided again. Fails: bad_alloc.
bool decider::stand(commit_batch& it, const commit_batch* before) {
  if (it.world) return true;
  std::unique_ptr<realm> made;
  const bool is_begun = it.generation.has_value();
  if (before) {
    if (!before->world) throw std::bad_alloc();
    made = std::make_unique<realm>(*before->world);
    it.generation = before->generation;
  } else if (!is_begun && idle_ && idle_generation_ == generation_) {
    made = std::move(idle_);
    it.generation = idle_generation_;
  } else {
    if (!is_begun) it.generation = generation_;
    made = std::make_unique<realm>(committed_.copy());
    if (is_begun && generation_ != it.generation) return false;
  }
  for (const auto& each : it.records) fold(*made, each);
  it.world = std::move(made);
  return true;
}

void decider::judge(commit_request& asked, commit_batch& into) {
  const auto clock = options_.clock();
  const auto at = asked.with.at.value_or(std::max(clock, into.world->now));
  const decision_context with{asked.with.as, at, std::max(clock, asked.with.at ? clock : at), asked.with.id,
                              asked.digest};
  auto done = advance_realm(*into.world, with, asked.what);
  if (!done) {
    asked.answer = tl::unexpected(rejection(std::move(done.error().why)));
    if (done.error().changed) into.world.reset();
  } else if (done->repeats != 0) {
    into.repeated.push_back({&asked, done->repeats});
  } else {
    write_down(asked, *done, into);
  }
}

void decider::write_down(commit_request& asked, decided& what, commit_batch& into) {
  const auto from = into.records.size(), size = what.drafts.size();
  ++counter_;
  auto next = into.world->head - size;
  bool is_too_large = false;
  for (auto& each : what.drafts) {
    auto& made = into.records.emplace_back();
    made.at_position = ++next;
    made.at = each.at;
    made.by = each.by;
    made.origin.reserve(instance_.size() + 21);
    made.origin.append(instance_) += '-';
    append_json_number(made.origin, counter_);
    made.command = std::move(each.command);
    made.warnings = std::move(each.warnings);
    made.events = std::move(each.events);
    if (next == into.world->head && asked.with.id) {
      made.command_id = asked.with.id;
      made.digest = asked.digest;
    }
    append_record(into.texts, made);
    into.ends.push_back(into.texts.size());
    const auto text = into.text(into.ends.size() - 1);
    into.leaves.push_back(hash_->leaf(text));
    is_too_large = is_too_large || text.size() > max_record_bytes;
  }
  if (!is_too_large)
    return into.accepted.push_back({&asked, make_receipt(std::span(into.records).subspan(from))});
  asked.answer =
      tl::unexpected(rejection(refuse("too_large", "The record would exceed 1 MiB; send less at once.")));
  into.cut_records(from);
  into.world.reset();
}

void decider::leave(commit_batch& done) noexcept {
  idle_ = std::move(done.world);
  idle_generation_ = done.generation;
}

void decider::reuse(commit_lists& done) noexcept {
  done.clear();
  if (done.texts.capacity() > most_kept) return;
  const std::lock_guard lock(spare_turn_);
  spare_ = std::move(done);
}

void decider::forget(commit_batch& it, std::span<commit_request* const> all) noexcept {
  it = {};
  for (auto* each : all) each->answer.reset();
}

}  // namespace charter::inline v0
