// SPDX-License-Identifier: Apache-2.0
// How a file begins, and what a rule may not know.
#include <doctest/doctest.h>

#include <charter/version.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/headers") {

using house::tree;

TEST_CASE("every C++ file begins with its licence") {
  std::vector<std::string> offences;
  for (const auto& file : tree())
    if (house::is_code(file.path) && !file.text.starts_with("// SPDX-License-Identifier: Apache-2.0\n"))
      offences.push_back(file.path);
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("every header has #pragma once, then a /// sentence on what it is for") {
  std::vector<std::string> offences;
  for (const auto& file : tree()) {
    if (!house::is_header(file.path)) continue;
    const auto text = house::lines(file.text);
    if (text.size() < 3 || text[1] != "#pragma once" || !text[2].starts_with("/// "))
      offences.push_back(file.path);
  }
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("every test file is a suite of its own, named by its path: several are compiled at once") {
  std::vector<std::string> offences;
  for (const auto& file : tree()) {
    if (!file.path.starts_with("tests/") || !file.path.ends_with("_test.cpp")) continue;
    const auto name = file.path.substr(6, file.path.size() - 6 - std::string("_test.cpp").size());
    if (file.text.find("\nTEST_SUITE(\"" + name + "\") {\n") == std::string::npos)
      offences.push_back(file.path);
  }
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("the namespace is opened with its version: `namespace charter::inline v0 {`") {
  static const std::regex plain(R"((^|\n)\s*namespace charter(::(?!inline v0\b)\w+)*\s*\{)");
  std::vector<std::string> offences;
  for (const auto& file : tree())
    if (house::is_code(file.path) && std::regex_search(file.text, plain)) offences.push_back(file.path);
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("no rule names a rulebook; it reads a field") {
  std::vector<std::string> offences;
  for (const auto& file : tree())
    for (const std::string folder : {"machines", "access", "realm", "command"})
      for (const std::string name : {"opaque_sealed", "opaque_open", "openhexa"})
        if (file.path.starts_with("include/charter/" + folder + "/") &&
            file.text.find(name) != std::string::npos)
          offences.push_back(file.path + " names " + name);
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("no message is named by a C++ keyword") {
  static const std::set<std::string> keywords = {
      "alignas",  "alignof",   "and",      "asm",     "auto",     "bool",     "break",    "case",
      "catch",    "char",      "class",    "concept", "const",    "continue", "default",  "delete",
      "do",       "double",    "else",     "enum",    "explicit", "export",   "extern",   "false",
      "float",    "for",       "friend",   "goto",    "if",       "inline",   "int",      "long",
      "mutable",  "namespace", "new",      "not",     "operator", "or",       "private",  "protected",
      "public",   "register",  "requires", "return",  "short",    "signed",   "sizeof",   "static",
      "struct",   "switch",    "template", "this",    "throw",    "true",     "try",      "typedef",
      "typename", "union",     "unsigned", "using",   "virtual",  "void",     "volatile", "while",
      "xor"};
  static const std::regex named(R"rx(message_name\s*=\s*"([a-z_]*)\.([a-z_]*)")rx");
  std::vector<std::string> offences;
  for (const auto& file : tree()) {
    if (!house::is_public(file.path)) continue;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), named), end; it != end; ++it)
      if (keywords.contains((*it)[1].str()) || keywords.contains((*it)[2].str()))
        offences.push_back(file.path + ": " + it->str());
  }
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("version.hpp and the build agree") { CHECK(charter::version_text == CHARTER_PROJECT_VERSION); }

}  // TEST_SUITE("house/headers")
