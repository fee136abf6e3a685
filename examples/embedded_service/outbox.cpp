// SPDX-License-Identifier: Apache-2.0
#include "outbox.hpp"

#include <algorithm>
#include <charter/access/queries/notices.hpp>
#include <limits>

#include "sql.hpp"

namespace embedded_service {

using namespace charter;

namespace {

std::map<std::string, std::uint64_t> last_lines(const std::string& file) {
  std::map<std::string, std::uint64_t> out;
  std::ifstream lines(file);
  std::string account;
  std::uint64_t number = 0;
  while (lines >> account >> number) {
    out[account] = number;
    lines.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return out;
}

}  // namespace

outbox::outbox(const service& at, std::string file)
    : at_(at), sent_(file, std::ios::app), last_(last_lines(file)) {
  // On the thread that executed: it only rings. The thread reads what is new by itself.
  watching_ = at_.realm.observe(at_.realm.now().at_position(), [this](const record&) {
    const std::lock_guard turn(mutex_);
    has_news_ = true;
    news_.notify_one();
  });
  thread_ = std::jthread([this](std::stop_token stop) { deliver(stop); });
}

void outbox::deliver(std::stop_token stop) {
  while (true) {
    {
      std::unique_lock turn(mutex_);
      if (!news_.wait(turn, stop, [this] { return has_news_; })) return;
      has_news_ = false;
    }
    const auto now = at_.realm.now();
    statement accounts(at_.rows, "SELECT name FROM accounts");
    while (accounts.has_row()) deliver_to(accounts.text(0), now);
  }
}

void outbox::deliver_to(const std::string& account, const view& now) {
  auto notices = queries::answer(now.realm(), {}, queries::list_notices{.user = account});
  if (!notices) return;  // an account whose record this view does not have yet
  std::reverse(notices->items.begin(), notices->items.end());  // the answer has the newest first
  for (const auto& each : notices->items) {
    if (each.number <= last_[account]) continue;
    sent_ << account << ' ' << each.number << ' ' << to_text(each.kind) << ' ' << each.workspace.value_or("-")
          << ' ' << each.by << std::endl;
    last_[account] = each.number;
  }
}

}  // namespace embedded_service
