// SPDX-License-Identifier: Apache-2.0
// The smallest host: two organizations, one sealed workspace, one question asked before and after an
// invitation is accepted. The README shows the body of `quickstart`.
//
//     quickstart [FILE]     FILE: where to put the log; it must not exist. Absent: a temporary file.
#include <charter/charter.hpp>
#include <charter/format.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../scratch_file.hpp"

using namespace charter;

namespace {

int complain(const failure& why) {
  fmt::print(stderr, "{}\n", why);
  return 1;
}

[[noreturn]] void fail(const rejection& why) {
  fmt::print(stderr, "{}: {}\n", why.slug(), why.message());
  std::exit(1);
}

int quickstart(const std::string& file) {
  auto store = open_sqlite(file);
  if (!store) return complain(store.error());
  auto realm = engine::open(std::move(*store), {.rules = rulebooks::opaque_sealed()});
  if (!realm) return complain(realm.error());

  auto must = [&](const actor& who, const command& what) {
    auto done = realm->execute({.as = who}, what);
    if (!done) fail(done.error());
    return *done;
  };

  must(actor::platform(), organization::create{.key = "hospital", .name = "City Hospital"});
  must(actor::platform(), organization::create{.key = "lab", .name = "North Lab"});
  must(actor::host(), user::provision{.email = "alice@hospital.org", .organization = "hospital"});
  must(actor::host(), user::provision{.email = "bob@lab.org", .organization = "lab"});
  must(actor::host(), user::record_sign_in{.user = "alice@hospital.org"});
  must(actor::host(), user::record_sign_in{.user = "bob@lab.org"});
  must(actor::platform(), role::assign{.user = "alice@hospital.org", .role = "organization_admin"});
  must("alice@hospital.org", role::assign{.user = "alice@hospital.org", .role = "workspace_admin"});

  auto study = must("alice@hospital.org", workspace::create{.organization = "hospital",
                                                            .kind = "analytics",
                                                            .name = "Study",
                                                            .invitees = {{.email = "bob@lab.org"}},
                                                            .approval_policy = approval::all()})
                   .as<workspace_id>();

  question may_bob{*realm->now().find_user("bob@lab.org"), permissions::job_create, study};
  fmt::print("{}\n", realm->explain(may_bob));  // no: "Study" waits for bob@lab.org to accept
  if (realm->check(may_bob)) return 1;

  must("bob@lab.org", invitation::accept{.workspace = study});
  fmt::print("{}\n", realm->explain(may_bob));  // yes: workspace_member grants job.create
  return realm->check(may_bob) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return quickstart(examples::scratch_file(argc > 1 ? argv[1] : nullptr).path());
}
