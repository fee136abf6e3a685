// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Text for people in aligned columns, and lists of words broken at the width of a page.

#include <string>
#include <string_view>
#include <vector>

#include "paint.hpp"

namespace charterctl {

/// A text as it stands in a table, or within another text: on one line, and with `?` for control characters,
/// which could move the cursor or colour the screen.
std::string printable(std::string_view text);
/// The same, but for line breaks.
std::string printable_lines(std::string_view text);

/// Columns as wide as their widest cell. Rows are kept until `print`.
class table {
 public:
  explicit table(std::vector<std::string> titles) : titles_(std::move(titles)) {}

  /// REQUIRES: as many cells as titles.
  void row(std::vector<std::string> cells, ink with = ink::plain);
  bool empty() const { return rows_.empty(); }
  /// Titles first, unless all are empty.
  void print(std::string_view indent = "") const;

 private:
  struct line {
    std::vector<std::string> cells;
    ink with;
  };
  std::vector<std::string> titles_;
  std::vector<line> rows_;
};

/// The words, with commas, after `first`; further lines begin below them.
void print_words(std::string_view first, const std::vector<std::string>& words);

/// The words of a text after `first`, in the same way.
void print_text(std::string_view first, std::string_view text);

}  // namespace charterctl
