// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/engine.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "charter/access/effective.hpp"
#include "charter/access/explain.hpp"
#include "charter/codec/command_json.hpp"
#include "opening.hpp"
#include "writer.hpp"

namespace charter::inline v0 {

struct engine::parts {
  parts(std::unique_ptr<event_store> store, engine_options options)
      : log(std::move(store), std::move(options)) {}
  writer log;

  tl::expected<receipt, rejection> execute(const context& with, const command& what,
                                           const transaction_body* also) {
    commit_request mine{with, what, with.id ? sha256_hex(write_payload(what)) : std::string(), also};
    auto answer = log.execute(mine);
    const auto& on_refused = log.options().on_refused;
    if (!answer && answer.error().as_refusal() && on_refused)
      on_refused({with, what, *answer.error().as_refusal()});
    return answer;
  }

  /// What the index does not say; it may remember the answer for the next time.
  decision judge(const realm& now, const question& q) {
    if (log.published().index().check(q).how == check_index::outcome::to_learn) log.published().learn(now, q);
    return effective(now, q);
  }
};

engine::engine(std::unique_ptr<parts> made) : parts_(std::move(made)) {}
engine::engine(engine&&) noexcept = default;
engine& engine::operator=(engine&&) noexcept = default;
engine::~engine() = default;

tl::expected<engine, failure> engine::open(std::unique_ptr<event_store> store, engine_options options) {
  auto made = std::make_unique<parts>(std::move(store), std::move(options));
  if (auto fault = made->log.open()) return tl::unexpected(std::move(*fault));
  return engine(std::move(made));
}

tl::expected<receipt, rejection> engine::execute(const context& with, const command& what) {
  return parts_->execute(with, what, nullptr);
}

tl::expected<receipt, rejection> engine::execute_in_transaction(const context& with, const command& what,
                                                                const transaction_body& body) {
  if (!parts_->log.store().transactions())
    return tl::unexpected(
        rejection(failure{failure_kind::unavailable,
                          "this store has no transactions to share; write your rows by an observer"}));
  return parts_->execute(with, what, &body);
}

decision engine::check(const question& q) const noexcept {
  const auto found = parts_->log.published().index().check(q);
  if (found.how == check_index::outcome::answered) return found.answer;
  return parts_->log.published().committed().look([&](const realm& it) { return parts_->judge(it, q); });
}

void engine::check_batch(std::span<const question> questions, std::span<decision> answers) const noexcept {
  if (parts_->log.published().index().check(questions, answers)) return;
  parts_->log.published().committed().look([&](const realm& it) {
    for (std::size_t i = 0; i < questions.size(); ++i) answers[i] = parts_->judge(it, questions[i]);
  });
}

explanation engine::explain(const question& q) const {
  return parts_->log.published().committed().look([&](const realm& it) { return charter::explain(it, q); });
}

view engine::now() const { return view(parts_->log.published().committed().copy()); }

tl::expected<view, failure> engine::as_of(position at) const {
  if (const auto head = now().at_position(); at > head)
    return tl::unexpected(
        failure{failure_kind::behind, "the log has been read to " + std::to_string(head) +
                                          " only; refresh, or ask for an earlier position"});
  const auto hash = make_sha256_hasher();
  auto then = read_realm(parts_->log.store(), at, *hash, parts_->log.options().on_warning);
  if (!then) return tl::unexpected(std::move(then.error()));
  return view(std::move(then->world));
}

tl::expected<view, failure> engine::view_at_least(position at, std::chrono::milliseconds timeout) const {
  using std::chrono::steady_clock;
  const auto end = steady_clock::now() + std::min<std::chrono::milliseconds>(timeout, std::chrono::hours{24});
  for (;;) {
    auto seen = now();
    if (seen.at_position() >= at) return seen;
    const auto reached = parts_->log.refresh();
    if (!reached) return tl::unexpected(reached.error());
    if (*reached >= at) continue;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - steady_clock::now());
    if (left.count() <= 0)
      return tl::unexpected(failure{failure_kind::behind,
                                    "the log has been read to " + std::to_string(*reached) + ", not to " +
                                        std::to_string(at) + "; wait longer, or ask the host that wrote it"});
    if (auto grown = parts_->log.store().wait(*reached, left); !grown)
      return tl::unexpected(std::move(grown.error()));
  }
}

tl::expected<position, failure> engine::save_snapshot() const { return parts_->log.save_snapshot(); }

tl::expected<position, failure> engine::refresh() { return parts_->log.refresh(); }

tl::expected<void, failure> engine::follow(std::stop_token stop) {
  while (!stop.stop_requested()) {
    const auto reached = parts_->log.refresh();
    if (!reached) return tl::unexpected(reached.error());
    if (auto grown = parts_->log.store().wait(*reached, std::chrono::milliseconds{100}); !grown)
      return tl::unexpected(std::move(grown.error()));
  }
  return {};
}

subscription engine::observe(position after, std::function<void(const record&)> sink) {
  return subscription(parts_->log.published().observe(after, std::move(sink)));
}

void engine::look_at(const std::function<void(const realm&)>& look) const {
  parts_->log.published().committed().look(look);
}

}  // namespace charter::inline v0
