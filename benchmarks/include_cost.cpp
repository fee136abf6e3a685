// SPDX-License-Identifier: Apache-2.0
// What `#include <charter/charter.hpp>` costs the file of a host: the compiler's time over that of an empty
// file.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "figures.hpp"

namespace charter_benchmarks {

namespace {

double seconds_to_compile(const std::string& text) {
  using clock = std::chrono::steady_clock;
  const auto file = std::filesystem::temp_directory_path() / "charter_include_cost.cpp";
  std::ofstream(file) << text;
  const auto command =
      std::string(CHARTER_COMPILER " -std=c++20 -fsyntax-only -I" CHARTER_INCLUDE " ") + file.string();
  const auto start = clock::now();
  const auto failed = std::system(command.c_str());
  const auto took = std::chrono::duration<double>(clock::now() - start).count();
  std::filesystem::remove(file);
  if (failed != 0) std::abort();
  return took;
}

void include(benchmark::State& state) {
  double total = 0;
  for (auto _ : state) {
    const auto over_nothing =
        seconds_to_compile("#include <charter/charter.hpp>\n") - seconds_to_compile("\n");
    state.SetIterationTime(over_nothing);
    total += over_nothing;
  }
  state.counters["value"] = total / static_cast<double>(state.iterations());
}

}  // namespace

void add_include_cost() { add({"include.cost", 1, "s", include, {}, true}); }

}  // namespace charter_benchmarks
