// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What lies in the service's file, read without the service: its own rows beside charter's records.

#include <set>
#include <string>

namespace embedded_service_test {

struct rows_and_records {
  std::set<std::string> accounts, users;    ///< rows; keys of the records of their provisioning
  std::set<std::string> submissions, jobs;  ///< keys of rows; keys of the records of their creation
  std::set<std::string> titles;
  long sessions = 0, sign_ins = 0;

  bool agree() const { return accounts == users && submissions == jobs && sessions == sign_ins; }
};

/// REQUIRES: no process has the file open.
rows_and_records read_file(const std::string& file);

/// Whether the log is, to its last record, what was written.
bool is_whole(const std::string& file);

}  // namespace embedded_service_test
