// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that are to be written: collected first, so that writing them takes as little time as it can.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "charter/access/index/read_realm.hpp"
#include "charter/access/index/realm_words.hpp"
#include "charter/access/index/touched_words.hpp"

namespace charter::inline v0::index {

/// What stops being true by itself, by the time when it does.
struct endings {
  std::multimap<instant, user_id> users;
  std::multimap<instant, touched_words::row> rows;

  /// Moves what has ended by `now` to what is to be written.
  void take_until(instant now, touched_words& out) {
    for (; !users.empty() && users.begin()->first <= now; users.erase(users.begin()))
      out.users.push_back(users.begin()->second);
    for (; !rows.empty() && rows.begin()->first <= now; rows.erase(rows.begin())) {
      out.rows.push_back(rows.begin()->second);
      out.workspaces.push_back(rows.begin()->second.first);
    }
  }
};

/// Compares one realm after another with the words, and writes those that differ.
class changes {
 public:
  changes(realm_words& words, standings& numbers, endings& ends)
      : words_(words), numbers_(numbers), ends_(ends) {}

  /// Forgets what there was to write. The realm stays until all is written.
  void begin(const realm& now) {
    now_ = &now;
    facts_.reset();
    words_to_write_.clear();
    rows_to_write_.clear();
  }

  void look_at(const touched_words& what) {
    for (const auto each : what.users) look_at(each);
    for (const auto each : what.workspaces) look_at(each);
    for (const auto each : what.jobs) look_at(each);
    for (const auto each : what.runs) look_at(each);
    for (const auto& each : what.rows) look_at(each);
  }

  /// Looks at all there is and writes it.
  void write_everything() {
    for (std::uint32_t i = 0; i < now_->users.all.size(); ++i) look_at(user_id{i});
    for (std::uint32_t i = 0; i < now_->jobs.all.size(); ++i) look_at(job_id{i});
    for (std::uint32_t i = 0; i < now_->runs.all.size(); ++i) look_at(run_id{i});
    touched_words others;
    for (std::uint32_t i = 0; i < now_->workspaces.all.size(); ++i) {
      const workspace_id each{i};
      look_at(each);
      const workspace_facts facts(*now_, each);
      for (const auto& row : now_->workspaces[each].members)
        if (row.listed(now_->now)) look_at_row(facts, row.user, &row);
      others.begin(*now_);
      others.add_unlisted(each);
      look_at(others);
      if (rows_to_write_.size() >= rows_at_once) write();
    }
    write();
    words_to_write_.shrink_to_fit();
    rows_to_write_.shrink_to_fit();
  }

  bool empty() const { return words_to_write_.empty() && rows_to_write_.empty(); }

  /// Fails: bad_alloc, with some of them written. REQUIRES: no reader is answered meanwhile.
  void write() {
    words_.reserve(std::max(now_->users.all.size(), now_->workspaces.all.size()));
    words_.workspace_people.reserve(now_->workspaces.all.size());
    words_.review_revisions.reserve(now_->workspaces.all.size());
    words_.jobs.reserve(now_->jobs.all.size());
    words_.job_people.reserve(now_->jobs.all.size());
    words_.runs.reserve(now_->runs.all.size());
    for (const auto& [into, at, value] : words_to_write_) into->set(at, value);
    for (const auto& [row, value] : rows_to_write_) words_.rows.set(row.second.value, row.first.value, value);
    words_to_write_.clear();
    rows_to_write_.clear();
  }

 private:
  struct one_word {
    word_array* into;
    std::uint32_t at;
    word value;
  };

  void look_at(user_id it) {
    expiry ends;
    note(words_.users, it.value, user_word_of(*now_, it, numbers_, ends));
    if (ends) ends_.users.emplace(*ends, it);
  }
  void look_at(workspace_id it) {
    note(words_.workspace_people, it.value, people_word_of(now_->workspaces[it]));
    note(words_.workspaces, it.value, workspace_word_of(*now_, it));
    note(words_.review_revisions, it.value, now_->workspaces[it].review_revision);
  }
  void look_at(job_id it) {
    note(words_.job_people, it.value, people_word_of(now_->jobs[it]));
    note(words_.jobs, it.value, job_word_of(*now_, it));
  }
  void look_at(run_id it) { note(words_.runs, it.value, run_word_of(now_->runs[it])); }
  void look_at(const touched_words::row& it) {
    const auto [workspace, user] = it;
    if (!facts_ || facts_->which != workspace) facts_.emplace(*now_, workspace);
    look_at_row(*facts_, user, listed_row(*now_, workspace, user, now_->now));
  }
  void look_at_row(const workspace_facts& where, user_id user, const membership::row* row) {
    if (where.which.value >= most_ids || user.value >= most_ids) return;
    expiry ends;
    const auto value = row_class_of(*now_, where, user, row, ends);
    if (ends) ends_.rows.emplace(*ends, touched_words::row{where.which, user});
    if (value != words_.rows.find(user.value, where.which.value))
      rows_to_write_.push_back({{where.which, user}, value});
  }
  void note(word_array& there, std::uint32_t at, word value) {
    if (there.get(at) != value) words_to_write_.push_back({&there, at, value});
  }

  static constexpr std::size_t rows_at_once = 4096;

  const realm* now_ = nullptr;
  realm_words& words_;
  standings& numbers_;
  endings& ends_;
  std::optional<workspace_facts> facts_;  ///< of the workspace looked at last
  std::vector<one_word> words_to_write_;
  std::vector<std::pair<touched_words::row, word>> rows_to_write_;
};

}  // namespace charter::inline v0::index
