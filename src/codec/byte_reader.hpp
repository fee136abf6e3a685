// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Bytes from anywhere, taken from the front: nothing is read past their end, and the first fault ends it.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace charter::inline v0::codec {

/// After a fault nothing is left, so that every loop that goes by what is left comes to its end.
class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return fault_.empty(); }
  const std::string& fault() const { return fault_; }
  std::size_t left() const { return bytes_.size(); }

  void fail(std::string_view why) {
    if (ok()) fault_ = why;
    bytes_ = {};
  }

  /// Empty after a fault.
  std::string_view take(std::size_t count) {
    if (count > left()) return fail("the bytes end too early"), std::string_view{};
    const auto out = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return out;
  }

  /// Seven bits a byte, the lowest first. Each number has one spelling: no zeros at its end, no 65th bit.
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (std::size_t at = 0; at < left(); ++at) {
      const auto byte = static_cast<unsigned char>(bytes_[at]);
      out |= std::uint64_t{byte & 0x7fU} << (7 * at);
      if (byte < 0x80) {
        if ((byte == 0 && at > 0) || (at == 9 && byte > 1)) break;
        bytes_.remove_prefix(at + 1);
        return out;
      }
      if (at == 9) break;
    }
    return fail("a number is cut off or misspelt"), 0;
  }

  /// Eight bytes, the lowest first.
  std::uint64_t fixed() {
    std::uint64_t out = 0;
    unsigned shift = 0;
    for (const char each : take(8)) {
      out |= std::uint64_t{static_cast<unsigned char>(each)} << shift;
      shift += 8;
    }
    return out;
  }

 private:
  std::string_view bytes_;
  std::string fault_;
};

}  // namespace charter::inline v0::codec
