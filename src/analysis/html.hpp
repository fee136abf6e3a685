// SPDX-License-Identifier: Apache-2.0
#pragma once
/// HTML text: whatever a name holds, it stays text.

#include <string>
#include <string_view>

namespace charter::inline v0::analysis {

/// As text, and as the value of an attribute in double quotes. What is not UTF-8, and control characters,
/// become U+FFFD.
std::string html_text(std::string_view text);

/// "<p class=\"fix\">…</p>" with the text escaped.
std::string html_element(std::string_view tag, std::string_view text, std::string_view html_class = {});

}  // namespace charter::inline v0::analysis
