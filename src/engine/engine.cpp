// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/engine.hpp"

#include <utility>

#include "charter/access/effective.hpp"
#include "charter/access/explain.hpp"
#include "charter/codec/command_json.hpp"
#include "group_commit.hpp"
#include "writer.hpp"

namespace charter::inline v0 {

struct engine::parts {
  parts(std::unique_ptr<event_store> store, engine_options options)
      : log(std::move(store), std::move(options)) {}
  writer log;
  group_commit<commit_request> callers;
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
  commit_request mine{with, what, with.id ? sha256_hex(write_payload(what)) : std::string()};
  parts_->callers.submit(mine, [&](std::span<commit_request* const> all) { parts_->log.commit(all); });
  const auto& on_refused = parts_->log.options().on_refused;
  if (!*mine.answer && mine.answer->error().as_refusal() && on_refused)
    on_refused({with, what, *mine.answer->error().as_refusal()});
  return std::move(*mine.answer);
}

decision engine::check(const question& q) const noexcept {
  return parts_->log.committed().look([&](const realm& it) -> decision { return effective(it, q); });
}

void engine::check_batch(std::span<const question> questions, std::span<decision> answers) const noexcept {
  parts_->log.committed().look([&](const realm& it) {
    for (std::size_t i = 0; i < questions.size(); ++i) answers[i] = effective(it, questions[i]);
  });
}

explanation engine::explain(const question& q) const {
  return parts_->log.committed().look([&](const realm& it) { return charter::explain(it, q); });
}

view engine::now() const { return view(parts_->log.committed().copy()); }

tl::expected<view, failure> engine::as_of(position at) const {
  if (const auto head = now().at_position(); at > head)
    return tl::unexpected(
        failure{failure_kind::behind, "the log has been read to " + std::to_string(head) +
                                          " only; refresh, or ask for an earlier position"});
  replayed then;
  const auto hash = make_sha256_hasher();
  if (auto fault = read_into(parts_->log.store(), then, at, *hash)) return tl::unexpected(std::move(*fault));
  return view(std::move(then.world));
}

tl::expected<position, failure> engine::refresh() { return parts_->log.refresh(); }

subscription engine::observe(position after, std::function<void(const record&)> sink) {
  return subscription(parts_->log.observe(after, std::move(sink)));
}

void engine::look_at(const std::function<void(const realm&)>& look) const {
  parts_->log.committed().look(look);
}

}  // namespace charter::inline v0
