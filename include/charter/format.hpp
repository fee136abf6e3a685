// SPDX-License-Identifier: Apache-2.0
#pragma once
/// fmt formatters for what people print: ids, times, decisions, explanations, refusals and the
/// like. Opt-in: needs fmt.

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "charter/access/explanation.hpp"
#include "charter/access/question.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/rejection.hpp"
#include "charter/base/result.hpp"

namespace charter::inline v0::detail {

/// Formats through a text, with fmt's options for strings.
struct text_formatter : fmt::formatter<std::string_view> {
  template <class Context>
  auto write(std::string_view text, Context& into) const {
    return fmt::formatter<std::string_view>::format(text, into);
  }
};

}  // namespace charter::inline v0::detail

template <class Kind>
struct fmt::formatter<charter::id<Kind>> : charter::detail::text_formatter {
  template <class Context>
  auto format(charter::id<Kind> it, Context& into) const {
    return write(charter::to_text(it), into);
  }
};

template <>
struct fmt::formatter<charter::decision> : charter::detail::text_formatter {
  template <class Context>
  auto format(charter::decision it, Context& into) const {
    return write(it.slug(), into);
  }
};

template <>
struct fmt::formatter<charter::explanation> : charter::detail::text_formatter {
  template <class Context>
  auto format(const charter::explanation& it, Context& into) const {
    return write(it.text, into);
  }
};

template <>
struct fmt::formatter<charter::refusal> : charter::detail::text_formatter {
  template <class Context>
  auto format(const charter::refusal& it, Context& into) const {
    return write(it.slug + ": " + it.message, into);
  }
};

template <>
struct fmt::formatter<charter::failure> : charter::detail::text_formatter {
  template <class Context>
  auto format(const charter::failure& it, Context& into) const {
    return write(std::string(it.slug()) + ": " + it.what, into);
  }
};

template <>
struct fmt::formatter<charter::rejection> : charter::detail::text_formatter {
  template <class Context>
  auto format(const charter::rejection& it, Context& into) const {
    return write(std::string(it.slug()) + ": " + it.message(), into);
  }
};
