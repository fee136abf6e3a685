// SPDX-License-Identifier: Apache-2.0
#include "fault_trial.hpp"

#include <algorithm>
#include <utility>

#include "charter/access/effective.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/record/admit.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/fingerprint.hpp"
#include "charter/testing/world.hpp"

namespace sample {

using namespace charter;

namespace {

/// Calls `look` when an append begins: what is shown then is not in the log.
class watched_store final : public event_store {
 public:
  watched_store(std::unique_ptr<event_store> inside, std::function<void()> look)
      : inside_(std::move(inside)), look_(std::move(look)) {}
  tl::expected<log_head, failure> head() override { return inside_->head(); }
  append_result append(position expected, const record_batch& batch) override {
    look_();
    return inside_->append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inside_->read(after, limit, visit);
  }

 private:
  std::unique_ptr<event_store> inside_;
  std::function<void()> look_;
};

}  // namespace

fault_trial::fault_trial(store_maker make) : make_(std::move(make)), realms_(1) {
  if (!make_) make_ = [](auto log) { return std::make_unique<memory_store>(std::move(log)); };
}

std::string fault_trial::complaints() const {
  std::string out;
  for (const auto& each : complaints_) out += each + "\n";
  return out;
}

void fault_trial::complain(std::string what) { complaints_.push_back(doing_ + ": " + std::move(what)); }

bool fault_trial::open() {
  doing_ = "opening";
  const auto faults_before = faults_->faults();
  auto watched = std::make_unique<watched_store>(make_(log_), [this] {
    if (engine_ && engine_->now().at_position() > read_log().size())
      complain("a view shows what is only being appended");
  });
  auto opened = engine::open(std::make_unique<testing::fault_store>(std::move(watched), faults_),
                             {.rules = rulebooks::opaque_open(), .clock = [this] { return clock_; }});
  follow_log(texts_.size());
  if (!opened) {
    if (faults_->faults() == faults_before) complain("no fault, and yet " + opened.error().what);
    return false;
  }
  engine_.emplace(std::move(*opened));
  ears_ = engine_->observe(0, [this](const record& each) { hear(each); });
  compare_shown(false);
  return true;
}

fault_trial::answer fault_trial::execute(const testing::attempt& next) {
  const auto faults_before = faults_->faults();
  auto done = execute(
      next, [](engine& it, const context& with, const command& what) { return it.execute(with, what); });
  if (!done && done.error().as_failure() && faults_->faults() == faults_before)
    complain("no fault, and yet " + done.error().message());
  if (done && faults_->faults() == faults_before) compare_heard();
  return done;
}

fault_trial::answer fault_trial::execute(const testing::attempt& next, const performer& perform) {
  doing_ = std::string(next.what.name()) + " after record " + std::to_string(texts_.size());
  clock_ = next.with.clock;
  const auto known = texts_.size();
  auto done = perform(*engine_, {next.with.as, next.with.at, next.with.id}, next.what);
  follow_log(known);
  judge_answer(next, done, known);
  compare_shown(lags_);
  return done;
}

void fault_trial::refresh() {
  doing_ = "refreshing";
  const auto done = engine_->refresh();
  if (done) lags_ = false;
  compare_shown(lags_);
  if (done) compare_heard();
}

/// Whatever could not be told when it was new was told by now.
void fault_trial::compare_heard() {
  if (heard_ != texts_.size())
    complain("the observer was told up to record " + std::to_string(heard_) + " of " +
             std::to_string(texts_.size()));
}

void fault_trial::compare_with_reopened() {
  if (texts_.empty()) return;
  const auto again = engine::open(std::make_unique<memory_store>(log_), {.clock = [this] { return clock_; }});
  if (!again) return complain("the log cannot be opened any more: " + again.error().what);
  const auto difference = testing::first_difference(testing::fingerprint(realms_.back()),
                                                    testing::fingerprint(again->now().realm()));
  if (!difference.empty()) complain("reopened, " + difference);
}

void fault_trial::hear(const record& told) {
  if (told.at_position != heard_ + 1)
    return complain("the observer was told record " + std::to_string(told.at_position) + " after " +
                    std::to_string(heard_));
  const auto texts = read_log();
  if (told.at_position > texts.size() || write_record(told) != texts[told.at_position - 1])
    complain("the observer was told what the log does not hold");
  heard_ = told.at_position;
}

std::vector<std::string> fault_trial::read_log() {
  std::vector<std::string> out;
  (void)memory_store(log_).read(0, 1'000'000, [&](position, record_bytes bytes) {
    out.emplace_back(bytes);
    return true;
  });
  return out;
}

/// Reads what was appended since, and where it leads.
void fault_trial::follow_log(std::size_t known) {
  texts_ = read_log();
  for (auto at = known; at < texts_.size(); ++at) {
    auto next = realms_.back();
    const auto parsed = read_record(texts_[at]);
    if (const auto wrong = parsed ? replay(next, *parsed) : std::optional(parsed.error()))
      complain("record " + std::to_string(at + 1) + " of the log is damaged: " + *wrong);
    realms_.push_back(std::move(next));
  }
}

void fault_trial::judge_answer(const testing::attempt& next, const answer& done, std::size_t known) {
  const bool grew = texts_.size() > known;
  if (grew) judge_written(next, known);
  if (done) {
    lags_ = false;
    return judge_receipt(next, *done, known);
  }
  if (done.error().slug() == "outcome_unknown")
    lags_ = true;
  else if (grew)
    complain(std::string(done.error().slug()) + ", and yet it is in the log");
}

/// What is in the log must be the whole of what the rules say, decided where the log ended.
void fault_trial::judge_written(const testing::attempt& next, std::size_t known) {
  const auto last = read_record(texts_.back());
  if (!last) return;
  auto with = next.with;
  with.digest = last->digest;
  const auto decided = testing::decide_attempt(realms_[known], {with, next.what});
  if (!decided) return complain("the rules refuse this, and yet it is in the log");
  const auto expected = testing::records_of(known, with, *decided);
  if (expected.size() != texts_.size() - known)
    return complain("of " + std::to_string(expected.size()) + " records the log holds " +
                    std::to_string(texts_.size() - known));
  for (auto each : expected) {
    each.origin = last->origin;
    if (write_record(each) != texts_[each.at_position - 1])
      complain("the log does not hold what was decided, but " + texts_[each.at_position - 1]);
  }
}

void fault_trial::judge_receipt(const testing::attempt& next, const receipt& it, std::size_t known) {
  if (it.at_position == 0 || it.at_position > texts_.size())
    return complain("accepted as record " + std::to_string(it.at_position) + ", which is not in the log");
  const auto written = read_record(texts_[it.at_position - 1]);
  if (!written) return;
  if (written->command != next.what.name() || written->command_id != next.with.id)
    complain("accepted as record " + std::to_string(it.at_position) + ", which holds another command");
  if (it.at_position <= known && !next.with.id) complain("accepted as a record that was there before");
}

/// What the engine shows is what the log leads to; to its end, unless that may not be known yet.
void fault_trial::compare_shown(bool may_lag) {
  const auto seen = engine_->now();
  const auto at = seen.at_position();
  if (at >= realms_.size())
    return complain("a view shows record " + std::to_string(at) + ", which is not in the log");
  if (!may_lag && at + 1 != realms_.size())
    complain("a view shows the log up to " + std::to_string(at) + " only");
  const auto& there = realms_[at];
  const auto difference =
      testing::first_difference(testing::fingerprint(there), testing::fingerprint(seen.realm()));
  if (!difference.empty()) complain("in the view, " + difference);
  for (std::uint32_t user = 0; user < there.users.all.size(); ++user)
    for (std::uint32_t where = 0; where < there.workspaces.all.size(); ++where) {
      const question ask{user_id{user}, permissions::workspace_manage_members, workspace_id{where}};
      if (engine_->check(ask).why != effective(there, ask).why)
        complain("check does not answer from the log");
    }
  if (heard_ > at)
    complain("the observer was told record " + std::to_string(heard_) + ", a view shows " +
             std::to_string(at));
}

}  // namespace sample
