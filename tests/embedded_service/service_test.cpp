// SPDX-License-Identifier: Apache-2.0
// A day at the service: what its people see, and what is in its file at the end.
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "../stores/temp_folder.hpp"
#include "rows_and_records.hpp"
#include "running_service.hpp"
#include "visitor.hpp"

TEST_SUITE("embedded_service/service") {

using namespace embedded_service_test;

namespace {

/// What a page of buttons says about one: "yes", or why not.
std::string button(const reply& page, const std::string& label) {
  if (page.status != 200) return std::to_string(page.status);
  for (const auto& each : page.body.as_array())
    if (each.at("button").as_string() == label)
      return each.at("allowed").as_bool() ? "yes" : std::string(each.at("why").as_string());
  return "no such button";
}

/// Invites Bob and answers the path of the workspace.
std::string create_study(visitor& alice) {
  const auto made =
      alice.post("/workspaces", {{"organization", "hospital"}, {"name", "Study"}, {"invite", "bob@lab.org"}});
  REQUIRE(made.status == 200);
  return "/workspaces/" + std::string(made.body.at("created").at("workspace").as_string());
}

bool comes_to_hold(const std::string& file, const std::string& words) {
  for (int i = 0; i < 1000; ++i) {
    std::ifstream in(file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.find(words) != text.npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return false;
}

struct opened {
  charter_test::temp_folder folder;
  std::string file = folder / "service.db";
  running_service service{file};
  visitor alice{service.address(), "alice"};
  visitor bob{service.address(), "bob"};
};

}  // namespace

TEST_CASE("the service says who asks, charter what they may") {
  const charter_test::temp_folder folder;
  running_service service(folder / "service.db");
  visitor alice(service.address());
  CHECK(alice.get("/workspaces").status == 401);
  CHECK(alice.post("/sign-in", {{"name", "alice"}, {"password", "guess"}}).status == 401);
  CHECK(alice.post("/sign-in", {{"name", "host"}, {"password", "password of host"}}).status == 401);
  CHECK(alice.sign_in("alice").status == 200);
  CHECK(alice.get("/workspaces").status == 200);

  const httplib::Params study{{"organization", "hospital"}, {"name", "Study"}, {"invite", "bob@lab.org"}};
  CHECK(alice.post("/workspaces", study).refused() == "not_eligible");  // Bob has not signed in yet
  visitor bob(service.address(), "bob");
  CHECK(bob.post("/workspaces", study).refused() == "not_found");  // the hospital, to somebody of the lab
  CHECK(alice.post("/workspaces", study).status == 200);
}

TEST_CASE_FIXTURE(opened, "a grey button says why") {
  const auto study = create_study(alice);
  visitor lena(service.address(), "lena");
  CHECK(button(lena.get(study + "/buttons"), "Submit an analysis") == "404");
  CHECK(button(bob.get(study + "/buttons"), "Submit an analysis") == "\"Study\" waits for bob to accept");
  CHECK(bob.post(study + "/accept").status == 200);
  CHECK(button(bob.get(study + "/buttons"), "Submit an analysis") == "yes");
  CHECK(
      button(bob.get(study + "/buttons"), "Archive") ==
      "workspace.archive needs the role organization_admin or workspace_admin, which bob does not hold here");
  CHECK(button(alice.get(study + "/buttons"), "Archive") == "yes");
}

TEST_CASE_FIXTURE(opened, "a submission is a row and a record, or neither") {
  const auto study = create_study(alice);
  const httplib::Params counts{{"title", "Counts"}, {"script", "select count(*)"}};
  CHECK(bob.post(study + "/submissions", counts).refused() == "workspace_pending");
  bob.post(study + "/accept");
  CHECK(bob.post(study + "/submissions", counts).status == 200);
  const auto taken = alice.post(study + "/submissions", counts);  // charter would have it, the table has not
  CHECK(taken.status == 409);
  CHECK(taken.refused() == "rolled_back");
  CHECK(taken.text("message").find("submissions.title") != std::string::npos);

  const auto list = alice.get(study + "/submissions").body.at("items").as_array();
  REQUIRE(list.size() == 1);
  CHECK(list.at(0).at("script").as_string() == "select count(*)");
  CHECK(service.stop() == 0);
  const auto left = read_file(file);
  CHECK(left.titles == std::set<std::string>{"Counts"});
  CHECK(left.jobs.size() == 1);
  CHECK(left.accounts == std::set<std::string>{"alice", "bob", "hana", "lena"});
  CHECK(left.agree());
  CHECK(is_whole(file));
}

TEST_CASE_FIXTURE(opened, "those concerned are told, and a restart forgets nobody") {
  const auto study = create_study(alice);
  bob.post(study + "/accept");
  bob.post(study + "/submissions", {{"title", "Counts"}, {"script", "select count(*)"}});
  const auto key = std::string(bob.get(study + "/submissions").body.at("items").at(0).at("job").as_string());
  const auto job = "/jobs/" + key;
  CHECK(button(alice.get(job + "/buttons"), "Run") == "\"Counts\" is a draft; ask for its approval");
  CHECK(bob.post(job + "/ask").status == 200);
  CHECK(comes_to_hold(file + ".outbox", "review_requested"));
  CHECK(alice.post(job + "/approve", {{"revision", "2"}}).refused() == "stale_revision");

  CHECK(service.stop() == 0);
  const running_service again(file);
  visitor later(again.address());
  CHECK(later.get(study + "/submissions").status == 401);
  later.sign_in("alice");
  CHECK(later.get("/notices").body.at("items").at(0).at("kind").as_string() == "review_requested");
  CHECK(later.post(job + "/approve", {{"revision", "1"}}).status == 200);
  CHECK(later.get(study + "/submissions").body.at("items").at(0).at("status").as_string() == "approved");
  CHECK(comes_to_hold(file + ".outbox", "job_approved"));
}

}  // TEST_SUITE("embedded_service/service")
