// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Prints the story for a person: headings, steps, reasons. Colour only on a terminal.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clean_room {

class teller {
 public:
  teller();

  void heading(std::string_view title, std::string_view explanation);
  /// `position`: the record that the command wrote.
  void accepted(std::uint64_t position, std::string_view who, std::string_view deed);
  void refused(std::string_view who, std::string_view deed, std::string_view slug, std::string_view reason);
  /// A question and its answer, which begins with "yes" or "no".
  void answered(std::string_view who, std::string_view question, std::string_view answer);
  void detail(std::string_view line);
  void wrong(std::string_view what);
  void line(std::string_view text = "");

 private:
  enum class ink { bold, dim, green, red };
  std::string paint(ink with, std::string_view text) const;
  void wrapped(std::string_view text, std::size_t in_red = 0) const;

  bool has_colour_;
};

}  // namespace clean_room
