// SPDX-License-Identifier: Apache-2.0
// Every rule of the source documents and every decision has a place that shows it. Rows of kind E need a
// tagged step that states a refusal, a denial or a value; Q rows and decisions need a tag anywhere.
// not_yet.txt lists what is still missing and can only shrink. That the scenarios hold is the scenario test's
// business.
#include <doctest/doctest.h>

#include <fstream>
#include <iostream>
#include <regex>
#include <set>
#include <string>

#include "evidence.hpp"
#include "rows.hpp"

TEST_SUITE("traceability/traceability") {

using namespace traceability;

namespace {

bool is_asked_for(row_kind kind) { return kind == 'E' || kind == 'Q' || kind == 'D'; }

/// Where the row is shown, or nothing.
std::vector<std::string> places(const evidence& found, const std::string& row, row_kind kind) {
  const auto& where = kind == 'E' ? found.telling : found.any;
  const auto it = where.find(row);
  return it == where.end() ? std::vector<std::string>{} : it->second;
}

std::set<std::string> missing_rows(const row_table& rows, const evidence& found) {
  std::set<std::string> out;
  for (const auto& [row, kind] : rows)
    if (is_asked_for(kind) && places(found, row, kind).empty()) out.insert(row);
  return out;
}

std::string joined(const std::set<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : " ") + id;
  return out;
}

std::set<std::string> without(const std::set<std::string>& all, const std::set<std::string>& taken) {
  std::set<std::string> out;
  for (const auto& id : all)
    if (!taken.contains(id)) out.insert(id);
  return out;
}

/// report.tsv says for each row where it is shown; missing.txt has the form of not_yet.txt.
void write_report(const row_table& rows, const evidence& found, const std::set<std::string>& missing) {
  const std::filesystem::path folder = CHARTER_TRACEABILITY_OUTPUT;
  std::ofstream report(folder / "report.tsv");
  for (const auto& [row, kind] : rows) {
    if (!is_asked_for(kind)) continue;
    const auto shown = places(found, row, kind);
    report << row << '\t' << kind << '\t' << shown.size() << '\t'
           << (shown.empty() ? "missing" : shown.front()) << '\n';
  }
  std::ofstream list(folder / "missing.txt");
  list << "# Rows that nothing shows yet. The traceability test lets this list only shrink.\n";
  for (const auto& row : missing) list << row << '\n';
}

}  // namespace

TEST_CASE("every rule, query and decision is shown somewhere, or listed as not yet") {
  const auto rows = known_rows();
  const auto found = collect();
  const auto missing = missing_rows(rows, found);
  const auto listed = not_yet();
  write_report(rows, found, missing);

  std::size_t asked = 0;
  for (const auto& [row, kind] : rows) asked += is_asked_for(kind) ? 1 : 0;
  std::cout << asked - missing.size() << " of " << asked << " rows are shown, " << missing.size()
            << " are missing; see " << CHARTER_TRACEABILITY_OUTPUT << "/report.tsv\n";

  const auto forgotten = without(missing, listed);
  CHECK_MESSAGE(forgotten.empty(), "no step shows: " << joined(forgotten));
  const auto settled = without(listed, missing);
  CHECK_MESSAGE(settled.empty(), "shown by now, remove it from not_yet.txt: " << joined(settled));
}

TEST_CASE("every tag names a row, and stands where a tag may stand") {
  const auto rows = known_rows();
  const auto found = collect();
  for (const auto& mistake : found.mistakes) FAIL_CHECK(mistake);
  for (const auto& shown : found.any)
    CHECK_MESSAGE(rows.contains(shown.first), shown.second.front() << ": no row " << shown.first);
  CHECK(rows.size() == 219 + 50);
}

TEST_CASE("a tag on a step counts by what the step states") {
  evidence found;
  read_scenario("inline", R"({"name": "n", "tags": ["D02"], "steps": [
    {"as": "a", "do": "x.y", "tags": ["R001"], "expect": "ok"},
    {"as": "a", "do": "x.y", "tags": ["R002"], "expect": {"ok": true}},
    {"as": "a", "do": "x.y", "tags": ["R003"], "expect": "refused: forbidden"},
    {"as": "a", "do": "x.y", "tags": ["R004"], "expect": {"warnings": []}},
    {"check": {}, "tags": ["R005"], "expect": "ok"},
    {"query": "q", "tags": ["R006"], "expect": {"items": []}},
    {"query": "q", "tags": ["R007"], "expect": "denied: forbidden"},
    {"query": "q", "tags": ["R008"]},
    {"check": {}, "tags": ["R010", "R011", "R012", "R013", "R014"]}]})",
                found);
  const auto tells = [&](const char* row) { return found.telling.contains(row); };
  CHECK_FALSE(tells("R001"));
  CHECK_FALSE(tells("R002"));
  CHECK(tells("R003"));
  CHECK(tells("R004"));
  CHECK(tells("R005"));
  CHECK(tells("R006"));
  CHECK(tells("R007"));
  CHECK_FALSE(tells("R008"));
  CHECK_FALSE(tells("D02"));
  CHECK(found.any.contains("D02"));
  CHECK(found.mistakes.size() == 1);
}

TEST_CASE("the rows are those of the source documents, where these stand beside the checkout") {
  const auto shared = source("../shared/requirements");
  if (!std::filesystem::exists(shared)) {
    MESSAGE("no ../shared: nothing to compare with");
    CHECK_FALSE(known_rows().empty());
    return;
  }
  CHECK(slurp(source("tests/traceability/requirements.tsv")) == slurp(shared / "requirements.tsv"));

  static const std::regex decision(R"(^\| (D[0-9]+) \| (.*?) \|)");
  std::string titles = "id\ttitle\n";
  for (const auto& line : lines(slurp(shared / "decisions.md")))
    if (std::smatch found; std::regex_search(line, found, decision))
      titles += found[1].str() + '\t' + found[2].str() + '\n';
  CHECK(slurp(source("tests/traceability/decisions.tsv")) == titles);
}

}  // TEST_SUITE("traceability/traceability")
