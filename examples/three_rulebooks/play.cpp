// SPDX-License-Identifier: Apache-2.0
#include "play.hpp"

#include <algorithm>
#include <charter/engine/engine.hpp>
#include <charter/store/memory_store.hpp>
#include <memory>
#include <optional>
#include <stdexcept>

#include "story.hpp"

namespace three_rulebooks {

using namespace charter;

namespace {

std::optional<target> find_target(const view& now, std::string_view key) {
  if (const auto run = now.find_run(key)) return *run;
  if (const auto job = now.find_job(key)) return *job;
  if (const auto workspace = now.find_workspace(key)) return *workspace;
  return {};
}

/// Where the command led: the last event of one thing. What follows for many at once has a plural name, such
/// as `runs.cancelled`.
std::string_view last_event(const receipt& done) {
  const auto is_of_one = [](const event& each) { return name_of(each).find("s.") == std::string_view::npos; };
  return name_of(*std::find_if(done.events.rbegin(), done.events.rend(), is_of_one));
}

void attempt(engine& realm, const step& it, const command& what, outcome& out) {
  const auto done = realm.execute({.as = it.who}, what);
  out.yes = done.has_value();
  out.word = done ? last_event(*done) : done.error().slug();
}

void attempt(engine& realm, const step& it, const asks& what, outcome& out) {
  const auto now = realm.now();
  const auto on = find_target(now, what.thing);
  const auto answer = on ? realm.check({*now.find_user(it.who), *now.find_permission(what.permission), *on})
                         : decision{denial::not_found};
  out.yes = bool(answer);
  out.word = answer ? "yes" : answer.slug();
}

outcome attempt(engine& realm, const step& it, std::size_t number) {
  outcome out{number, it.deed};
  std::visit([&](const auto& what) { attempt(realm, it, what, out); }, it.what);
  return out;
}

}  // namespace

const outcome& playing::of(std::string_view deed) const {
  const auto found =
      std::find_if(outcomes.begin(), outcomes.end(), [&](const outcome& each) { return each.deed == deed; });
  if (found == outcomes.end()) throw std::out_of_range("no step " + std::string(deed));
  return *found;
}

tl::expected<playing, std::string> play(const dialect& in) {
  auto realm = engine::open(std::make_unique<memory_store>(), {.rules = in.book()});
  if (!realm) return tl::make_unexpected(realm.error().message());
  for (const auto& each : prologue(in))
    if (const auto done = attempt(*realm, each, 0); !done.yes)
      return tl::make_unexpected(std::string(each.deed) + ": " + done.word);

  playing out{in, {}};
  for (const auto& part : story(in))
    for (const auto& each : part.steps)
      out.outcomes.push_back(attempt(*realm, each, out.outcomes.size() + 1));
  return out;
}

}  // namespace three_rulebooks
