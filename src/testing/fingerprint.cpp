// SPDX-License-Identifier: Apache-2.0
#include "charter/testing/fingerprint.hpp"

#include <algorithm>

#include "charter/codec/rulebook_json.hpp"
#include "field_printer.hpp"

namespace charter::inline v0::testing {

namespace {

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// Whatever falls due, soonest first; things that are due at once come as the queue keeps them.
void print_queue(line_printer& out, std::string_view name, due_queue queue) {
  for (std::size_t i = 0; queue.any_until(instant::max()); ++i) out.line(name, i, queue.pop());
}

template <class Id, class State>
void print_registry(line_printer& out, std::string_view name, const registry<Id, State>& things) {
  out.list(name, things.all);
  out.map(std::string(name) + ".keys", things.keys);
}

/// INVARIANT: every member of the realm has its line.
void print_realm(line_printer& out, const realm& world) {
  const auto& [rules, now, head, organizations, users, workspaces, invitations, assets, data_policies, jobs,
               runs, attestations, emails, held_invitations, member_rows, workspace_names, due_memberships,
               due_roles, due_invitations, entries, command_ids, command_id_at, forgotten_to, mail, held_mail,
               platform_mail] = world;
  out.line("rules", rules ? write_rulebook(rules->book(), json_layout::one_line) : std::string());
  out.line("now", now);
  out.line("head", head);
  print_registry(out, "organizations", organizations);
  print_registry(out, "users", users);
  print_registry(out, "workspaces", workspaces);
  print_registry(out, "invitations", invitations);
  print_registry(out, "assets", assets);
  print_registry(out, "data_policies", data_policies);
  print_registry(out, "jobs", jobs);
  print_registry(out, "runs", runs);
  print_registry(out, "attestations", attestations);
  out.map("emails", emails);
  out.map("held_invitations", held_invitations);
  out.map("member_rows", member_rows);
  out.map("workspace_names", workspace_names);
  print_queue(out, "due_memberships", due_memberships);
  print_queue(out, "due_roles", due_roles);
  print_queue(out, "due_invitations", due_invitations);
  out.list("entries", entries);
  out.map("command_ids", command_ids);
  out.map("command_id_at", command_id_at);
  out.line("forgotten_to", forgotten_to);
  out.list("mail", mail);
  out.map("held_mail", held_mail);
  out.line("platform_mail", platform_mail);
}

}  // namespace

std::string fingerprint(const realm& world) {
  std::string text;
  line_printer out(text);
  print_realm(out, world);
  return text;
}

std::string first_difference(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto both = std::min(before.size(), after.size());
  const auto end = before.begin() + static_cast<std::ptrdiff_t>(both);
  const auto at =
      static_cast<std::size_t>(std::mismatch(before.begin(), end, after.begin()).first - before.begin());
  const auto break_before = before.substr(0, at).rfind('\n');
  const auto start = break_before == std::string_view::npos ? 0 : break_before + 1;
  std::string out("`");
  return out.append(first_line(before.substr(start)))
      .append("` became `")
      .append(first_line(after.substr(start)))
      .append("`");
}

}  // namespace charter::inline v0::testing
