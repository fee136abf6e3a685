// SPDX-License-Identifier: Apache-2.0
#include "answers.hpp"

#include <charter/codec/refusal_json.hpp>
#include <charter/engine/engine.hpp>
#include <charter/engine/receipt_json.hpp>

namespace embedded_service {

using namespace charter;

namespace {

answer answered(const refusal& why) {
  const bool is_unknown = why.slug == "not_found";
  const bool is_garbled = why.slug == "malformed" || why.slug.starts_with("invalid_");
  return {is_unknown ? 404 : is_garbled ? 400 : 403, write_refusal(why)};
}

/// What was rolled back is the service's own no, such as a title that is taken; the others may be tried
/// again.
answer answered(const failure& why) {
  return {why.kind == failure_kind::rolled_back ? 409 : 503,
          write_refusal(refuse(why.slug(), why.message()))};
}

}  // namespace

answer answered(const service& at, const tl::expected<receipt, rejection>& done) {
  if (done) return {200, write_receipt(*done, at.realm.now().realm())};
  if (const auto* why = done.error().as_refusal()) return answered(*why);
  return answered(*done.error().as_failure());
}

answer answered(const result<std::string>& found) {
  return found ? answer{200, *found} : answered(found.error());
}

answer refused(int status, std::string_view slug, std::string message) {
  return {status, write_refusal(refuse(slug, std::move(message)))};
}

}  // namespace embedded_service
