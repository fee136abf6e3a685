// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Texts of strangers in pages: names, keys and sentences that may hold anything.

#include <string>
#include <string_view>

namespace charter::inline v0::analysis {

/// Valid UTF-8. U+FFFD stands for bytes that are none, for control characters (line feed and tab stay), and
/// for the marks that turn the direction of text, by which a name could rearrange what stands around it.
std::string readable(std::string_view text);

/// The same, for between tags and within quoted attributes.
std::string html_text(std::string_view text);

/// At most so many characters of a readable text, the last of them an ellipsis where some were cut off.
std::string shortened(std::string_view readable_text, std::size_t characters);

}  // namespace charter::inline v0::analysis
