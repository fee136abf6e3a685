// SPDX-License-Identifier: Apache-2.0
#include "complaint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charter/codec/refusal_json.hpp>
#include <cstdio>
#include <exception>
#include <utility>

#include "paint.hpp"
#include "table.hpp"

namespace charterctl {

namespace {

std::string failed_json(std::string_view slug, std::string_view sentence) {
  std::string text;
  charter::json_writer out(text);
  out.begin_object();
  out.member("failed", slug);
  out.member("message", sentence);
  out.end_object();
  return text;
}

void report(const complaint& it, bool json) {
  if (json) return fmt::print("{}\n", it.json);
  std::fflush(stdout);
  const auto begins = it.code == said_no ? "no: " + it.slug + ":" : it.slug + ":";
  fmt::print(stderr, "{} {}\n", paint(stderr, ink::red, begins), printable_lines(it.sentence));
}

}  // namespace

void give_up(exit_code code, std::string_view slug, std::string sentence) {
  auto json = failed_json(slug, sentence);
  throw complaint{code, std::string(slug), std::move(sentence), std::move(json)};
}

void give_up(const charter::refusal& why) {
  throw complaint{code_of(why), why.slug, why.message, charter::write_refusal(why)};
}

void give_up(const charter::failure& why) {
  throw complaint{store_failed, std::string(why.slug()), why.what, as_json(why)};
}

exit_code code_of(const charter::refusal& why) {
  constexpr std::string_view shape[] = {"malformed", "unknown_field", "too_large", "unknown_permission"};
  return std::find(std::begin(shape), std::end(shape), why.slug) != std::end(shape) ? bad_input : said_no;
}

std::string as_json(const charter::failure& why) { return failed_json(why.slug(), why.what); }

int guarded(const std::function<int()>& run, bool json) {
  try {
    return run();
  } catch (const complaint& it) {
    report(it, json);
    return it.code;
  }
}

}  // namespace charterctl
