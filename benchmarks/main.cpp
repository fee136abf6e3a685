// SPDX-License-Identifier: Apache-2.0
// charter_benchmarks [--quick] [--report FILE] [options of Google Benchmark]: measures every figure five
// times, prints the medians, and writes them as JSON with their baselines and ratios.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figures.hpp"

namespace charter_benchmarks {

namespace {

bool quick = false;
std::vector<figure> figures;

std::string run_name(const figure& it, const char* role) {
  return it.name + ":" + role + "/" + std::to_string(it.size);
}

/// Prints as usual, and keeps the median of each run.
class keeping_medians final : public benchmark::ConsoleReporter {
 public:
  struct median {
    double rate = 0;  ///< items a second
    std::optional<double> value, baseline;
  };
  std::map<std::string, median> medians;  ///< by name of the run

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& each : runs) {
      if (each.aggregate_name != "median") continue;
      auto& it = medians[each.run_name.function_name + "/" + each.run_name.args];
      if (const auto rate = each.counters.find("items_per_second"); rate != each.counters.end())
        it.rate = rate->second;
      if (const auto value = each.counters.find("value"); value != each.counters.end())
        it.value = value->second;
      if (const auto value = each.counters.find("baseline"); value != each.counters.end())
        it.baseline = value->second;
    }
    ConsoleReporter::ReportRuns(runs);
  }
};

void write_report(std::ostream& out, const std::map<std::string, keeping_medians::median>& medians) {
  const char* separator = "[\n";
  for (const auto& each : figures) {
    const auto value_of = [&](const char* role) -> std::optional<double> {
      const auto found = medians.find(run_name(each, role));
      if (found == medians.end()) return {};
      const auto& it = found->second;
      if (it.value) return it.value;
      if (it.rate == 0) return {};
      return each.unit == "ns" ? 1e9 / it.rate : it.rate;
    };
    const auto value = value_of("charter");
    if (!value) continue;
    const auto own = medians.at(run_name(each, "charter")).baseline;
    const auto baseline = own ? own : value_of("baseline");
    out << separator << R"(  {"figure": ")" << each.name << R"(", "size": )" << each.size << R"(, "value": )"
        << *value << R"(, "unit": ")" << each.unit << '"';
    if (baseline) out << R"(, "baseline": )" << *baseline << R"(, "ratio": )" << *value / *baseline;
    out << '}';
    separator = ",\n";
  }
  out << "\n]\n";
}

void add_runs(const figure& it, const char* role, const measured& run) {
  if (!run) return;
  const auto name = it.name + ":" + role;
  auto* added = benchmark::RegisterBenchmark(name.c_str(), run);
  added->Arg(it.size)->Repetitions(quick ? 3 : 5)->ReportAggregatesOnly();
  if (it.own_clock)
    added->UseManualTime()->Iterations(quick ? 3 : 10);  // what is off the clock takes its time too
  else if (quick)
    added->MinTime(0.05);
}

}  // namespace

bool is_quick() { return quick; }

void add(const figure& it) {
  figures.push_back(it);
  add_runs(it, "charter", it.what);
  add_runs(it, "baseline", it.against);
}

int run(int argc, char** argv) {
  std::string report;
  std::vector<char*> rest;
  for (int i = 0; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--quick")
      quick = true;
    else if (word == "--report" && i + 1 < argc)
      report = argv[++i];
    else
      rest.push_back(argv[i]);
  }
  int left = static_cast<int>(rest.size());
  benchmark::Initialize(&left, rest.data());
  if (benchmark::ReportUnrecognizedArguments(left, rest.data())) return 2;
  add_checks();
  add_collaboration();
  add_commands();
  add_durable_commands();
  add_explore();
  add_heap();
  add_include_cost();
  add_openings();
  add_quorum();
  add_roles();
  add_snapshots();
  keeping_medians reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  if (report.empty()) return 0;
  std::ofstream out(report);
  write_report(out, reporter.medians);
  return out.flush() ? 0 : 1;
}

}  // namespace charter_benchmarks

int main(int argc, char** argv) { return charter_benchmarks::run(argc, argv); }
