// SPDX-License-Identifier: Apache-2.0
// Every kind of finding is explained in docs/analysis.md, and some test comes to it.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/findings") {

namespace {

bool makes_findings(const std::string& path) {
  return path.starts_with("src/analysis/") || path.starts_with("examples/charterctl/shared/");
}
bool looks_for_findings(const std::string& path) {
  return path.starts_with("tests/analysis/") || path.starts_with("tests/charterctl/");
}

/// What stands first behind a severity.
std::set<std::string> slugs_in_code() {
  static const std::regex made(R"re(severity::(serious|warning|note),\s*"([a-z_]+)")re");
  std::set<std::string> out;
  for (const auto& file : house::tree()) {
    if (!makes_findings(file.path)) continue;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), made), end; it != end; ++it)
      out.insert((*it)[2]);
  }
  return out;
}

}  // namespace

TEST_CASE("every kind of finding is documented and tested") {
  const auto slugs = slugs_in_code();
  CHECK(slugs.size() > 25);
  const auto page = house::slurp(CHARTER_SOURCE_DIR "/docs/analysis.md");
  std::vector<std::string> offences;
  for (const auto& slug : slugs) {
    if (page.find("`" + slug + "`") == page.npos) offences.push_back(slug + " is not in docs/analysis.md");
    const auto& files = house::tree();
    const bool is_tested = std::any_of(files.begin(), files.end(), [&](const house::source_file& each) {
      return looks_for_findings(each.path) && each.text.find(slug) != std::string::npos;
    });
    if (!is_tested) offences.push_back(slug + " is in no test");
  }
  CHECK_NOTHING_IN(offences);
}

}  // TEST_SUITE("house/findings")
