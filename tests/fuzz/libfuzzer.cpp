// SPDX-License-Identifier: Apache-2.0
// What libFuzzer calls; CHARTER_FUZZ_ENTRY is the entry that this executable is for.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "entries.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    charter_fuzz::CHARTER_FUZZ_ENTRY({reinterpret_cast<const char*>(data), size});
  } catch (const charter_fuzz::broken& it) {
    std::fprintf(stderr, "broken: %s\n", it.what.c_str());
    std::abort();
  }
  return 0;
}
