// SPDX-License-Identifier: Apache-2.0
#include "shorten.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>

#include "charter/codec/command_json.hpp"
#include "charter/realm/creates.hpp"

namespace properties {

namespace {

using clock = std::chrono::steady_clock;
using ids = std::set<std::pair<std::string, std::uint32_t>>;  ///< prefix and number

/// A story whose moves are fixed, and the things that each of them made.
struct script {
  story told;
  std::vector<ids> made;
};

script rehearsed(story told) {
  stage here(told.rulebook);
  script out;
  for (auto& each : told.moves) {
    each.fixed = here.think_of(each);
    auto& made = out.made.emplace_back();
    for (const auto& record : here.perform(*each.fixed).records)
      for (const auto& happened : record.events)
        charter::visit_event(happened, [&](const auto& one) {
          using event = std::remove_cvref_t<decltype(one)>;
          if constexpr (charter::detail::creates<event>::value) {
            const auto id = one.*charter::detail::creates<event>::id;
            made.emplace(decltype(id)::kind::prefix, id.value);
          }
        });
  }
  out.told = std::move(told);
  return out;
}

/// The text with every id as it is when the gone things never were.
std::string renumbered(const std::string& text, const ids& gone) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto is_digit = [&](std::size_t i) { return i < text.size() && charter::is_ascii_digit(text[i]); };
    const bool is_id = text[at] == '_' && out.size() >= 3 && is_digit(at + 1);
    out += text[at++];
    if (!is_id) continue;
    const auto prefix = out.substr(out.size() - 4, 3);
    std::uint32_t number = 0;
    for (; is_digit(at); ++at) number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
    const auto before = std::count_if(gone.begin(), gone.end(), [&](const auto& each) {
      return each.first == prefix && each.second < number;
    });
    out += std::to_string(number - static_cast<std::uint32_t>(before));
  }
  return out;
}

void renumber(charter::testing::attempt& it, const ids& gone) {
  const auto text = charter::write_command({it.with.as, it.with.at, it.with.id}, it.what);
  const auto back = charter::read_command(renumbered(text, gone));
  if (!back) return;
  it.with.as = back->with.as;
  it.what = back->what;
}

script without(const script& all, std::size_t from, std::size_t to) {
  script out = all;
  ids gone;
  for (auto i = from; i < to; ++i) gone.insert(all.made[i].begin(), all.made[i].end());
  const auto cut = [&](auto& list) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(from),
               list.begin() + static_cast<std::ptrdiff_t>(to));
  };
  cut(out.told.moves);
  cut(out.made);
  if (!gone.empty())
    for (auto i = from; i < out.told.moves.size(); ++i) renumber(*out.told.moves[i].fixed, gone);
  return out;
}

}  // namespace

std::string fault_in(const story& told, const property_of_stories& property) {
  try {
    property(told);
  } catch (const found& it) {
    return it.what;
  }
  return {};
}

story shortened(const story& told, const property_of_stories& property, std::chrono::seconds patience) {
  const auto until = clock::now() + patience;
  auto best = rehearsed(told);
  if (fault_in(best.told, property).empty()) return told;
  for (std::size_t size = best.told.moves.size(), before = 0; size > 0 && clock::now() < until;) {
    before = best.told.moves.size();
    for (auto end = before; end > 0 && clock::now() < until;) {
      const auto start = end > size ? end - size : 0;
      auto shorter = without(best, start, end);
      if (!fault_in(shorter.told, property).empty()) best = rehearsed(std::move(shorter.told));
      end = start;
    }
    if (size > 1 || best.told.moves.size() == before) size /= 2;
  }
  return best.told;
}

}  // namespace properties
