// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The only list of rooms: every command and every event of a realm.

#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/any_of.hpp"
#include "charter/machines/asset/messages.hpp"
#include "charter/machines/directory/messages.hpp"
#include "charter/machines/invitation/messages.hpp"
#include "charter/machines/job/messages.hpp"
#include "charter/machines/ledger/messages.hpp"
#include "charter/machines/membership/messages.hpp"
#include "charter/machines/run/messages.hpp"
#include "charter/machines/settings/messages.hpp"
#include "charter/machines/workspace/messages.hpp"

namespace charter::inline v0 {

class command;

/// Several commands of one actor, judged in turn, in one record, or none of them (D49). At most 1000.
struct batch {
  std::vector<command> commands;
  static constexpr std::string_view message_name = "batch";
};
inline constexpr std::size_t max_batch = 1000;

namespace detail {

using all_commands_list = join_rooms<std::variant<batch>, directory::command, workspace::command,
                                     membership::command, settings::command, invitation::command,
                                     asset::command, job::command, run::command, ledger::command>;
using all_events_list = join_rooms<directory::event, workspace::event, membership::event, settings::event,
                                   invitation::event, asset::event, job::event, run::event, ledger::event>;

}  // namespace detail

/// What an actor asks. Converts from any room's command:
/// `execute(context, workspace::archive{.workspace = "study"})`.
class command : public any_of<detail::all_commands_list> {
 public:
  command() : any_of(organization::create{}) {}
  template <class T>
  requires(detail::is_listed<T, detail::all_commands_list>) command(T one) : any_of(std::move(one)) {}
};

/// What happened. One record holds all the events of one accepted command.
class event : public any_of<detail::all_events_list> {
 public:
  event() : any_of(organization::created{}) {}
  template <class T>
  requires(detail::is_listed<T, detail::all_events_list>) event(T one) : any_of(std::move(one)) {}
};

/// Calls `visit_one` with the concrete event struct.
template <class Visit>
decltype(auto) visit_event(const event& what, Visit&& visit_one) {
  return what.visit(visit_one);
}
inline std::string_view name_of(const event& what) { return what.name(); }

/// The event that holds that struct.
template <class T>
event make_event(T one) {
  return event(std::move(one));
}

}  // namespace charter::inline v0
