// SPDX-License-Identifier: Apache-2.0
// Uses a little of each library that it was linked with. The argument names a database file to make.
#include <charter/base/id.hpp>
#include <charter/version.hpp>
#include <iostream>
#ifdef HOST_HAS_CHARTER
#include <charter/codec/rulebook_json.hpp>
#endif
#ifdef HOST_HAS_ANALYSIS
#include <charter/analysis/svg.hpp>
#endif
#ifdef HOST_HAS_SQLITE
#include <charter/stores/sqlite.hpp>
#endif

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::cout << "charter " << charter::version_text << " for " << argv[1] << '\n';
  const auto study = charter::parse_id<charter::workspace_id>("wsp_7");
  bool works = study && charter::to_text(*study) == "wsp_7";
#ifdef HOST_HAS_CHARTER
  works =
      works && charter::read_rulebook(R"({"charter_rulebook": 1, "name": "own", "extends": "opaque_open"})");
#endif
#ifdef HOST_HAS_ANALYSIS
  works =
      works && charter::analysis::to_svg({"host", true, {{"one"}, {"two"}}, {{0, 1}}}).starts_with("<svg");
#endif
#ifdef HOST_HAS_SQLITE
  works = works && charter::open_sqlite(argv[1]);
#endif
  return works ? 0 : 1;
}
