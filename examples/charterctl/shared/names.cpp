// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <algorithm>
#include <charter/access/refusals.hpp>
#include <charter/realm/lookup.hpp>
#include <charter/rules/words.hpp>
#include <utility>

#include "complaint.hpp"

namespace charterctl {

using namespace charter;

namespace {

std::string_view word_for(const realm& world, asset_id it) { return to_text(world.assets[it].type); }
template <class Id>
std::string_view word_for(const realm&, Id) {
  return Id::kind::noun;
}

/// Collects every thing that bears the name.
struct search {
  const realm& world;
  std::string_view name;
  std::vector<named_thing> found = {};

  template <class... Ids>
  void among() {
    (look_for<Ids>(), ...);
  }

 private:
  template <class Id>
  void look_for() {
    const auto it = find(world, ref<Id>(name));
    if (!it) return;
    const std::string kind(word_for(world, *it));
    found.push_back({kind, {{kind, std::string(name)}}, *it});
  }
};

std::string spelled_out(const std::vector<named_thing>& all, std::string_view name) {
  std::string out;
  for (const auto& each : all) out += (out.empty() ? "" : " or ") + each.kind + ":" + std::string(name);
  return out;
}

template <class Id>
bool put_label(const realm& world, std::string_view text, std::string& out) {
  const auto it = parse_id<Id>(text);
  const auto known = it ? find(world, ref<Id>(*it)) : std::nullopt;
  if (known) out = label(world, *known);
  return known.has_value();
}

}  // namespace

named_thing find_thing(const realm& world, std::string_view text,
                       const std::vector<std::string_view>& kinds) {
  const auto colon = text.find(':');
  const auto kind = colon == text.npos ? std::string_view() : text.substr(0, colon);
  const auto find_all = [&](std::string_view name) {
    search it{world, name};
    it.among<organization_id, workspace_id, job_id, run_id, asset_id, data_policy_id>();
    return std::move(it.found);
  };
  const auto keep = [&](std::vector<named_thing> all, const auto& wanted) {
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto& it) { return !wanted(it); }), all.end());
    return all;
  };
  const auto is_allowed = [&](const named_thing& it) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), it.kind) != kinds.end();
  };
  // A key may hold a colon itself.
  auto found = keep(find_all(text), is_allowed);
  if (found.empty() && !kind.empty())
    found = keep(find_all(text.substr(colon + 1)),
                 [&](const named_thing& it) { return is_allowed(it) && it.kind == kind; });
  if (found.empty()) give_up(not_found(kinds.size() == 1 ? kinds.front() : "thing"));
  if (found.size() > 1)
    give_up(bad_input, "ambiguous_name",
            "Several things are named " + std::string(text) + "; write " + spelled_out(found, text) + ".");
  return std::move(found.front());
}

void say_where(const realm& world, named_thing& it, const std::optional<std::string>& workspace,
               const std::optional<std::string>& member) {
  if (workspace) {
    const auto found = find(world, ref<workspace_id>(*workspace));
    if (!found) give_up(not_found("workspace"));
    it.with["workspace"] = *workspace;
    it.on.in = *found;
  }
  if (member) {
    const auto found = find(world, ref<user_id>(*member));
    if (!found) give_up(not_found("user"));
    it.with["member"] = *member;
    it.on.member = *found;
  }
}

std::string label_of(const realm& world, std::string_view text) {
  std::string out(text);
  (void)(put_label<user_id>(world, text, out) || put_label<workspace_id>(world, text, out) ||
         put_label<organization_id>(world, text, out) || put_label<job_id>(world, text, out) ||
         put_label<run_id>(world, text, out) || put_label<asset_id>(world, text, out) ||
         put_label<invitation_id>(world, text, out) || put_label<data_policy_id>(world, text, out));
  return out;
}

}  // namespace charterctl
