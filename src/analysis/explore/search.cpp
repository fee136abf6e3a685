// SPDX-License-Identifier: Apache-2.0
#include "search.hpp"

#include <algorithm>
#include <utility>

#include "charter/record/advance_realm.hpp"

namespace charter::inline v0::analysis {

namespace {

constexpr std::uint32_t states_between_looks = 256;

constexpr std::uint32_t nobody = ~std::uint32_t{0};

}  // namespace

search::search(const realm& start, const goal& what, const search_scope& within,
               const std::vector<move>& moves, const search_watch& watch)
    : start_(start),
      goal_(what),
      within_(within),
      moves_(moves),
      watch_(watch),
      keys_(start, within.symmetry),
      by_id_(start, naming::by::id),
      by_key_(start, naming::by::key) {
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const auto reads = moves[i].footprint.reads;
    auto group = std::find_if(outcomes_.begin(), outcomes_.end(),
                              [&](const outcomes& each) { return each.reads == reads; });
    if (group == outcomes_.end()) group = outcomes_.emplace(group, reads);
    group->moves.push_back(static_cast<move_number>(i));
  }
}

search_result search::run() {
  states_.push_back({nobody, 0});
  part_hashes parts;
  keys_.take(start_, parts);
  seen_keys_.insert(state_keys::key_of(parts));
  ahead_.push(std::move(parts));
  stations_.push_back({0, start_});
  result_.seen.states = 1;
  std::size_t layer_end = 1;  // states before it are no deeper than result_.seen.depth
  for (state_number next = 0; next < states_.size(); ++next) {
    if (next == layer_end) {
      ++result_.seen.depth;
      layer_end = states_.size();
    }
    if (result_.seen.depth == within_.depth) return result_.end = search_outcome::depth, result_;
    if (expand(next)) return result_;
  }
  result_.end = search_outcome::exhausted;
  return result_;
}

/// Whether the search has ended; so are the answers of all that follow.
bool search::expand(state_number it) {
  if (it % states_between_looks == 0 && !goes_on()) return result_.end = search_outcome::stopped, true;
  standpoint from{it, std::move(ahead_.front()), {}, nullptr, {}};
  ahead_.pop();
  for (auto& each : outcomes_) {
    const auto key = state_keys::key_of(from.parts, each.reads);
    const auto* known = remembers_ && each.reads != part_set::all() ? each.find(key) : nullptr;
    if (known ? repeat(from, each, *known) : try_all(from, each, key)) return true;
  }
  return false;
}

bool search::try_all(standpoint& from, outcomes& of, std::uint64_t key) {
  std::vector<outcomes::accepted> found;
  for (const auto number : of.moves) {
    bool is_accepted = false;
    if (make(from, number, is_accepted)) return true;
    if (is_accepted)
      found.push_back(of.remember(number, moves_[number].footprint.is_confined, from.parts_after));
  }
  of.keep(key, std::move(found));
  return false;
}

bool search::repeat(standpoint& from, const outcomes& of, const std::vector<outcomes::accepted>& known) {
  for (const auto& each : known) {
    bool is_accepted = false;
    if (!each.is_known || !goal_.is_local) {
      if (make(from, each.by, is_accepted)) return true;
      continue;
    }
    ++result_.seen.transitions;
    from.parts_after = from.parts;
    of.apply(each, from.parts_after);
    if (arrive(from, each.by)) return true;
  }
  return false;
}

bool search::make(standpoint& from, move_number number, bool& is_accepted) {
  const auto& by = moves_[number];
  const auto& before = stand_in(from);
  auto& after = *from.after;
  if (!by.may_be_tried(before)) return false;
  ++result_.seen.attempts;
  std::optional<command> made;
  const auto& what = by.fixed ? *by.fixed : made.emplace(by.make(by_id_, before));
  const auto done = advance_realm(after, by.with, what);
  if (!done) {
    if (done.error().changed) after = before;
    return false;
  }
  is_accepted = true;
  ++result_.seen.transitions;
  if (is_reached(before, by, what, done->drafts.back().events, after)) {
    result_.end = search_outcome::reached;
    result_.steps = steps_to(from.number, number);
    return true;
  }
  keys_.take(after, from.parts_after);
  after = before;
  return arrive(from, number);
}

bool search::arrive(const standpoint& from, move_number by) {
  if (!seen_keys_.insert(state_keys::key_of(from.parts_after)).second) return false;
  if (states_.size() == within_.states) return result_.end = search_outcome::states, true;
  states_.push_back({from.number, by});
  ahead_.push(from.parts_after);
  ++result_.seen.states;
  return false;
}

bool search::is_reached(const realm& before, const move& by, const command& what,
                        std::span<const event> events, const realm& after) const {
  const acting who = by.user ? acting{actor_kind::user, *by.user} : acting{actor_kind::host, {}};
  return goal_.is_reached({before, who, what, events, after});
}

bool search::goes_on() const { return !watch_ || watch_(result_.seen); }

command search::said(const move& it, const realm& world) const {
  return it.fixed ? *it.fixed : it.make(by_id_, world);
}

/// From the start, which is left out.
std::vector<search::state_number> search::way_to(state_number it) const {
  std::vector<state_number> out;
  for (; it != 0; it = states_[it].before) out.push_back(it);
  std::reverse(out.begin(), out.end());
  return out;
}

const realm& search::stand_in(standpoint& from) {
  if (!from.before) {
    from.before = &realm_of(from.number);
    from.after = *from.before;
  }
  return *from.before;
}

const realm& search::realm_of(state_number it) {
  const auto way = way_to(it);
  std::size_t shared = 0;  // stations after the start that lie on the way
  while (shared < way.size() && shared + 1 < stations_.size() && stations_[shared + 1].at == way[shared])
    ++shared;
  stations_.resize(shared + 1);
  for (; shared < way.size(); ++shared) {
    const auto& by = moves_[states_[way[shared]].by];
    station next{way[shared], stations_.back().world};
    // It was accepted before, and decide sees nothing but its arguments.
    static_cast<void>(advance_realm(next.world, by.with, said(by, next.world)));
    stations_.push_back(std::move(next));
  }
  return stations_.back().world;
}

std::vector<order> search::steps_to(state_number it, move_number last) {
  std::vector<order> out;
  realm world = start_;
  const auto take = [&](const move& by) {
    out.push_back({by.user ? actor(by_key_(*by.user)) : actor::host(), by.make(by_key_, world)});
    static_cast<void>(advance_realm(world, by.with, said(by, world)));
  };
  for (const auto each : way_to(it)) take(moves_[states_[each].by]);
  take(moves_[last]);
  return out;
}

}  // namespace charter::inline v0::analysis
