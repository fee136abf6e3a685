// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The only list of rooms: every command and every event of a realm.

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

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

/// A list of types that never becomes a variant: parsing stays cheap where messages are only carried.
template <class... Ts>
struct type_list {
  static constexpr std::size_t size = sizeof...(Ts);
};
template <class... Lists>
struct joined;
template <class... Ts>
struct joined<type_list<Ts...>> {
  using type = type_list<Ts...>;
};
template <class... As, class... Bs, class... Rest>
struct joined<type_list<As...>, std::variant<Bs...>, Rest...> : joined<type_list<As..., Bs...>, Rest...> {};
template <class... As, class B, class... Rest>
struct joined<type_list<As...>, B, Rest...> : joined<type_list<As..., B>, Rest...> {};

/// The rooms' commands. A list as well: the variant itself is never made.
using command_rooms =
    std::variant<batch, directory::command, workspace::command, membership::command, settings::command,
                 invitation::command, asset::command, job::command, run::command, ledger::command>;
template <class... Rooms>
auto flatten(const std::variant<Rooms...>*) -> typename joined<type_list<>, Rooms...>::type;
using all_commands_list = decltype(flatten(static_cast<const command_rooms*>(nullptr)));

template <class T, class... Ts>
constexpr std::size_t index_of(type_list<Ts...>) {
  std::size_t at = 0;
  (void)((std::same_as<T, Ts> || (++at, false)) || ...);
  return at;
}
template <class T, class List>
concept listed_in = index_of<T>(List{})
< List::size;

template <class T, class Variant>
struct is_alternative : std::false_type {};
template <class T, class... Ts>
struct is_alternative<T, std::variant<Ts...>> : std::bool_constant<(std::same_as<T, Ts> || ...)> {};

}  // namespace detail

/// What an actor asks. Converts from any room's command: `execute(context, workspace::archive{.workspace =
/// "study"})`. Immutable; a copy shares the message.
class command {
 public:
  command() : command(organization::create{}) {}
  template <detail::listed_in<detail::all_commands_list> T>
  command(T one)
      : which_(detail::index_of<T>(detail::all_commands_list{})),
        name_(T::message_name),
        message_(std::make_shared<const T>(std::move(one))) {}
  /// From a room's variant, as codecs read it.
  template <class... Ts>
  command(std::variant<Ts...> room)
      : command(std::visit([](auto& one) { return command(std::move(one)); }, room)) {}

  std::string_view name() const { return name_; }

  /// Calls `visit` with the concrete command struct.
  template <class Visit>
  decltype(auto) visit(Visit&& visit_one) const {
    return visit_in(visit_one, detail::all_commands_list{});
  }

 private:
  template <class Visit, class T>
  static decltype(auto) call(Visit& visit_one, const void* message) {
    return visit_one(*static_cast<const T*>(message));
  }
  template <class Visit, class First, class... Ts>
  decltype(auto) visit_in(Visit& visit_one, detail::type_list<First, Ts...>) const {
    using answer = decltype(visit_one(std::declval<const First&>()));
    using caller = answer (*)(Visit&, const void*);
    static constexpr caller callers[] = {&call<Visit, First>, &call<Visit, Ts>...};
    return callers[which_](visit_one, message_.get());
  }

  std::size_t which_;
  std::string_view name_;
  std::shared_ptr<const void> message_;
};

/// What happened. One record holds all the events of one accepted command.
using event = std::variant<directory::event, workspace::event, membership::event, settings::event,
                           invitation::event, asset::event, job::event, run::event, ledger::event>;

/// Calls `visit` with the concrete event struct.
template <class Visit>
decltype(auto) visit_event(const event& what, Visit&& visit_one) {
  return std::visit([&](const auto& room) -> decltype(auto) { return std::visit(visit_one, room); }, what);
}

/// A template, so that only who asks pays for the visit.
template <std::same_as<event> Event>
std::string_view name_of(const Event& what) {
  return visit_event(what, [](const auto& one) { return std::remove_cvref_t<decltype(one)>::message_name; });
}

/// Wraps a concrete event struct into the room that owns it.
template <class T>
event make_event(T one) {
  if constexpr (detail::is_alternative<T, directory::event>::value)
    return directory::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, workspace::event>::value)
    return workspace::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, membership::event>::value)
    return membership::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, settings::event>::value)
    return settings::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, invitation::event>::value)
    return invitation::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, asset::event>::value)
    return asset::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, job::event>::value)
    return job::event{std::move(one)};
  else if constexpr (detail::is_alternative<T, run::event>::value)
    return run::event{std::move(one)};
  else
    return ledger::event{std::move(one)};
}

}  // namespace charter::inline v0
