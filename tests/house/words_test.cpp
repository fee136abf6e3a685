// SPDX-License-Identifier: Apache-2.0
// Words that have no place in the tree: unfinished work, and whatever ties a text to one machine or one way
// of working.
#include <doctest/doctest.h>

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/words") {

namespace {

// The words stand here backwards, so that this file passes its own test.
const std::set<std::string> unfinished = {"odot", "emxif", std::string(3, 'x'), "redlohecalp", "buts"};
const std::set<std::string> out_of_place = {"repleh", "srepleh", "tnega", "stnega",
                                            "mraf",   "eussi",   "seussi"};
const std::set<std::string> machine_folders = {"krow", "mraf", "toor"};

std::string backwards(std::string_view word) { return {word.rbegin(), word.rend()}; }

/// Letters make words, and a hyphen joins them: "re-open" is one word, "snake_case" two.
bool joins(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '-'; }

template <class Visit>
void for_each_word(std::string_view line, Visit&& visit) {
  std::string word;
  for (const char c : line) {
    if (joins(c)) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (!word.empty()) visit(word);
    word.clear();
  }
  if (!word.empty()) visit(word);
}

/// The licence is not ours to word.
bool is_quoted(std::string_view path) { return path == "LICENSE"; }

}  // namespace

TEST_CASE("no word of unfinished work, none that is out of place") {
  std::vector<std::string> offences;
  for (const auto& file : house::tree()) {
    if (is_quoted(file.path)) continue;
    const auto text = house::lines(file.text);
    for (std::size_t i = 0; i < text.size(); ++i)
      for_each_word(text[i], [&](const std::string& word) {
        if (unfinished.contains(backwards(word)))
          offences.push_back(house::at(file, i) + ": unfinished work: " + word);
        if (out_of_place.contains(backwards(word)))
          offences.push_back(house::at(file, i) + ": out of place: " + word);
      });
  }
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("no path of one machine") {
  std::vector<std::string> offences;
  for (const auto& file : house::tree()) {
    const auto text = house::lines(file.text);
    for (std::size_t i = 0; i < text.size(); ++i)
      for (const auto& folder : machine_folders)
        if (text[i].find("/" + backwards(folder) + "/") != std::string::npos)
          offences.push_back(house::at(file, i) + ": " + text[i]);
  }
  CHECK_NOTHING_IN(offences);
}

}  // TEST_SUITE("house/words")
