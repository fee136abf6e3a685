// SPDX-License-Identifier: Apache-2.0
#include "drive.hpp"

#include <random>
#include <set>
#include <utility>

#include "charter/codec/command_json.hpp"
#include "charter/record/advance_realm.hpp"
#include "charter/record/fold.hpp"
#include "charter/testing/moves.hpp"
#include "charter/testing/sample_rulebooks.hpp"
#include "charter/testing/world.hpp"

namespace properties {

using charter::testing::attempt;
using charter::testing::driven_realm;

struct stage::parts {
  driven_realm driven;
};

answer judge(const charter::realm& world, const attempt& next) {
  const auto done = charter::testing::decide_attempt(world, next);
  if (!done) return {false, 0, done.error(), {}};
  answer out{done->repeats == 0, done->repeats, {}, {}};
  if (out.accepted) out.records = charter::testing::records_of(world.head, next.with, *done);
  return out;
}

bool advance(charter::realm& world, const attempt& next) {
  const auto done = charter::advance_realm(world, next.with, next.what);
  return !done && done.error().changed;
}

void fold_in(charter::realm& world, const charter::record& what) { charter::fold(world, what); }

stage::stage(std::size_t rulebook) {
  const auto& all = charter::testing::sample_rulebooks();
  parts_ = std::make_unique<parts>(parts{driven_realm(all[rulebook % all.size()])});
}
stage::~stage() = default;

const charter::realm& stage::world() const { return parts_->driven.world(); }
const std::vector<charter::record>& stage::records() const { return parts_->driven.records(); }

attempt stage::think_of(const move& next) const {
  if (next.fixed) return *next.fixed;
  std::mt19937_64 engine(next.seed);
  return charter::testing::next_attempt(world(), engine);
}

answer stage::perform(const attempt& next) {
  const auto known = records().size();
  const auto done = parts_->driven.execute(next);
  if (!done) return {false, 0, done.error(), {}};
  answer out{done->repeats == 0, done->repeats, {}, {}};
  out.records.assign(records().begin() + static_cast<std::ptrdiff_t>(known), records().end());
  return out;
}

tally tell(std::size_t rulebook, std::uint64_t seed, std::size_t moves, std::size_t stories) {
  tally out;
  std::set<std::string> commands, slugs;
  for (out.stories = 0; out.stories < stories; ++out.stories) {
    driven_realm driven(charter::testing::sample_rulebooks()[rulebook]);
    std::mt19937_64 engine(seed + out.stories);
    for (std::size_t i = 0; i < moves; ++i)
      (void)driven.execute(charter::testing::next_attempt(driven.world(), engine));
    for (const auto& [name, count] : driven.counts().accepted) commands.insert(name), out.accepted += count;
    for (const auto& [name, count] : driven.counts().repeated) out.repeated += count;
    for (const auto& [name, by_slug] : driven.counts().refused)
      for (const auto& [slug, count] : by_slug) slugs.insert(slug), out.refused += count;
  }
  out.commands.assign(commands.begin(), commands.end());
  out.slugs.assign(slugs.begin(), slugs.end());
  return out;
}

void show(const story& it, std::ostream& out) {
  stage here(it.rulebook);
  out << "rulebook " << here.world().book().name << ", " << it.moves.size() << " moves\n";
  for (const auto& each : it.moves) {
    const auto next = here.think_of(each);
    out << charter::write_command({next.with.as, next.with.at, next.with.id}, next.what);
    const auto done = here.perform(next);
    out << "\n    " << (done.accepted ? "accepted" : done.repeats ? "repeats" : done.why.slug) << '\n';
  }
}

}  // namespace properties
