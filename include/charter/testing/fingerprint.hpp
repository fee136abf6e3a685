// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A realm as text, every field of it: two realms are equal exactly when their fingerprints are.

#include <string>
#include <string_view>

#include "charter/realm/realm.hpp"

namespace charter::inline v0::testing {

/// One line a thing, key, mailbox or log entry, each beginning with what it is about: "workspaces[3] …". The
/// form is for comparing and may change with any release.
/// Threads: any. Cost: O(realm). A field added to a state without a line here does not compile.
std::string fingerprint(const realm& world);

/// The first line that differs, on both sides; empty if none does.
std::string first_difference(std::string_view before, std::string_view after);

}  // namespace charter::inline v0::testing
