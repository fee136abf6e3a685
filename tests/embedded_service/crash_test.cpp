// SPDX-License-Identifier: Apache-2.0
// The service is killed in the middle of a burst of requests, and started again.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../stores/temp_folder.hpp"
#include "rows_and_records.hpp"
#include "running_service.hpp"
#include "visitor.hpp"

TEST_SUITE("embedded_service/crash") {

using namespace embedded_service_test;

namespace {

/// Submits without pause until nobody answers. Every third title is one that is taken already.
class crowd {
 public:
  crowd(const std::string& address, std::string path, const std::string& round) : path_(std::move(path)) {
    std::vector<std::pair<std::string, visitor>> all;
    for (const std::string name : {"alice", "bob", "lena", "bob"})
      all.emplace_back(name, visitor(address, name));
    for (auto& [name, who] : all) {
      name.append(" ").append(round).append(" ").append(std::to_string(people_.size()));
      people_.emplace_back(&crowd::submit, this, std::move(who), name);
    }
  }

  /// Whether so many answers came before the service fell silent.
  bool hears(std::size_t count) const {
    while (answers_ < count && at_work_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return answers_ >= count;
  }
  /// The titles that were accepted. REQUIRES: the service is gone.
  std::set<std::string> accepted() {
    people_.clear();
    return accepted_;
  }
  int taken() const { return taken_; }
  int refused() const { return refused_; }

 private:
  void submit(visitor who, const std::string& series) {
    for (int i = 0;; ++i) {
      const auto title = series + " " + std::to_string(i % 3 == 2 ? i - 1 : i);
      const auto answer = who.post(path_, {{"title", title}, {"script", "select " + title}});
      if (answer.status == 0) break;
      ++answers_;
      if (answer.status == 409) ++taken_;
      if (answer.status == 404) ++refused_;
      if (answer.status != 200) continue;
      const std::lock_guard turn(mutex_);
      accepted_.insert(title);
    }
    --at_work_;
  }

  std::string path_;
  std::mutex mutex_;
  std::set<std::string> accepted_;
  std::atomic<std::size_t> answers_ = 0;
  std::atomic<int> taken_ = 0, refused_ = 0, at_work_ = 4;
  std::vector<std::jthread> people_;
};

}  // namespace

TEST_CASE("killed at any moment, rows and records still agree, and nothing accepted is lost") {
  const charter_test::temp_folder folder;
  const auto file = folder / "service.db";
  std::string study;
  {
    running_service service(file);
    visitor alice(service.address(), "alice"), bob(service.address(), "bob");
    const auto made = alice.post(
        "/workspaces", {{"organization", "hospital"}, {"name", "Study"}, {"invite", "bob@lab.org"}});
    study = "/workspaces/" + std::string(made.body.at("created").at("workspace").as_string());
    REQUIRE(bob.post(study + "/accept").status == 200);
  }

  std::set<std::string> accepted;
  for (int round = 0; round < 5; ++round) {
    CAPTURE(round);
    running_service service(file);
    crowd people(service.address(), study + "/submissions", std::to_string(round));
    CHECK(people.hears(60 + 17 * static_cast<std::size_t>(round)));
    service.kill();
    accepted.merge(people.accepted());
    CHECK(people.taken() > 0);
    CHECK(people.refused() > 0);

    const auto left = read_file(file);
    CHECK(left.agree());
    CHECK(std::includes(left.titles.begin(), left.titles.end(), accepted.begin(), accepted.end()));
    CHECK(is_whole(file));
  }
}

TEST_CASE("killed while it takes over its people, it goes on at the next start") {
  const charter_test::temp_folder folder;
  const auto file = folder / "service.db";
  for (const int later : {5, 10, 20, 40, 80, 160}) start_and_kill(file, std::chrono::milliseconds{later});
  running_service service(file);
  visitor alice(service.address(), "alice");
  CHECK(service.stop() == 0);
  const auto left = read_file(file);
  CHECK(left.accounts.size() == 4);
  CHECK(left.agree());
}

}  // TEST_SUITE("embedded_service/crash")
