// SPDX-License-Identifier: Apache-2.0
#include "acts.hpp"

namespace clean_room {

using namespace charter;

namespace {

command account(const person& of) {
  return user::provision{.key = std::string(of.key),
                         .email = std::string(of.email),
                         .name = std::string(of.name),
                         .organization = of.organization};
}

}  // namespace

void two_organizations(stage& on) {
  on.out().heading(
      "1. Two organizations",
      "Record 1 is the rulebook, written when the file was new. The operator founds organizations;\n"
      "the host application reports accounts and sign-ins.");

  on.does(platform, "founds City Hospital", organization::create{.key = "hospital", .name = "City Hospital"});
  on.does(platform, "founds North Lab", organization::create{.key = "lab", .name = "North Lab"});

  batch accounts;
  for (const auto& each : everybody) accounts.commands.push_back(account(each));
  on.does(host, "reports six accounts, in one record: Hana, Alice, Dora (hospital), Bob, Lena, Nils (lab)",
          accounts);
  batch sign_ins;
  for (const auto& each : {hana, alice, dora, bob, lena})
    sign_ins.commands.push_back(user::record_sign_in{.user = each.key});
  on.does(host, "reports that all but Nils have signed in", sign_ins);

  on.does(platform, "makes Hana the hospital's administrator",
          role::assign{.user = "hana", .role = "organization_admin"});
  on.does(hana, "lets Alice create workspaces", role::assign{.user = "alice", .role = "workspace_admin"});

  on.is_refused(dora, "gives herself the same role", role::assign{.user = "dora", .role = "workspace_admin"},
                "forbidden");
  on.is_refused(bob, "creates a workspace for the lab",
                workspace::create{.organization = "lab",
                                  .kind = "analytics",
                                  .name = "Lab Study",
                                  .approval_policy = approval::all()},
                "forbidden");
}

}  // namespace clean_room
