// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What an analysis has to say: one thing that its reader should know, why it is so, and what to do about it.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "charter/base/enum_text.hpp"
#include "charter/base/fields.hpp"

namespace charter::inline v0::analysis {

/// `note`: worth knowing. `warning`: likely not what was meant, or close to breaking. `serious`: broken now,
/// or open to people who should not get in.
enum class severity : std::uint8_t { note, warning, serious };

struct finding {
  analysis::severity severity = analysis::severity::note;
  std::string slug = {};                  ///< stable: "inheritance_cycle"
  std::string about = {};                 ///< a dotted entry of a rulebook, or the name of a thing
  std::string message = {};               ///< a sentence: what is so
  std::vector<std::string> witness = {};  ///< what shows it: a path, people, groups; in order
  std::string fix = {};                   ///< a sentence: what to do; empty where nothing is to be done

  static constexpr auto fields =
      described_by<&finding::severity, &finding::slug, &finding::about, &finding::message, &finding::witness,
                   &finding::fix>("severity", "finding", "about", "message", "witness", "fix?");
};

}  // namespace charter::inline v0::analysis

namespace charter::inline v0 {

template <>
struct enum_names<analysis::severity> {
  static constexpr std::array<std::string_view, 3> names = {"note", "warning", "serious"};
};

}  // namespace charter::inline v0
