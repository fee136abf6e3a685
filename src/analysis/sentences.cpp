// SPDX-License-Identifier: Apache-2.0
#include "sentences.hpp"

namespace charter::inline v0::analysis {

std::string listed(const std::vector<std::string>& names, std::string_view joint) {
  constexpr std::size_t most = 10;
  const std::size_t shown = names.size() > most + 1 ? most : names.size();
  const std::size_t left = names.size() - shown;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == shown && left == 0 ? " " + std::string(joint) + " " : ", ";
    out += names[i];
  }
  if (left > 0) out += " " + std::string(joint) + " " + std::to_string(left) + " more";
  return out;
}

std::string listed(const electorate& it, const std::vector<user_id>& people, std::string_view joint) {
  return listed(names_of(it, people), joint);
}

std::string quoted(const std::vector<std::string>& groups) {
  std::vector<std::string> out;
  for (const auto& each : groups) out.push_back("'" + each + "'");
  return listed(out);
}

std::vector<std::string> names_of(const electorate& it, const std::vector<user_id>& people) {
  std::vector<std::string> out;
  for (const auto each : people) out.push_back(it.name_of(each));
  return out;
}

std::string counted(std::int64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace charter::inline v0::analysis
