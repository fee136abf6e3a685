// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/cast.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "charter/record/advance_realm.hpp"
#include "least_role.hpp"

namespace charter::inline v0::analysis {

namespace {

instant opening_time() {
  using namespace std::chrono;
  return instant{sys_days{year{2026} / January / 1}.time_since_epoch()};
}

realm empty_realm(rules_ptr rules) {
  realm out;
  out.rules = std::move(rules);
  out.now = opening_time();
  return out;
}

objection carry_out(realm& world, const order& what) {
  realm next = world;
  if (auto done = advance_realm(next, {what.as, world.now, world.now, {}, {}}, what.what); !done)
    return std::move(done.error().why);
  world = std::move(next);
  return {};
}

/// Puts the usual cast together, one accepted order after another.
class director {
 public:
  explicit director(rules_ptr rules) : out_{{}, empty_realm(std::move(rules))} {}

  tl::expected<cast, refusal> run(const std::optional<std::string>& wanted) {
    const auto kind = kind_named(wanted);
    if (!kind) return tl::unexpected(refuse("unknown_kind", "The rulebook has no such kind of workspace."));
    for (const auto* each : {"hospital", "lab"}) must({actor::platform(), organization::create{each, each}});
    for (const auto& [who, where] :
         {std::pair{"alice", "hospital"}, {"ann", "hospital"}, {"bob", "lab"}, {"ben", "lab"}})
      must({actor::host(),
            user::provision{
                .key = who, .email = std::string(who) + "@" + where + ".org", .organization = where}});
    for (const auto* who : {"alice", "bob", "ben"}) must({actor::host(), user::record_sign_in{who}});
    for (const auto* who : {"alice", "bob"}) raise(who);
    open_study(*kind);
    if (no_) return tl::unexpected(std::move(*no_));
    return std::move(out_);
  }

 private:
  const rules::rulebook& book() const { return out_.start.book(); }

  std::optional<rules::kind_definition> kind_named(const std::optional<std::string>& wanted) const {
    const auto& all = book().kinds;
    const auto fits = [&](const auto& each) { return wanted ? each.name == *wanted : each.approval; };
    auto found = std::find_if(all.begin(), all.end(), fits);
    if (found == all.end() && !wanted) found = all.begin();
    return found == all.end() ? std::nullopt : std::optional(*found);
  }

  bool try_out(order what) {
    if (carry_out(out_.start, what)) return false;
    out_.given.push_back(std::move(what));
    return true;
  }
  void must(order what) {
    if (no_) return;
    no_ = carry_out(out_.start, what);
    if (!no_) out_.given.push_back(std::move(what));
  }

  void raise(const std::string& who) {
    for (const auto& role : book().roles) {
      if (role.scope != rules::role_scope::organization || role.default_) continue;
      const role::assign assign{who, role.name, {}, {}};
      if (!try_out({actor::platform(), assign})) try_out({actor(who), assign});
    }
  }

  /// By whatever way in the rulebook has.
  void open_study(const rules::kind_definition& kind) {
    workspace::create study{.key = "study", .organization = "hospital", .kind = kind.name, .name = "Study"};
    const bool invites = !book().membership.direct;
    (invites ? study.invitees : study.members)
        .push_back({.email = "bob@lab.org", .role = least_role(book())});
    if (invites) study.invitees.back().key = "invitation-1";
    if (kind.approval) study.approval_policy = approval::all();
    must({actor("alice"), study});
    if (invites) must({actor("bob"), invitation::accept{"study", {}}});
  }
  cast out_;
  objection no_;
};

}  // namespace

tl::expected<cast, refusal> make_cast(rules_ptr rules, std::vector<order> given) {
  cast out{std::move(given), empty_realm(std::move(rules))};
  for (std::size_t i = 0; i < out.given.size(); ++i)
    if (auto no = carry_out(out.start, out.given[i]))
      return tl::unexpected(std::move(*no).with("index", static_cast<std::int64_t>(i)));
  return out;
}

tl::expected<cast, refusal> make_usual_cast(const rules_ptr& rules, const std::optional<std::string>& kind) {
  return director(rules).run(kind);
}

}  // namespace charter::inline v0::analysis
