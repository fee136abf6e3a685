// SPDX-License-Identifier: Apache-2.0
// make_mutants MUTANTS INCLUDE OUT: copies the headers that the list names from INCLUDE to OUT, each guard
// replaced by a choice between itself and its mutant. Which mutant lives is known when the program runs, so
// that one compilation holds all of them.
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& from) {
  std::ifstream in(from, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + from.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t tab; (tab = line.find('\t', at)) != std::string::npos; at = tab + 1)
    out.push_back(line.substr(at, tab - at));
  out.push_back(line.substr(at));
  return out;
}

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// Where `wanted` stands in `text` from `from` on, whatever the white space of either.
struct place {
  std::size_t begin, end;
};
place find(const std::string& text, std::string_view wanted, std::size_t from) {
  for (std::size_t begin = from; begin < text.size(); ++begin) {
    std::size_t at = begin, want = 0;
    while (want < wanted.size() && at < text.size()) {
      if (is_space(wanted[want]))
        ++want;
      else if (is_space(text[at]))
        ++at;
      else if (text[at] == wanted[want])
        ++at, ++want;
      else
        break;
    }
    if (want == wanted.size() && !is_space(text[begin])) return {begin, at};
  }
  throw std::runtime_error("not there: " + std::string(wanted));
}

void mutate(std::string& text, int number, const std::string& after, const std::string& guard,
            const std::string& instead) {
  const auto at = find(text, guard, find(text, after, 0).end);
  const auto original = text.substr(at.begin, at.end - at.begin);
  text.replace(at.begin, at.end - at.begin,
               "(charter_mutant(" + std::to_string(number) + ") ? (" + instead + ") : (" + original + "))");
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) throw std::runtime_error("make_mutants MUTANTS INCLUDE OUT");
  const fs::path include = argv[2], out = argv[3];
  std::map<std::string, std::string> changed;
  std::ifstream list(argv[1]);
  int number = 0;
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto row = fields_of(line);
    if (row.size() != 7) throw std::runtime_error("a mutant has seven fields: " + line);
    const auto file = "charter/" + row[2];
    auto& text = changed.try_emplace(file, std::string()).first->second;
    if (text.empty()) text = read(include / file);
    mutate(text, ++number, row[3], row[4], row[5]);
  }
  for (const auto& [file, text] : changed) {
    fs::create_directories((out / file).parent_path());
    std::ofstream(out / file, std::ios::binary) << text;
  }
  return 0;
} catch (const std::exception& wrong) {
  std::cerr << wrong.what() << '\n';
  return 1;
}
