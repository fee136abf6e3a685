// SPDX-License-Identifier: Apache-2.0
#include "routes.hpp"

#include <charter/engine/engine.hpp>

#include "call.hpp"
#include "sessions.hpp"
#include "submissions.hpp"

namespace embedded_service {

using namespace charter;

namespace {

void add_sign_in(httplib::Server& server, const service& at) {
  server.Post("/sign-in", [at](const httplib::Request& request, httplib::Response& response) {
    const auto token = sign_in(at, request.get_param_value("name"), request.get_param_value("password"));
    if (!token) return send(response, answered(at, tl::make_unexpected(token.error())));
    if (!*token) return send(response, refused(401, "not_signed_in", "The name or the password is wrong."));
    response.set_header("Set-Cookie", "session=" + **token + "; HttpOnly; SameSite=Strict; Path=/");
    send(response, {200, json_of({{"token", **token}})});
  });
}

workspace::create workspace_in(const call& it) {
  workspace::create out{.organization = it.field("organization"),
                        .kind = "analytics",
                        .name = it.field("name"),
                        .approval_policy = approval::all()};
  for (std::size_t i = 0; i < it.request.get_param_value_count("invite"); ++i)
    out.invitees.push_back({.email = it.request.get_param_value("invite", i)});
  return out;
}

}  // namespace

void add_routes(httplib::Server& server, const service& at) {
  const auto get = [&](const char* path, answer (*handle)(const call&)) {
    server.Get(path, signed_in(at, handle));
  };
  const auto post = [&](const char* path, answer (*handle)(const call&)) {
    server.Post(path, signed_in(at, handle));
  };
  add_sign_in(server, at);

  get("/notices", [](const call& it) { return it.ask("list_notices"); });
  get("/workspaces", [](const call& it) { return it.ask("list_workspaces"); });
  post("/workspaces", [](const call& it) { return it.execute(workspace_in(it)); });
  post("/workspaces/([^/]+)/accept",
       [](const call& it) { return it.execute(invitation::accept{.workspace = it.named()}); });
  get("/workspaces/([^/]+)/buttons", [](const call& it) {
    return it.buttons(it.at.realm.now().find_workspace(it.named()), buttons_of_workspaces());
  });

  get("/workspaces/([^/]+)/submissions", [](const call& it) {
    return answered(list_submissions(it.at, it.who, it.named(), it.field("after")));
  });
  post("/workspaces/([^/]+)/submissions", [](const call& it) {
    return answered(it.at, submit(it.at, it.who, {it.named(), it.field("title"), it.field("script")}));
  });

  get("/jobs/([^/]+)/buttons",
      [](const call& it) { return it.buttons(it.at.realm.now().find_job(it.named()), buttons_of_jobs()); });
  post("/jobs/([^/]+)/ask",
       [](const call& it) { return it.execute(job::request_approval{.job = it.named()}); });
  post("/jobs/([^/]+)/approve", [](const call& it) {
    return it.execute(job::approve{.job = it.named(), .revision = it.number("revision")});
  });
}

}  // namespace embedded_service
