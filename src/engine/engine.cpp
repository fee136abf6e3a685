// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/engine.hpp"

#include <chrono>
#include <mutex>
#include <random>
#include <shared_mutex>
#include <utility>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/access/explain.hpp"
#include "charter/codec/command_json.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/command/decide.hpp"
#include "charter/record/admit.hpp"
#include "digest.hpp"

namespace charter::inline v0 {

namespace {

/// How often a command is decided again when other engines keep appending first.
constexpr int max_attempts = 16;

std::string random_instance() {
  std::random_device device;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 16; ++i) out += digits[device() & 15U];
  return out;
}

instant system_clock_now() { return std::chrono::floor<duration>(std::chrono::system_clock::now()); }

failure corrupt_at(position where, const std::string& why) {
  if (why.starts_with(newer_record))
    return {failure_kind::newer_format, "record " + std::to_string(where) + " of the log: " + why};
  return {failure_kind::corrupt, "record " + std::to_string(where) + " of the log is damaged: " + why +
                                     "; restore the log from a backup or another replica"};
}

receipt make_receipt(const std::vector<record>& written) {
  const auto& own = written.back();
  receipt out{own.at_position, own.at, own.command, own.warnings, {}};
  for (const auto& each : written)
    out.events.insert(out.events.end(), each.events.begin(), each.events.end());
  return out;
}

}  // namespace

struct engine::parts {
  struct observer {
    std::weak_ptr<void> ticket;
    std::function<void(const record&)> sink;
  };

  parts(std::unique_ptr<event_store> from, engine_options given)
      : store(std::move(from)), options(std::move(given)) {
    if (!options.clock) options.clock = system_clock_now;
  }

  std::unique_ptr<event_store> store;
  engine_options options;
  mutable std::shared_mutex reading;  ///< guards `world`: shared to look, alone to change
  std::mutex writing;                 ///< one decide and append at a time; taken before `reading`
  realm world;
  std::vector<observer> observers;  ///< guarded by `writing`
  const std::string instance = random_instance();
  std::uint64_t counter = 0;

  /// Reads the tail of the log up to `last` into `into`. Answers the records when `keep` says so.
  std::optional<failure> read_into(realm& into, position last, std::vector<record>* kept = nullptr) const {
    std::optional<failure> fault;
    const auto visit = [&](position at, record_bytes bytes) {
      auto parsed = read_record(bytes);
      if (!parsed) {
        fault = corrupt_at(at, parsed.error());
      } else if (auto why = replay(into, *parsed)) {
        fault = corrupt_at(at, *why);
      } else if (kept) {
        kept->push_back(std::move(*parsed));
      }
      return !fault && at < last;
    };
    while (!fault && into.head < last) {
      const auto before = into.head;
      const auto reached = store->read(before, static_cast<std::size_t>(last - before), visit);
      if (!reached) return reached.error();
      if (!fault && into.head == before) return corrupt_at(before + 1, "it is missing");
    }
    return fault;
  }

  /// Brings the live realm up to the store. Others' records go to the observers too. REQUIRES: `writing` is
  /// held.
  std::optional<failure> catch_up(std::vector<record>* kept = nullptr) {
    const auto end = store->head();
    if (!end) return end.error();
    if (end->last < world.head)
      return corrupt_at(world.head,
                        "the log ends at " + std::to_string(end->last) + " although this record was there");
    if (end->last == world.head) return {};
    realm next = world;
    std::vector<record> news;
    if (auto fault = read_into(next, end->last, &news)) return fault;
    publish(std::move(next), news);
    if (kept) *kept = std::move(news);
    return {};
  }

  void publish(realm next, const std::vector<record>& news) {
    {
      const std::unique_lock alone(reading);
      world = std::move(next);
    }
    std::erase_if(observers, [](const observer& each) { return each.ticket.expired(); });
    for (const auto& each : observers)
      for (const auto& one : news) each.sink(one);
  }

  tl::expected<receipt, rejection> first_receipt(position at) const {
    std::vector<record> found;
    std::optional<failure> fault;
    const auto visit = [&](position where, record_bytes bytes) {
      auto parsed = read_record(bytes);
      if (parsed)
        found.push_back(std::move(*parsed));
      else
        fault = corrupt_at(where, parsed.error());
      return parsed.has_value();
    };
    const auto done = store->read(at > 1 ? at - 2 : 0, at > 1 ? 2 : 1, visit);
    if (!done) return tl::unexpected(rejection(done.error()));
    if (fault) return tl::unexpected(rejection(*fault));
    // What was due went in front of the command in the same append, under the same origin.
    if (found.size() == 2 && found[0].origin != found[1].origin) found.erase(found.begin());
    return make_receipt(found);
  }

  std::vector<record> make_records(const decided& accepted, const context& with, const std::string& digest) {
    const auto origin = instance + "-" + std::to_string(++counter);
    std::vector<record> out;
    for (const auto& each : accepted.drafts) {
      record made;
      made.at_position = world.head + 1 + out.size();
      made.at = each.at;
      made.by = each.by;
      made.origin = origin;
      made.command = each.command;
      made.warnings = each.warnings;
      made.events = each.events;
      out.push_back(std::move(made));
    }
    if (with.id) {
      out.back().command_id = with.id;
      out.back().digest = digest;
    }
    return out;
  }

  /// After a lost connection: whether the records are in the log after all, by their origin.
  tl::expected<receipt, rejection> settle(const std::vector<record>& ours, const std::string& what) {
    std::vector<record> news;
    if (auto fault = catch_up(&news))
      return tl::unexpected(
          rejection(failure{failure_kind::outcome_unknown, what + "; and then: " + fault->what}));
    for (const auto& each : news)
      if (each.origin == ours.back().origin) return make_receipt(ours);
    return tl::unexpected(
        rejection(failure{failure_kind::unavailable, what + "; nothing was written, try again"}));
  }

  /// REQUIRES: `writing` is held.
  tl::expected<receipt, rejection> execute(const context& with, const command& what) {
    const auto digest = with.id ? sha256_hex(write_payload(what)) : std::string();
    for (int attempt = 0; attempt < max_attempts; ++attempt) {
      const auto clock = options.clock();
      const auto at = with.at.value_or(std::max(clock, world.now));
      auto accepted =
          decide(world, {with.as, at, std::max(clock, with.at ? clock : at), with.id, digest}, what);
      if (!accepted) return tl::unexpected(rejection(std::move(accepted.error())));
      if (accepted->repeats != 0) return first_receipt(accepted->repeats);

      const auto records = make_records(*accepted, with, digest);
      std::vector<std::string> texts;
      texts.reserve(records.size());
      for (const auto& each : records) texts.push_back(write_record(each));
      for (const auto& each : texts)
        if (each.size() > max_record_bytes)
          return tl::unexpected(
              rejection(refuse("too_large", "The record would exceed 1 MiB; send less at once.")));
      const std::vector<record_bytes> bytes(texts.begin(), texts.end());
      const auto outcome = store->append(world.head, {bytes, {}});
      if (std::holds_alternative<appended>(outcome)) {
        realm next = world;
        for (const auto& each : records) fold(next, each);
        publish(std::move(next), records);
        return make_receipt(records);
      }
      if (const auto* lost = std::get_if<outcome_unknown>(&outcome)) return settle(records, lost->what);
      if (const auto* fault = std::get_if<failure>(&outcome)) return tl::unexpected(rejection(*fault));
      if (auto fault = catch_up()) return tl::unexpected(rejection(*fault));
    }
    return tl::unexpected(rejection(
        failure{failure_kind::unavailable, "other engines kept appending first; try the command again"}));
  }

  /// Gives an empty log its realm, or compares the rules with those in force. REQUIRES: `writing` is held.
  std::optional<failure> settle_rules() {
    if (!world.rules) {
      if (!options.rules)
        return failure{failure_kind::no_rulebook,
                       "the log is empty; open it once with a rulebook in the options"};
      auto made = execute({actor::platform()}, realms::create{*options.rules});
      if (made) return {};
      if (const auto* fault = made.error().as_failure()) return *fault;
      if (world.rules) return settle_rules();  // another engine was faster
      return failure{failure_kind::no_rulebook,
                     "the rulebook in the options is not valid: " + made.error().message()};
    }
    if (options.rules && write_rulebook(*options.rules) != write_rulebook(world.book()))
      return failure{failure_kind::rulebook_differs,
                     "the log is governed by the rulebook \"" + world.book().name +
                         "\", which differs from the one in the options; leave it out, or amend the realm's"};
    return {};
  }
};

engine::engine(std::unique_ptr<parts> made) : parts_(std::move(made)) {}
engine::engine(engine&&) noexcept = default;
engine& engine::operator=(engine&&) noexcept = default;
engine::~engine() = default;

tl::expected<engine, failure> engine::open(std::unique_ptr<event_store> store, engine_options options) {
  auto made = std::make_unique<parts>(std::move(store), std::move(options));
  const std::lock_guard turn(made->writing);
  if (auto fault = made->catch_up()) return tl::unexpected(std::move(*fault));
  if (auto fault = made->settle_rules()) return tl::unexpected(std::move(*fault));
  return engine(std::move(made));
}

tl::expected<receipt, rejection> engine::execute(const context& with, const command& what) {
  auto done = [&] {
    const std::lock_guard turn(parts_->writing);
    return parts_->execute(with, what);
  }();
  if (!done && done.error().as_refusal() && parts_->options.on_refused)
    parts_->options.on_refused({with, what, *done.error().as_refusal()});
  return done;
}

decision engine::check(const question& q) const noexcept {
  const std::shared_lock shared(parts_->reading);
  return effective(parts_->world, q);
}

void engine::check_batch(std::span<const question> questions, std::span<decision> answers) const noexcept {
  const std::shared_lock shared(parts_->reading);
  for (std::size_t i = 0; i < questions.size(); ++i) answers[i] = effective(parts_->world, questions[i]);
}

explanation engine::explain(const question& q) const {
  const std::shared_lock shared(parts_->reading);
  return charter::explain(parts_->world, q);
}

view engine::now() const {
  const std::shared_lock shared(parts_->reading);
  return view(parts_->world);
}

tl::expected<view, failure> engine::as_of(position at) const {
  if (const auto head = now().at_position(); at > head)
    return tl::unexpected(
        failure{failure_kind::behind, "the log has been read to " + std::to_string(head) +
                                          " only; refresh, or ask for an earlier position"});
  realm world;
  if (auto fault = parts_->read_into(world, at)) return tl::unexpected(std::move(*fault));
  return view(std::move(world));
}

tl::expected<position, failure> engine::refresh() {
  const std::lock_guard turn(parts_->writing);
  if (auto fault = parts_->catch_up()) return tl::unexpected(std::move(*fault));
  return parts_->world.head;
}

subscription engine::observe(position after, std::function<void(const record&)> sink) {
  const std::lock_guard turn(parts_->writing);
  const auto deliver = [&](position at, record_bytes bytes) {
    if (auto parsed = read_record(bytes)) sink(*parsed);
    return at < parts_->world.head;
  };
  if (after < parts_->world.head)
    (void)parts_->store->read(after, static_cast<std::size_t>(parts_->world.head - after), deliver);
  auto ticket = std::make_shared<int>(0);
  parts_->observers.push_back({ticket, std::move(sink)});
  return subscription(std::move(ticket));
}

void engine::lock_shared() const { parts_->reading.lock_shared(); }
void engine::unlock_shared() const { parts_->reading.unlock_shared(); }
const realm& engine::live() const { return parts_->world; }

}  // namespace charter::inline v0
