// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Figures: what is measured, and beside it in the same run what it is measured against.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>
#include <string>

namespace charter_benchmarks {

/// A run of one or the other. It says how many items it processed (`state.SetItemsProcessed`), or what the
/// figure is (`state.counters["value"]`); and what its baseline is, if it measures that beside itself
/// (`state.counters["baseline"]`).
using measured = std::function<void(benchmark::State&)>;

struct figure {
  std::string name;  ///< as the table of targets has it
  std::int64_t size = 0;
  std::string unit;        ///< "ns": time an item; "1/s": items a second; else as in the counter "value"
  measured what = {};      ///< may be empty where only the baseline's own value is of interest
  measured against = {};   ///< empty: there is no baseline
  bool own_clock = false;  ///< both set the time of an iteration themselves
};

/// To be measured by the main program; the size is in `state.range(0)`.
void add(const figure& it);

/// Whether to measure small sizes alone: known before any figure is added.
bool is_quick();

/// Each file of figures adds its own.
void add_checks();
void add_collaboration();
void add_commands();
void add_durable_commands();
void add_explore();
void add_heap();
void add_include_cost();
void add_openings();
void add_quorum();
void add_roles();
void add_snapshots();

}  // namespace charter_benchmarks
