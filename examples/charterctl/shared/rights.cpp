// SPDX-License-Identifier: Apache-2.0
#include "rights.hpp"

namespace charterctl {

void add_rights(CLI::App& sub, rights_options& options) {
  add_reading(sub, options);
  sub.add_option("USER", options.user, "Whose right it is: a key or an e-mail address")->required();
  sub.add_option("PERMISSION", options.permission, "As the rulebook names it, such as job.create")
      ->required();
  sub.add_option("TARGET", options.target, "An organization, workspace, job, run, asset or data policy")
      ->required();
  sub.add_option("--in", options.in, "With an asset: the workspace to share it to or take it from")
      ->type_name("WORKSPACE");
  sub.add_option("--member", options.member, "With workspace.withdraw_user: the member to withdraw")
      ->type_name("USER");
}

named_thing about_rights(const reading& from, const rights_options& options) {
  const auto& world = from.then.realm();
  auto out = find_thing(world, options.target);
  say_where(world, out, options.in, options.member);
  out.with["user"] = options.user;
  out.with["permission"] = options.permission;
  return out;
}

}  // namespace charterctl
