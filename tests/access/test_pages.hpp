// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Pages from the heap, for tests of the check index.

#include <cstddef>
#include <memory>
#include <vector>

#include "charter/access/index/page_source.hpp"

struct test_pages final : charter::page_source {
  struct alignas(unit) block {
    std::byte bytes[unit];
  };
  std::vector<std::unique_ptr<block[]>> taken;

  std::byte* take(std::size_t bytes) override {
    taken.push_back(std::make_unique<block[]>(bytes / unit));
    return taken.back()[0].bytes;
  }
  bool forget(std::byte*, std::size_t) noexcept override { return false; }
};
