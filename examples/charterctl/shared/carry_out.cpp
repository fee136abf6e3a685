// SPDX-License-Identifier: Apache-2.0
#include "carry_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <charter/codec/refusal_json.hpp>
#include <charter/engine/receipt_json.hpp>
#include <charter/realm/realm.hpp>

#include "answer.hpp"
#include "complaint.hpp"
#include "paint.hpp"
#include "table.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

std::string actor_of(const order& it) { return printable(it.what.with.as.user().text()); }

std::string refusal_in_words(const order& it, const charter::refusal& why) {
  return fmt::format("line {}: {}: {}{}", it.line, why.slug, why.message, place_in_command(why));
}

/// Results for people, below each other: all actors and commands are known before the first is carried out.
class result_lines {
 public:
  explicit result_lines(const std::vector<order>& orders) {
    for (const auto& each : orders) {
      actor_ = std::max(actor_, actor_of(each).size());
      command_ = std::max(command_, each.what.what.name().size());
    }
  }

  void accepted(const order& it, charter::position at, const json::object& receipt) const {
    std::string made;
    for (const auto& each : receipt.at("created").as_object())
      made += (made.empty() ? "" : ", ") + in_words(each.value());
    line(ink::green, fmt::format("{:>6}", at), it, made);
    for (const auto& each : receipt.at("warnings").as_array())
      fmt::print("{:8}warning: {}\n", "", printable(in_words(each.as_object().at("warning"))));
  }

  void refused(const order& it, const charter::refusal& why) const {
    line(ink::red, "    no", it, refusal_in_words(it, why));
  }

 private:
  void line(ink with, std::string_view begins, const order& it, std::string_view ends) const {
    auto text = fmt::format("  {:<{}}  {:<{}}  {}", actor_of(it), actor_, it.what.what.name(), command_,
                            printable(ends));
    text.erase(text.find_last_not_of(' ') + 1);
    fmt::print("{}{}\n", paint(stdout, with, begins), text);
  }

  std::size_t actor_ = 0, command_ = 0;
};

}  // namespace

tally carry_out(charter::engine& realm, const std::vector<order>& orders, const manner& how) {
  const result_lines lines(orders);
  tally out;
  const auto tell = [&](const order& it, const charter::receipt& done) {
    if (how.quiet) return;
    const auto text = realm.read([&](const charter::realm& world) { return write_receipt(done, world); });
    how.json ? fmt::print("{}\n", text) : lines.accepted(it, done.at_position, json::parse(text).as_object());
  };
  const auto tell_refusal = [&](const order& it, const charter::refusal& why) {
    if (how.quiet) return fmt::print(stderr, "{}\n", printable(refusal_in_words(it, why)));
    how.json ? fmt::print("{}\n", charter::write_refusal(why)) : lines.refused(it, why);
  };
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (how.progress) how.progress(i);
    const auto& it = orders[i];
    const auto done = realm.execute(it.what.with, it.what.what);
    if (done) {
      ++out.accepted;
      tell(it, *done);
      continue;
    }
    const auto* why = done.error().as_refusal();
    if (why == nullptr) give_up(*done.error().as_failure());
    ++out.refused;
    tell_refusal(it, *why);
    if (how.keep_going) continue;
    out.left = orders.size() - i - 1;
    break;
  }
  return out;
}

}  // namespace charterctl
