// SPDX-License-Identifier: Apache-2.0
// docs/catalogue.md lists every command and event with its fields, as the code describes them.
#include <doctest/doctest.h>

#include <charter/base/enum_text.hpp>
#include <charter/machines/job/state.hpp>
#include <charter/realm/message.hpp>
#include <charter/rules/words.hpp>

#include <concepts>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

TEST_SUITE("codec/catalogue") {

using namespace charter;

namespace {

template <class T>
struct type_of;  // what a field holds, in words

template <class T>
std::string words() {
  return type_of<std::remove_cvref_t<T>>::text();
}

std::string_view name_of_kind(organization_id) { return "organization"; }
std::string_view name_of_kind(user_id) { return "user"; }
std::string_view name_of_kind(workspace_id) { return "workspace"; }
std::string_view name_of_kind(invitation_id) { return "invitation"; }
std::string_view name_of_kind(asset_id) { return "asset"; }
std::string_view name_of_kind(data_policy_id) { return "data policy"; }
std::string_view name_of_kind(job_id) { return "job"; }
std::string_view name_of_kind(run_id) { return "run"; }
std::string_view name_of_kind(attestation_id) { return "attestation"; }

template <described T>
std::string fields_of() {
  std::string out;
  T::fields.for_each([&](const auto& field) {
    using member = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
    const bool optional = field.when == presence::optional || words<member>().ends_with('?');
    auto type = words<member>();
    if (type.ends_with('?')) type.pop_back();
    out += (out.empty() ? "" : ", ") + ("`" + std::string(field.name) + (optional ? "?" : "") + "` " + type);
  });
  return out.empty() ? "no fields" : out;
}

template <class T>
struct type_of {
  static std::string text() {
    if constexpr (std::same_as<T, bool>)
      return "yes or no";
    else if constexpr (std::integral<T>)
      return "number";
    else if constexpr (std::same_as<T, std::string>)
      return "text";
    else if constexpr (std::same_as<T, instant>)
      return "time";
    else if constexpr (requires(T id) { name_of_kind(id); })
      return std::string(name_of_kind(T{}));
    else if constexpr (requires { enum_names<T>::names; })
      return one_of(enum_names<T>::names);
    else if constexpr (described<T>)
      return "{" + fields_of<T>() + "}";
    else
      static_assert(described<T>, "say here what such a field holds");
  }
  static std::string one_of(const auto& names) {
    std::string out;
    for (const auto each : names) out += (out.empty() ? "" : " or ") + ('"' + std::string(each) + '"');
    return out;
  }
};
template <class Id>
struct type_of<ref<Id>> {
  static std::string text() { return words<Id>(); }
};
template <class T>
struct type_of<std::optional<T>> {
  static std::string text() { return words<T>() + "?"; }
};
template <class T>
struct type_of<std::vector<T>> {
  static std::string text() { return "list of " + words<T>(); }
};

template <>
struct type_of<column_set> {
  static std::string text() { return "\"all\" or list of text"; }
};
template <>
struct type_of<workspace::property_value> {
  static std::string text() { return "yes or no, number or text"; }
};
template <>
struct type_of<realms::rulebook_document> {
  static std::string text() { return "rulebook, or the name of one that ships"; }
};

/// One row a message of a room's variant.
template <class... Messages>
std::string rows(std::string_view kind, const std::variant<Messages...>*) {
  std::string out = "\n| " + std::string(kind) + " | fields |\n|---|---|\n";
  ((out += "| `" + std::string(Messages::message_name) + "` | " + fields_of<Messages>() + " |\n"), ...);
  return out;
}

template <class Command, class Event>
std::string room(std::string_view title) {
  return "\n## " + std::string(title) + "\n" + rows("command", static_cast<const Command*>(nullptr)) +
         rows("event", static_cast<const Event*>(nullptr));
}

std::string catalogue() {
  return "# Commands and events\n\nMade from the code by `tests/codec/catalogue_test.cpp`; run it with "
         "CHARTER_UPDATE=1 to write this page anew. A field with a question mark may be\nleft out. Where a "
         "thing is named, its id, its key or, for a user, an e-mail address may stand. `batch` takes a list "
         "of "
         "commands and is one record.\n" +
         room<directory::command, directory::event>("Directory: organizations, users, roles") +
         room<workspace::command, workspace::event>("Workspaces") +
         room<membership::command, membership::event>("Membership") +
         room<settings::command, settings::event>("Settings of a workspace") +
         room<invitation::command, invitation::event>("Invitations") +
         room<asset::command, asset::event>("Assets: integrations, datasets, data policies") +
         room<job::command, job::event>("Jobs and their reviews") +
         room<run::command, run::event>("Runs and attestations") +
         room<ledger::command, ledger::event>("The realm, time, notices, audit");
}

}  // namespace

TEST_CASE("the catalogue of commands and events is the code's") {
  const std::string page = CHARTER_SOURCE_DIR "/docs/catalogue.md";
  if (std::getenv("CHARTER_UPDATE")) std::ofstream(page) << catalogue();
  std::ifstream in(page);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == catalogue());
}

}  // TEST_SUITE("codec/catalogue")
