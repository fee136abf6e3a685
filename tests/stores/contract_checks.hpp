// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The storage contract as doctest checks.

#include <doctest/doctest.h>
#include <span>
#include <string>

#include "charter/testing/store_contract.hpp"

namespace charter_test {

inline void check_contract(const charter::testing::subject_factory& make,
                           std::span<const charter::testing::exclusion> exclusions = {}) {
  using charter::testing::verdict;
  std::size_t reports = 0;
  const auto report = [&](const charter::testing::case_report& it) {
    ++reports;
    const std::string name(it.name), sentence(it.sentence);
    CAPTURE(name);
    CAPTURE(sentence);
    CAPTURE(it.detail);
    CHECK(it.outcome != verdict::failed);
  };
  CHECK(charter::testing::run_store_contract(make, report, exclusions) == 0);
  CHECK(reports == charter::testing::store_contract().size());
}

}  // namespace charter_test
