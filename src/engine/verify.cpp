// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/verify.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "charter/audit/batch_head.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/record/admit.hpp"
#include "digest.hpp"
#include "log_reader.hpp"

namespace charter::inline v0 {

namespace {

/// Goes through the log a head at a time.
class verifier {
 public:
  explicit verifier(event_store& store) : store_(store) {}

  tl::expected<verification, failure> run() {
    const auto end = store_.head();
    if (!end) return tl::unexpected(end.error());
    while (out_.ok() && out_.records < end->last) {
      std::vector<log_head> heads;
      const auto shown = store_.heads(out_.records, heads_at_once, [&](const log_head& each) {
        heads.push_back(each);
        return true;
      });
      if (!shown) return tl::unexpected(shown.error());
      if (heads.empty()) {
        blame(out_.records + 1, "no head was kept for it, although the log goes on");
        break;
      }
      for (const auto& each : heads)
        if (auto fault = verify_batch(each)) return tl::unexpected(std::move(*fault));
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t heads_at_once = 512;

  void blame(position at, std::string why) {
    if (out_.ok()) out_.first_bad = at, out_.why = std::move(why);
  }

  /// The records up to `head`: usually one batch, several where heads have been forgotten.
  std::optional<failure> verify_batch(const log_head& head) {
    if (!out_.ok()) return {};
    const auto first = out_.records + 1;
    const auto kept = read_batch_head(head.bytes);
    if (!kept) return blame(first, "the head kept for it is damaged"), std::nullopt;

    std::vector<digest256> leaves;
    const auto visit = [&](position at, record_bytes bytes) {
      leaves.push_back(hash_->leaf(bytes));
      const auto marks = kept->marks.size();
      const auto from_end = head.last - at;
      if (from_end < marks && kept->marks[marks - 1 - from_end] != batch_head::mark_of(leaves.back()))
        blame(at, "it is not the record that was written");
      if (auto parsed = read_record(bytes); !parsed)
        blame(at, parsed.error());
      else if (auto why = replay(world_, *parsed))
        blame(at, std::move(*why));
      return out_.ok() && at < head.last;
    };
    const auto reached = store_.read(out_.records, static_cast<std::size_t>(head.last - out_.records), visit);
    if (!reached) {
      if (reached.error().kind != failure_kind::corrupt) return reached.error();
      blame(first + leaves.size(), reached.error().what);
    }
    if (first + leaves.size() <= head.last) blame(first + leaves.size(), "it is missing");
    for (const auto& leaf : leaves) tree_.push(leaf, *hash_);
    if (out_.ok() && tree_.root(*hash_) != kept->root)
      blame(first, first == head.last ? "it, or the head kept for it, is not what was written"
                                      : "it, or one of those up to " + std::to_string(head.last) +
                                            ", is not what was written");
    out_.records = out_.ok() ? head.last : *out_.first_bad - 1;
    return {};
  }

  event_store& store_;
  const std::unique_ptr<tree_hasher> hash_ = make_sha256_hasher();
  frontier tree_;
  realm world_;
  verification out_;
};

}  // namespace

tl::expected<verification, failure> verify(event_store& store) { return verifier(store).run(); }

}  // namespace charter::inline v0
