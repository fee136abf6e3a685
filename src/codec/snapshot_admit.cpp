// SPDX-License-Identifier: Apache-2.0
#include "snapshot_admit.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace charter::inline v0::codec {

namespace {

template <class List, class Test>
bool all(const List& list, Test&& test) {
  return std::all_of(list.begin(), list.end(), test);
}

/// In which workspaces each user has a row. A list by user instead of look-ups in `member_rows`, which are
/// dear where there are millions.
class row_holders {
 public:
  explicit row_holders(const realm& world) : ends_(world.users.all.size() + 1) {
    for_each_row(world, [&](workspace_id, user_id user) { ++ends_[user.value + 1]; });
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    places_.resize(ends_.back());
    auto next = ends_;
    for_each_row(world, [&](workspace_id where, user_id user) { places_[next[user.value]++] = where; });
  }

  bool has(workspace_id where, user_id user) const {
    const auto at = [&](std::uint32_t i) { return places_.begin() + static_cast<std::ptrdiff_t>(ends_[i]); };
    return std::binary_search(at(user.value), at(user.value + 1), where);
  }

 private:
  /// By ascending workspace.
  template <class Visit>
  static void for_each_row(const realm& world, Visit&& visit) {
    workspace_id where{};
    for (const auto& each : world.workspaces.all) {
      for (const auto& row : each.members) visit(where, row.user);
      ++where.value;
    }
  }

  std::vector<std::size_t> ends_;  // of a user's places: from ends_[user] to ends_[user + 1]
  std::vector<workspace_id> places_;
};

struct inspection {
  const realm& world;

  bool is_role(role_index it) const { return it.value < world.rules->role_count(); }
  bool is_role(const std::optional<role_index>& it) const { return !it || is_role(*it); }
  bool is_record(position it) const { return it > 0 && it <= world.head; }
  bool are_records(const cow_vector<position>& list) const {
    return all(list, [&](position each) { return is_record(each); });
  }

  bool organizations_fit() const {
    return all(world.organizations.all, [&](const auto& each) { return are_records(each.entries); });
  }
  /// Whoever goes through a user's workspaces counts on finding a row in each.
  bool users_fit() const {
    const row_holders rows(world);
    user_id user{};
    for (const auto& each : world.users.all) {
      for (const auto& held : each.standing->roles)
        if (!is_role(held.role)) return false;
      for (const auto where : each.workspaces)
        if (!rows.has(where, user)) return false;
      ++user.value;
    }
    return world.emails.size() == world.users.all.size();
  }
  /// The role of an ended row may be of a rulebook that is in force no more.
  bool workspaces_fit() const {
    const auto row_fits = [&](const membership::row& each) { return each.ended || is_role(each.role); };
    return all(world.workspaces.all, [&](const workspace::state& each) {
      return each.kind.value < world.book().kinds.size() && all(each.members, row_fits) &&
             are_records(each.entries);
    });
  }
  bool invitations_fit() const {
    return all(world.invitations.all, [&](const invitation::state& each) { return is_role(each.role); });
  }
  /// Room for as many edits as a log can hold.
  bool jobs_fit() const {
    return all(world.jobs.all, [](const job::state& each) {
      return each.revision > 0 && each.revision < std::int64_t{1} << 53;
    });
  }
  bool queues_fit() const {
    return all(world.due_memberships.heap(),
               [&](const due_entry& each) {
                 return world.workspaces.has({each.first}) && world.users.has({each.second});
               }) &&
           all(world.due_roles.heap(),
               [&](const due_entry& each) {
                 return world.users.has({each.first}) && world.organizations.has({each.second});
               }) &&
           all(world.due_invitations.heap(),
               [&](const due_entry& each) { return world.invitations.has({each.first}); });
  }
  /// One entry a record: they are looked up by position.
  bool entries_fit() const {
    position expected = 0;
    return world.head > 0 && world.entries.size() == world.head && world.forgotten_to <= world.head &&
           all(world.entries, [&](const ledger::entry& each) { return each.at_position == ++expected; });
  }
  bool command_ids_fit() const {
    bool fit = world.command_ids.size() == world.command_id_at.size();
    world.command_id_at.for_each([&](position at, const auto&) { fit = fit && is_record(at); });
    return fit;
  }
  bool mail_fits() const {
    const auto is_read = [](const notice::mailbox& box) { return box.read_up_to <= box.rows.size(); };
    bool held = true;
    world.held_mail.for_each([&](const auto&, const auto& box) { held = held && is_read(box); });
    return world.mail.size() == world.users.all.size() && all(world.mail, is_read) && held &&
           is_read(world.platform_mail);
  }
};

}  // namespace

std::string_view first_fault(const realm& world) {
  const inspection it{world};
  if (!it.entries_fit()) return "its log entries are not one a record";
  if (!it.organizations_fit()) return "an organization names a record that is not there";
  if (!it.users_fit())
    return "a user is in a workspace that has no row for it, holds a role that is not "
           "there, or shares an address";
  if (!it.workspaces_fit()) return "a workspace names a kind, role or record that is not there";
  if (!it.invitations_fit()) return "an invitation names a role that is not there";
  if (!it.jobs_fit()) return "a job has a revision that no edits lead to";
  if (!it.queues_fit()) return "what falls due is of what is not there";
  if (!it.command_ids_fit()) return "a command id is of a record that is not there, or shares one";
  if (!it.mail_fits()) return "mailboxes are not one a user, or were read further than they go";
  return {};
}

}  // namespace charter::inline v0::codec
