// SPDX-License-Identifier: Apache-2.0
#include "stage.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <string_view>

#include "charter/codec/command_json.hpp"
#include "charter/codec/query_json.hpp"
#include "charter/codec/refusal_json.hpp"
#include "charter/engine/receipt_json.hpp"
#include "charter/testing/fingerprint.hpp"

namespace charter::inline v0::testing {

namespace {

namespace json = boost::json;

/// What charter itself has written.
json::value parse(std::string_view text) {
  json::error_code code;
  auto out = json::parse(text, code, {}, {.max_depth = 512});
  return code ? json::value(json::string(text)) : out;
}

outcome refused(const refusal& why) { return {false, parse(write_refusal(why))}; }

outcome failed(const failure& why) {
  json::object answer;
  answer["failed"] = json::string(why.slug());
  answer["message"] = why.message();
  return {false, std::move(answer)};
}

/// The engine's own clock follows the steps, but for one command: the host moves time only as far ahead as
/// that clock allows, so it must not set it.
bool is_advance_by_host(const context& with, const command& what) {
  return with.as.kind() == actor_kind::host && what.name() == time::advance::message_name;
}

}  // namespace

tl::expected<stage, failure> stage::open(const rules::rulebook& rules) {
  auto log = make_memory_log();
  auto clock = std::make_shared<instant>(first_time);
  auto opened = engine::open(std::make_unique<memory_store>(log),
                             {.rules = rules, .clock = [clock] { return *clock; }});
  if (!opened) return tl::make_unexpected(std::move(opened.error()));
  return stage(std::move(log), std::move(clock), std::move(*opened));
}

outcome stage::play(const scenario_step& step) {
  if (step.kind == step_kind::command) return play_command(step);
  if (step.kind == step_kind::advance) return play_advance(step);
  return play_question(step);
}

outcome stage::play_command(const scenario_step& step) {
  json::object document = step.command;
  if (!document.contains("at")) document["at"] = charter::to_text(latest_);
  const auto read = read_command(json::serialize(document));
  return read ? execute(read->with, read->what) : refused(read.error());
}

outcome stage::play_advance(const scenario_step& step) {
  return execute({.as = actor::platform(), .at = latest_ + step.by}, time::advance{});
}

outcome stage::execute(const context& with, const command& what) {
  const auto at = with.at.value_or(latest_);
  *clock_ = is_advance_by_host(with, what) ? latest_ : at;
  const auto done = engine_.execute(with, what);
  if (!done && done.error().as_refusal()) return refused(*done.error().as_refusal());
  if (!done) return failed(*done.error().as_failure());
  latest_ = std::max(latest_, at);
  realm_text_.reset();
  return {true, parse(engine_.read([&](const realm& world) { return write_receipt(*done, world); }))};
}

outcome stage::play_question(const scenario_step& step) {
  const auto with = json::serialize(step.with);
  asking who;
  if (step.as) who.as = *step.as;
  who.at = step.at;
  if (!step.as_of && !step.at) who.at = latest_;
  if (!step.as_of) latest_ = std::max(latest_, *who.at);

  const auto then = step.as_of ? engine_.as_of(*step.as_of) : engine_.now();
  if (!then) return failed(then.error());
  const auto answer = answer_query(then->realm(), step.query, with, who);
  return answer ? outcome{true, parse(*answer)} : refused(answer.error());
}

const std::string& stage::realm_text() {
  if (!realm_text_) realm_text_ = realm_text_now();
  return *realm_text_;
}

std::string stage::realm_text_now() const {
  return engine_.read([](const realm& world) { return fingerprint(world); });
}

tl::expected<std::string, failure> stage::replayed_text() const {
  const auto replayed =
      engine::open(std::make_unique<memory_store>(log_), {.clock = [at = *clock_] { return at; }});
  if (!replayed) return tl::make_unexpected(replayed.error());
  return replayed->read([](const realm& world) { return fingerprint(world); });
}

position stage::log_end() const { return memory_store(log_).head().value().last; }

}  // namespace charter::inline v0::testing
