// SPDX-License-Identifier: Apache-2.0
// Runs the test cases of one executable. Two ways to pass by accident are failures here: a run that finds no
// case (a file name in the build that matches nothing) and a case that makes no check.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <iostream>
#include <string>
#include <vector>

namespace {

struct tally {
  unsigned cases = 0;
  std::vector<std::string> without_check;
};

tally& counted() {
  static tally it;
  return it;
}

struct counter : doctest::IReporter {
  explicit counter(const doctest::ContextOptions&) {}

  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData& in) override {
    current_ = in.m_name;
    ++counted().cases;
  }
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats& in) override {
    if (in.numAssertsCurrentTest == 0 && in.failure_flags == 0) counted().without_check.push_back(current_);
  }
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}

 private:
  std::string current_;
};

REGISTER_LISTENER("counter", 1, counter);

}  // namespace

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int outcome = context.run();
  if (context.shouldExit()) return outcome;

  for (const auto& name : counted().without_check) std::cerr << "no check was made in: " << name << '\n';
  if (counted().cases == 0) std::cerr << "no test case matched\n";
  return counted().cases == 0 || !counted().without_check.empty() ? 1 : outcome;
}
