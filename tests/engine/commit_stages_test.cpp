// SPDX-License-Identifier: Apache-2.0
// Who decides, who writes and who publishes, step by step: stages that stand still until they are told to go
// on.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "../../src/engine/group_commit.hpp"

TEST_SUITE("engine/commit_stages") {

namespace {

/// Where a step waits until it is let through.
class barrier {
 public:
  void release(int times = 1) {
    const std::lock_guard lock(turn_);
    left_ += times;
    moved_.notify_all();
  }
  void acquire() {
    std::unique_lock lock(turn_);
    moved_.wait(lock, [&] { return left_ > 0; });
    --left_;
  }

 private:
  std::mutex turn_;
  std::condition_variable moved_;
  int left_ = 0;
};

/// A request called by its letter.
struct lettered {
  explicit lettered(char letter) : name(letter) {}
  char name;
  barrier to_decide, to_write;
  std::thread::id decided_by{}, written_by{};
};

struct stages {
  using request = lettered;
  using batch = std::string;

  std::mutex turn;
  std::string story;  ///< what was begun and ended
  std::atomic<int> rewrites{0};
  bool publishing_waits = false;
  barrier to_publish;

  void note(const std::string& what) {
    const std::lock_guard lock(turn);
    story += (story.empty() ? "" : " ") + what;
  }
  void decide(batch& into, const batch* before, std::span<request* const> news) noexcept {
    for (auto* each : news) {
      each->decided_by = std::this_thread::get_id();
      note(std::string("decide ") + each->name + (before ? " on " + *before : ""));
      each->to_decide.acquire();
      into += each->name;
    }
  }
  bool write(batch& it, std::span<request* const> all, bool) noexcept {
    note("write " + it);
    all.front()->to_write.acquire();
    all.front()->written_by = std::this_thread::get_id();
    if (rewrites > 0) return --rewrites, false;
    note("wrote " + it);
    return true;
  }
  void publish(batch& it) noexcept {
    note("publish " + it);
    if (publishing_waits) to_publish.acquire();
    note("published " + it);
  }
  void forget(batch& it, std::span<request* const>) noexcept {
    note("forget " + it);
    it.clear();
  }
  void leave(batch& it) noexcept { note("leave " + it); }
};

struct stage_play {
  stages it;
  charter::group_commit<stages> callers{it};
  std::deque<stages::request> requests;
  std::vector<std::thread> threads;

  ~stage_play() {
    for (auto& each : threads)
      if (each.joinable()) each.join();
  }
  stages::request& submit(char name, bool alone = false) {
    auto& mine = requests.emplace_back(name);
    threads.emplace_back([this, &mine, alone] { callers.submit(mine, alone); });
    return mine;
  }
  /// What has been noted once that much has, or a while is over.
  std::string story(std::size_t words) {
    for (int i = 0; i < 2000; ++i) {
      {
        const std::lock_guard lock(it.turn);
        if (static_cast<std::size_t>(std::count(it.story.begin(), it.story.end(), ' ')) + 1 >= words) break;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    const std::lock_guard lock(it.turn);
    return it.story;
  }
  /// The same once it has that in it.
  std::string story_with(const std::string& part) {
    for (int i = 0; i < 2000 && story(0).find(part) == std::string::npos; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    return story(0);
  }
  /// Those who have submitted and wait give no sign.
  static void let_them_queue() { std::this_thread::sleep_for(std::chrono::milliseconds{50}); }
  void end() {
    for (auto& each : threads) each.join();
    threads.clear();
  }
};

}  // namespace

TEST_CASE("the next batch is decided while the one before is written, and not written before it is") {
  stage_play play;
  auto& a = play.submit('a');
  REQUIRE(play.story(2) == "decide a");
  a.to_decide.release();
  REQUIRE(play.story(4) == "decide a write a");
  auto& b = play.submit('b');
  auto& c = play.submit('c');
  b.to_decide.release(), c.to_decide.release();
  b.to_write.release(), c.to_write.release();
  stage_play::let_them_queue();
  const auto meanwhile = play.story(12);
  CHECK(meanwhile.starts_with("decide a write a decide "));
  CHECK(meanwhile.ends_with(" on a"));
  a.to_write.release();
  play.end();
  CHECK(play.story(0).find("wrote a") < play.story(0).rfind(" write "));
  // A realm on which others were decided already is nobody's to go on from.
  CHECK(play.story(0).find("leave a") == std::string::npos);
  CHECK((play.story(0).ends_with("leave bc") || play.story(0).ends_with("leave cb")));
}

TEST_CASE("who has decided its own batch writes it, and leaves deciding to the others") {
  stage_play play;
  auto& a = play.submit('a');
  REQUIRE(play.story(2) == "decide a");
  const auto first = play.threads.front().get_id();
  auto& b = play.submit('b');
  stage_play::let_them_queue();
  const auto second = play.threads.back().get_id();
  a.to_decide.release();
  REQUIRE(play.story(8).find("decide b on a") != std::string::npos);
  CHECK(play.story(0).find("write a") != std::string::npos);
  CHECK(b.decided_by == second);
  b.to_decide.release();
  b.to_write.release();
  a.to_write.release();
  play.end();
  CHECK(a.written_by == first);
  CHECK(play.story(0).ends_with("wrote b publish b published b leave b"));
}

TEST_CASE("what cannot be written takes what was decided on it along") {
  stage_play play;
  play.it.rewrites = 1;
  auto& a = play.submit('a');
  a.to_decide.release();
  REQUIRE(play.story(4) == "decide a write a");
  auto& b = play.submit('b');
  b.to_decide.release();
  REQUIRE(play.story(8) == "decide a write a decide b on a");
  stage_play::let_them_queue();
  for (auto* each : {&a, &b}) each->to_decide.release(), each->to_write.release(2);
  play.end();
  const auto told = play.story(0);
  CHECK(told.starts_with("decide a write a decide b on a forget a forget b decide a "));
  CHECK(told.rfind("decide b") > told.find("forget b"));
  CHECK(told.find("wrote a") < told.find("wrote b"));
}

TEST_CASE("the next batch is written while the one before is published, and published after it") {
  stage_play play;
  play.it.publishing_waits = true;
  auto& a = play.submit('a');
  a.to_decide.release(), a.to_write.release();
  REQUIRE(play.story_with("publish a").ends_with("publish a"));
  auto& b = play.submit('b');
  b.to_decide.release(), b.to_write.release();
  CHECK(play.story_with("wrote b").ends_with("publish a decide b on a write b wrote b"));
  stage_play::let_them_queue();
  CHECK(play.story(0).ends_with("wrote b"));
  play.it.to_publish.release(2);
  play.end();
  CHECK(play.story(0).ends_with("wrote b published a publish b published b leave b"));
}

TEST_CASE(
    "under load who writes goes on with the next batch, if nobody wants to write that on a thread of its "
    "own") {
  for (const bool alone : {false, true}) {
    stage_play play;
    auto& a = play.submit('a');
    a.to_decide.release();
    REQUIRE(play.story(4) == "decide a write a");
    std::vector<stages::request*> crowd;
    for (char name = 'b'; name <= 'f'; ++name) {
      crowd.push_back(&play.submit(name));
      crowd.back()->to_decide.release();
      REQUIRE(play.story_with(std::string("decide ") + name).find(" on a") != std::string::npos);
    }
    stage_play::let_them_queue();
    a.to_write.release();
    REQUIRE(play.story_with("write bcdef").find("write bcdef") != std::string::npos);
    auto& g = play.submit('g', alone);
    const auto own = play.threads.back().get_id();
    g.to_decide.release(), g.to_write.release();
    REQUIRE(play.story_with("decide g").find("decide g on bcdef") != std::string::npos);
    stage_play::let_them_queue();
    crowd.front()->to_write.release();
    play.end();
    if (alone)
      CHECK(g.written_by == own);
    else
      CHECK(g.written_by == crowd.front()->written_by);
    CHECK(play.story(0).find("published bcdef") < play.story(0).find("publish g"));
  }
}

TEST_CASE("many callers, each in a batch once") {
  stage_play play;
  for (int i = 0; i < 8; ++i)
    for (char name = 'a'; name <= 'h'; ++name) {
      auto& it = play.submit(name);
      it.to_decide.release(), it.to_write.release();
    }
  play.end();
  std::size_t wrote = 0;
  std::string rest = play.story(0);
  for (auto at = rest.find("wrote "); at != std::string::npos; at = rest.find("wrote ", at + 1))
    wrote += rest.find(' ', at + 6) - (at + 6);
  CHECK(wrote == 64);
}

}  // TEST_SUITE("engine/commit_stages")
