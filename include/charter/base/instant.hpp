// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Time as the log writes it: UTC milliseconds, ISO 8601 text, and short durations such as "48h".

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace charter::inline v0 {

using duration = std::chrono::milliseconds;
/// A point in UTC, in whole milliseconds since 1970. The core never reads a clock; hosts and engines pass
/// these in.
using instant = std::chrono::sys_time<duration>;

/// Whether the log can write it: years 0 to 9999.
constexpr bool is_writable(instant at) {
  using namespace std::chrono;
  return at >= sys_days{year{0} / January / 1} && at < sys_days{year{10000} / January / 1};
}

namespace detail {

constexpr std::optional<int> fixed_digits(std::string_view text, std::size_t from, std::size_t count) {
  if (text.size() < from + count) return {};
  int number = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return {};
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

/// Writes the number's last digits, as many as there is room for.
inline void put_digits(std::span<char> out, std::int64_t number) {
  for (std::size_t i = out.size(); i > 0; number /= 10) out[--i] = static_cast<char>('0' + number % 10);
}

}  // namespace detail

/// Reads "2026-11-21T10:00:00Z" or "2026-11-21T10:00:00.250Z"; nothing for any other spelling or an
/// impossible date.
constexpr std::optional<instant> parse_instant(std::string_view text) {
  if (text.size() != 20 && text.size() != 24) return {};
  if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text.back() != 'Z')
    return {};
  const auto year = detail::fixed_digits(text, 0, 4), month = detail::fixed_digits(text, 5, 2),
             day = detail::fixed_digits(text, 8, 2), hour = detail::fixed_digits(text, 11, 2),
             minute = detail::fixed_digits(text, 14, 2), second = detail::fixed_digits(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return {};
  std::optional<int> fraction = 0;
  if (text.size() == 24) {
    if (text[19] != '.') return {};
    fraction = detail::fixed_digits(text, 20, 3);
  }
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!fraction || !date.ok() || *hour > 23 || *minute > 59 || *second > 59) return {};
  return instant{std::chrono::sys_days{date}.time_since_epoch()} + std::chrono::hours{*hour} +
         std::chrono::minutes{*minute} + std::chrono::seconds{*second} + duration{*fraction};
}

/// ISO 8601 in UTC; milliseconds only where there are any. REQUIRES: is_writable(at).
inline void append_text(std::string& out, instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss<duration> clock{at - day};
  char text[] = "yyyy-mm-ddThh:mm:ss.mmmZ";
  const auto put = [&](std::size_t from, std::size_t width, std::int64_t number) {
    detail::put_digits({text + from, width}, number);
  };
  put(0, 4, static_cast<int>(date.year()));
  put(5, 2, static_cast<unsigned>(date.month()));
  put(8, 2, static_cast<unsigned>(date.day()));
  put(11, 2, clock.hours().count());
  put(14, 2, clock.minutes().count());
  put(17, 2, clock.seconds().count());
  const auto fraction = clock.subseconds().count();
  put(20, 3, fraction);
  if (fraction != 0)
    out.append(text, 24);
  else
    out.append(text, 19) += 'Z';
}
inline std::string to_text(instant at) {
  std::string out;
  append_text(out, at);
  return out;
}

/// Reads "90s", "15m", "48h", "7d": a whole number of at most nine digits and one unit.
constexpr std::optional<duration> parse_duration(std::string_view text) {
  if (text.size() < 2 || text.size() > 10) return {};
  const auto number = detail::fixed_digits(text, 0, text.size() - 1);
  if (!number) return {};
  switch (text.back()) {
    case 's':
      return std::chrono::seconds{*number};
    case 'm':
      return std::chrono::minutes{*number};
    case 'h':
      return std::chrono::hours{*number};
    case 'd':
      return std::chrono::days{*number};
    default:
      return {};
  }
}

}  // namespace charter::inline v0
