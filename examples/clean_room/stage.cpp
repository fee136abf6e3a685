// SPDX-License-Identifier: Apache-2.0
#include "stage.hpp"

#include <charter/engine/engine.hpp>
#include <charter/format.hpp>
#include <optional>
#include <variant>

namespace clean_room {

using namespace charter;

namespace {

std::string text_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}
std::string text_of(const std::string& word) { return word; }
std::string text_of(std::int64_t number) { return std::to_string(number); }

/// The sentence, and those details that neither it nor the slug already says: "(current: 2)".
std::string reason_in_full(const refusal& why) {
  std::string details;
  for (const auto& each : why.details) {
    const auto value = std::visit([](const auto& it) { return text_of(it); }, each.value);
    if (why.message.find(value) != std::string::npos || why.slug.find(value) != std::string::npos) continue;
    details += fmt::format("{}{}: {}", details.empty() ? "" : ", ", each.name, value);
  }
  return details.empty() ? why.message : fmt::format("{} ({})", why.message, details);
}

std::optional<target> find_target(const view& now, std::string_view key) {
  if (const auto run = now.find_run(key)) return *run;
  if (const auto job = now.find_job(key)) return *job;
  if (const auto workspace = now.find_workspace(key)) return *workspace;
  return {};
}

}  // namespace

position stage::does(const person& who, std::string_view deed, const command& what) {
  time_passes(std::chrono::minutes{7});
  const auto done = realm_.execute({.as = who.key}, what);
  if (!done)
    return wrong(fmt::format("{} {}: {}, {}", who.name, deed, done.error().slug(), done.error().message()));
  ++accepted_;
  out_.accepted(done->at_position, who.name, deed);
  return done->at_position;
}

void stage::is_refused(const person& who, std::string_view deed, const command& what, std::string_view slug) {
  time_passes(std::chrono::minutes{7});
  const auto done = realm_.execute({.as = who.key}, what);
  const auto* why = done ? nullptr : done.error().as_refusal();
  if (!why || why->slug != slug) {
    wrong(
        fmt::format("{} {}: {}, expected {}", who.name, deed, done ? "accepted" : done.error().slug(), slug));
    return;
  }
  ++refused_;
  out_.refused(who.name, deed, why->slug, reason_in_full(*why));
}

void stage::asks(const person& who, std::string_view question_text, std::string_view permission,
                 std::string_view on, std::string_view slug) {
  const auto now = realm_.now();
  const auto user = now.find_user(who.key);
  const auto what = now.find_permission(permission);
  const auto where = find_target(now, on);
  const auto answer =
      user && what && where ? realm_.check({*user, *what, *where}) : decision{denial::not_found};
  if (answer.slug() != slug)
    wrong(fmt::format("{} {}: {}, expected {}", who.name, question_text, answer.slug(), slug));
  else
    out_.answered(who.name, question_text, realm_.explain({*user, *what, *where}).text);
}

position stage::wrong(const std::string& what) {
  ++went_wrong_;
  out_.wrong(what);
  return 0;
}

}  // namespace clean_room
