// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Brings the people that the service knew into charter's realm.

#include <charter/base/rejection.hpp>
#include <charter/fwd.hpp>
#include <tl/expected.hpp>

namespace embedded_service {

/// Done at every start: what is there already is refused and left alone, so that after a crash the rest
/// follows.
tl::expected<void, charter::rejection> adopt(charter::engine& realm);

}  // namespace embedded_service
