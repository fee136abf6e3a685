// SPDX-License-Identifier: Apache-2.0
// A clean room for two organizations, as a story on a SQLite file: who did what, what was refused and why,
// how the review went, who was told, the audit trail; then the file is closed, opened again, and everything
// is there. Ends with 1 if any step goes otherwise than told, so that it is a test as well.
//
//     clean_room [FILE]     FILE: where to put the log; it must not exist. Absent: a temporary file.
#include <fmt/format.h>

#include <charter/engine/engine.hpp>
#include <charter/rules/rulebooks/opaque_sealed.hpp>
#include <charter/stores/sqlite.hpp>
#include <optional>
#include <utility>

#include "../scratch_file.hpp"
#include "acts.hpp"
#include "findings.hpp"

namespace {

using namespace clean_room;

std::optional<charter::engine> open(const std::string& file, charter::engine_options options) {
  auto store = charter::open_sqlite(file);
  if (!store) {
    fmt::print(stderr, "{}: {}\n", store.error().slug(), store.error().message());
    return {};
  }
  auto realm = charter::engine::open(std::move(*store), std::move(options));
  if (!realm) {
    fmt::print(stderr, "{}: {}\n", realm.error().slug(), realm.error().message());
    return {};
  }
  return std::move(*realm);
}

void show(teller& out, std::string_view title, std::string_view explanation, const lines& all) {
  out.heading(title, explanation);
  for (const auto& each : all) out.line("  " + each);
}

/// What the engine of the reopened file found, beside what was there before.
bool compare(teller& out, std::string_view what, const lines& before, const lines& after, bool in_full) {
  const bool same = before == after && !after.empty();
  out.line(fmt::format("  {}: {} lines, {}", what, after.size(), same ? "the same" : "DIFFERENT"));
  if (in_full || !same)
    for (const auto& each : after) out.line("    " + each);
  return same;
}

bool compare(teller& out, const findings& before, const findings& after) {
  // Each is printed, also after one that differs.
  const bool members = compare(out, "members", before.members, after.members, true);
  const bool job = compare(out, "job and run", before.job, after.job, true);
  const bool notices = compare(out, "notices", before.notices, after.notices, false);
  const bool audit = compare(out, "audit trail", before.audit_trail, after.audit_trail, false);
  return members && job && notices && audit;
}

/// The record at that position, as its bytes lie in the file.
std::string raw_record(const std::string& file, charter::position at) {
  std::string out;
  const auto store = charter::open_sqlite(file);
  if (!store) return out;
  (void)(*store)->read(at - 1, 1, [&](charter::position, charter::record_bytes bytes) {
    out = bytes;
    return true;
  });
  return out;
}

int tell(const examples::scratch_file& place) {
  teller out;
  const auto clock = std::make_shared<charter::instant>(*charter::parse_instant("2026-11-23T08:00:00Z"));
  const charter::engine_options options{.rules = charter::rulebooks::opaque_sealed(),
                                        .clock = [clock] { return *clock; }};
  out.line(fmt::format("A clean room for two organizations, under the rulebook opaque_sealed, in {}",
                       place.path()));
  out.line("Numbers are records in the log. A refused command writes none.");

  int went_wrong = 0;
  findings before;
  charter::position last = 0, decisive = 0;
  {
    auto realm = open(place.path(), options);
    if (!realm) return 1;
    stage on(*realm, out, clock);
    two_organizations(on);
    a_sealed_clean_room(on);
    decisive = a_job_and_its_quorum(on);
    a_run_and_its_result(on);

    before = look_around(*realm, alice.key);
    last = realm->now().at_position();
    show(out, "5. Who was told what", "Each person reads only their own.", before.notices);
    show(out, "6. The audit trail of the clean room, as Alice reads it", "", before.audit_trail);
    went_wrong = on.went_wrong();
    out.line(fmt::format("\n{} commands accepted, {} refused.", on.accepted(), on.refused()));
  }

  out.heading("7. The database is closed and opened again", "Everything is read from the log.");
  auto again = open(place.path(), {});
  if (!again) return 1;
  const bool same =
      compare(out, before, look_around(*again, alice.key)) && again->now().at_position() == last;
  show(out, fmt::format("8. Record {}, which met the quorum, as it lies in the file", decisive), "",
       {raw_record(place.path(), decisive)});

  out.line(same && went_wrong == 0 ? "\nAll went as told."
                                   : "\nSomething went otherwise than told; see above.");
  if (place.is_kept())
    out.line(fmt::format("Read on: sqlite3 {} 'select record from records'", place.path()));
  return same && went_wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const examples::scratch_file place(argc > 1 ? argv[1] : nullptr);
  if (place.is_there()) {
    fmt::print(stderr, "{} is there already; the story begins with an empty file.\n", place.path());
    return 2;
  }
  return tell(place);
}
