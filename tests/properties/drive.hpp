// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Stories: a rulebook and a seed for each move. Properties are told stories and look at the realm on the
/// way. The moves and decide are compiled once, in drive.cpp: they take their time.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"
#include "charter/testing/attempt.hpp"

namespace properties {

/// What decide answered.
struct answer {
  bool accepted = false;
  charter::position repeats = 0;              ///< a known command id
  charter::refusal why = {};                  ///< when neither
  std::vector<charter::record> records = {};  ///< what an accepted one is to write
};

/// `next` decided on `world`, without effect.
answer judge(const charter::realm& world, const charter::testing::attempt& next);

/// `next` decided on `world` in place. Whether it was refused and left `world` half changed.
bool advance(charter::realm& world, const charter::testing::attempt& next);

/// Folds a record in, as replay does.
void fold_in(charter::realm& world, const charter::record& what);

/// A move is thought of on the realm as it is then, from its seed; or, once it is known, stands fixed.
struct move {
  std::uint64_t seed = 0;
  std::optional<charter::testing::attempt> fixed = {};
};

struct story {
  std::size_t rulebook = 0;
  std::vector<move> moves;
};

/// The story as commands in JSON, each with what became of it.
void show(const story& it, std::ostream& out);

/// A realm in which a story is told.
class stage {
 public:
  explicit stage(std::size_t rulebook);
  ~stage();
  stage(const stage&) = delete;
  stage& operator=(const stage&) = delete;

  const charter::realm& world() const;
  const std::vector<charter::record>& records() const;
  charter::testing::attempt think_of(const move& next) const;
  answer perform(const charter::testing::attempt& next);

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

/// What became of all that was attempted.
struct tally {
  std::size_t stories = 0, accepted = 0, refused = 0, repeated = 0;
  std::vector<std::string> commands;  ///< those that were accepted at least once
  std::vector<std::string> slugs;     ///< those that were met
};
tally tell(std::size_t rulebook, std::uint64_t seed, std::size_t moves, std::size_t stories);

/// How long each property looks for a counterexample: CHARTER_PROPERTY_SECONDS, by default 2.
double seconds();

/// What a property throws that does not hold.
struct found {
  std::string what;
};
[[noreturn]] inline void fail(std::string what) { throw found{std::move(what)}; }

/// Whether `property(story)` held in every story told, for `seconds()`. A counterexample is made shorter and
/// shown as the commands it consists of.
bool holds(std::string_view name, const std::function<void(const story&)>& property, std::size_t moves = 200);

/// Tells the story to `look(stage, attempt, answer)`, after each move.
template <class Look>
void follow(const story& told, Look&& look) {
  stage here(told.rulebook);
  for (const auto& each : told.moves) {
    const auto next = here.think_of(each);
    const auto done = here.perform(next);
    look(here, next, done);
  }
}

/// Tells a story to its end.
inline void act_out(stage& here, const story& told) {
  for (const auto& each : told.moves) here.perform(here.think_of(each));
}

}  // namespace properties
