// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The words that the check index keeps: everything that `effective` may ask about a user, a workspace, a job
/// or a run, in a few bits each. A word of zero says that the thing is not known.

#include <cstdint>

#include "charter/base/id.hpp"

namespace charter::inline v0::index {

using word = std::uint64_t;

/// Some bits of a word.
template <unsigned At, unsigned Width>
struct part {
  static constexpr word mask = (word{1} << Width) - 1;
  static constexpr word get(word from) { return (from >> At) & mask; }
  static constexpr word put(word value) { return (value & mask) << At; }
  /// Where it is, without the rest.
  static constexpr word alone(word from) { return from & (mask << At); }
};

/// `plain` on any of them: the word says all there is to say. Otherwise `effective` has to look.
/// What an answer depends on stands where it stands in `facts_key`.
namespace user_word {
using known = part<0, 1>;
using active = part<1, 1>;
using plain = part<2, 1>;           ///< of one organization at most, and no role with an end
using standing = part<16, 16>;      ///< a number for what it holds; 0: not plain, or not active
using organization = part<32, 32>;  ///< its id plus one; 0: none
}  // namespace user_word

namespace people_word {  // a second word of a workspace, and of a job with its workspace for the owner
using owner = part<0, 32>;
using creator = part<32, 32>;
}  // namespace people_word

namespace workspace_word {
using all = part<32, 14>;
using known = part<32, 1>;
using plain = part<33, 1>;
using creator_at_owner = part<34, 1>;   ///< the creator belongs to the owning organization
using creator_elsewhere = part<35, 1>;  ///< and, or, to another
using kind = part<36, 6>;
using status = part<42, 2>;
using run_mode = part<44, 2>;
}  // namespace workspace_word

namespace job_word {
using known = part<0, 1>;
using discarded = part<1, 1>;
using settled = part<2, 1>;  ///< no review is going on: `approved` holds until the job changes
using judged = part<3, 1>;   ///< `approved` holds as long as the workspace is at `review_revision`
using approved = part<4, 1>;
using timed = part<5, 1>;  ///< at `review_revision` somebody who decides has an end: `effective` has to look
using review_revision = part<32, 32>;
}  // namespace job_word

namespace run_word {
using job = part<0, 32>;  ///< its id plus one
using started_by = part<32, 32>;
}  // namespace run_word

/// How a user stands to a workspace. Zero: has nothing to do with it.
namespace row_class {
using membership = part<0, 11>;  ///< see below
using in_run_policy = part<11, 1>;
using is_approver = part<12, 1>;
using invited = part<13, 1>;  ///< to a pending workspace
// Of who is listed alone: a change of a user's organizations is not looked for in other rows.
using owner_is_own = part<14, 1>;  ///< the user belongs to the owning organization
using is_creator = part<15, 1>;
using all = part<0, 16>;

constexpr word not_listed = 0;  // 1 to 1024: a member with that role, less one
constexpr word timed = 2045;    // ends at some time: `effective` has to look
constexpr word suspended = 2046;
constexpr word without_role = 2047;
}  // namespace row_class

/// Rows are found by 24 bits of each id.
constexpr std::uint32_t most_ids = (1U << 24) - 1;

}  // namespace charter::inline v0::index
