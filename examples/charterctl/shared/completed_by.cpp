// SPDX-License-Identifier: Apache-2.0
#include "completed_by.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <charter/analysis/completions.hpp>
#include <charter/realm/lookup.hpp>

#include "answer.hpp"
#include "paint.hpp"
#include "table.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

constexpr std::size_t most_sets = 10;

}  // namespace

json::value who_completes(const reading& from, const std::string& job, const json::object& review) {
  const auto& world = from.then.realm();
  const auto which = from.then.find_job(job);
  if (!which || text_of(review.at("status")) != "in_review") return nullptr;
  const auto found =
      charter::analysis::smallest_completions(world, *which, from.who.at.value_or(world.now), most_sets);
  if (!found) return nullptr;
  json::array sets;
  for (const auto& each : found->sets) {
    json::array set;
    for (const auto user : each) set.emplace_back(charter::label(world, user));
    sets.emplace_back(std::move(set));
  }
  return json::object{{"size", found->size},
                      {"sets", std::move(sets)},
                      {"count", found->count},
                      {"count_is_exact", found->possible ? found->count_is_exact : true},
                      {"is_smallest", found->possible ? found->is_smallest : true}};
}

void print_completed_by(const json::object& it) {
  const auto& sets = it.at("sets").as_array();
  const auto title = [](const std::string& text) { fmt::print("\n{}\n", paint(stdout, ink::bold, text)); };
  if (sets.empty()) return title("nobody can complete it");
  title(it.at("is_smallest").as_bool()
            ? "smallest sets of people whose approval completes it"
            : "sets of people whose approval completes it; smaller ones may exist");
  for (const auto& each : sets) fmt::print("{}\n", printable(in_words(each)));
  const auto more = it.at("count").to_number<std::uint64_t>() - sets.size();
  const bool is_exact = it.at("count_is_exact").as_bool();
  if (more > 0 || !is_exact) fmt::print("and {}{} more\n", is_exact ? "" : "at least ", more);
}

}  // namespace charterctl
