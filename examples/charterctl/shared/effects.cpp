// SPDX-License-Identifier: Apache-2.0
#include "effects.hpp"

#include <charter/access/queries/reach.hpp>
#include <charter/realm/lookup.hpp>
#include <utility>

#include "ask.hpp"

namespace charterctl {

using namespace charter;

namespace {

/// Whether two answers are the same to who asks "may I?": yes, no, or it depends on which thing.
int answer_class(decision it) { return it ? 0 : it.why == denial::depends_on_resource ? 1 : 2; }

std::vector<user_id> people_near(const realm& world, workspace_id it) {
  if (!world.workspaces.has(it)) return {};
  return queries::people_in_reach(world, it, {});
}
std::vector<user_id> people_near(const realm& world, organization_id it) {
  if (!world.organizations.has(it)) return {};
  const auto& joined = world.organizations[it].joined;
  return {joined.begin(), joined.end()};
}

const auto& places(const realm& world, workspace_id) { return world.workspaces; }
const auto& places(const realm& world, organization_id) { return world.organizations; }

class comparison {
 public:
  comparison(const view& before, const view& after) : before_(before), after_(after) {}

  /// Things are never removed, so `after` has every place and every person.
  template <class Place>
  void compare_all(Place first) {
    for (auto place = first; places(after_.realm(), place).has(place); ++place.value) {
      auto people = people_near(before_.realm(), place);
      const auto now = people_near(after_.realm(), place);
      people.insert(people.end(), now.begin(), now.end());
      queries::sort_and_unite(people);
      for (const auto each : people) compare(each, place);
    }
  }

  std::vector<changed_rights> take() { return std::move(found_); }

 private:
  template <class Place>
  void compare(user_id user, Place place) {
    const auto& rules = *after_.realm().rules;
    changed_rights out{
        label(after_.realm(), user), std::string(Place::kind::noun), label(after_.realm(), place), {}};
    for (permission what; what.value < rules.permission_count(); ++what.value) {
      const auto name = rules.row(what).name;
      const auto was = ask(before_, name, user, place), is = ask(after_, name, user, place);
      if (answer_class(was) != answer_class(is))
        out.rights.push_back({std::string(name), was.slug(), is.slug()});
    }
    if (!out.rights.empty()) found_.push_back(std::move(out));
  }

  /// By name: an amended rulebook numbers permissions anew.
  template <class Place>
  decision ask(const view& then, std::string_view name, user_id user, Place place) const {
    const auto what = then.find_permission(name);
    const bool is_there = places(then.realm(), place).has(place) && then.realm().users.has(user);
    if (!what || !is_there) return {denial::not_found};
    return then.check({user, *what, place, after_.time()});
  }

  const view& before_;
  const view& after_;
  std::vector<changed_rights> found_;
};

std::optional<boost::json::object> review_of(const view& then, job_id it, instant at) {
  const auto found = find(then.realm(), ref<job_id>(it));
  if (!found) return {};
  const auto answer = try_to_ask({then, {.at = at}}, "review_status", {{"job", to_text(it)}});
  return answer ? std::optional(answer->as_object()) : std::nullopt;
}

/// A draft is not being reviewed.
bool is_reviewed(const std::optional<boost::json::object>& it) { return it && it->at("status") != "draft"; }

bool stands_alike(const boost::json::object& a, const boost::json::object& b) {
  return a.at("status") == b.at("status") && a.at("satisfied") == b.at("satisfied") &&
         a.at("unsatisfiable") == b.at("unsatisfiable");
}

}  // namespace

std::vector<changed_rights> rights_between(const view& before, const view& after) {
  comparison all(before, after);
  all.compare_all(organization_id{});
  all.compare_all(workspace_id{});
  return all.take();
}

std::vector<changed_review> reviews_between(const view& before, const view& after) {
  std::vector<changed_review> out;
  for (job_id each; after.realm().jobs.has(each); ++each.value) {
    auto was = review_of(before, each, after.time()), is = review_of(after, each, after.time());
    if (!is_reviewed(was) && !is_reviewed(is)) continue;
    if (!was || !is || !stands_alike(*was, *is))
      out.push_back({label(after.realm(), each), std::move(was), std::move(is)});
  }
  return out;
}

}  // namespace charterctl
