// SPDX-License-Identifier: Apache-2.0
// `charterctl do FILE [COMMANDS]`: carries out commands, and prints a receipt or a refusal for each.
#include <fmt/format.h>

#include <charter/realm/realm.hpp>
#include <chrono>
#include <cstdio>

#include "../commands.hpp"
#include "../shared/carry_out.hpp"
#include "../shared/paint.hpp"
#include "../shared/realm_file.hpp"

namespace charterctl {

namespace {

struct do_options : ordering_options {
  bool keep_going = false;
};

/// One line on standard error that is written over: where that is a terminal and the results go elsewhere.
class progress_line {
 public:
  explicit progress_line(std::size_t total)
      : total_(total), shown_(is_terminal(stderr) && !is_terminal(stdout) && total > 20) {}
  progress_line(const progress_line&) = delete;
  progress_line& operator=(const progress_line&) = delete;
  ~progress_line() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
  }

  void at(std::size_t index) {
    using namespace std::chrono;
    const auto now = steady_clock::now();
    if (!shown_ || (index > 0 && now - last_ < milliseconds{100})) return;
    last_ = now;
    fmt::print(stderr, "\r{} of {}", index, total_);
  }

 private:
  std::size_t total_;
  bool shown_;
  std::chrono::steady_clock::time_point last_;
};

int carry_out_all(const do_options& options) {
  const auto orders = read_orders(options.commands, options.as);
  auto realm = open_realm(options);
  tally sum;
  {
    progress_line line(orders.size());
    sum = carry_out(realm, orders,
                    {.keep_going = options.keep_going,
                     .json = options.json,
                     .progress = [&](std::size_t index) { line.at(index); }});
  }
  std::fflush(stdout);
  if (sum.left > 0 && !options.json)
    fmt::print(stderr, "{} not tried after the refusal; --keep-going would go on\n", sum.left);
  return sum.refused > 0 ? said_no : done;
}

}  // namespace

void add_do(program to) {
  auto* sub = add_command(
      to.app, "do", "Carry out commands",
      "Commands are JSON objects, one a line: as, do and with; at (the time) and id (to\n"
      "repeat it safely) where wanted. All lines are read first: where one is no command,\n"
      "nothing is done. It stops at the first refusal. Of each it prints a receipt with the\n"
      "position in the log and what was made, or the refusal.",
      "echo '{\"as\": \"alice\", \"do\": \"workspace.archive\", \"with\": {\"workspace\": \"study\"}}' |\n"
      "    charterctl do realm.db");
  auto options = std::make_shared<do_options>();
  add_ordering(*sub, *options);
  sub->add_flag("--keep-going", options->keep_going, "Go on after a refusal");
  on_run(sub, to, options, carry_out_all);
}

}  // namespace charterctl
