// SPDX-License-Identifier: Apache-2.0
#include "buttons.hpp"

#include <algorithm>
#include <array>
#include <charter/codec/json_writer.hpp>
#include <charter/engine/engine.hpp>

namespace embedded_service {

using namespace charter;

std::span<const button> buttons_of_workspaces() {
  static constexpr std::array all{button{"Submit an analysis", permissions::job_create},
                                  button{"Members", permissions::workspace_view_members},
                                  button{"Audit trail", permissions::workspace_view_audit},
                                  button{"Archive", permissions::workspace_archive}};
  return all;
}

std::span<const button> buttons_of_jobs() {
  static constexpr std::array all{button{"Ask for approval", permissions::job_request_approval},
                                  button{"Approve", permissions::job_decide},
                                  button{"Run", permissions::run_start},
                                  button{"Discard", permissions::job_discard}};
  return all;
}

std::optional<std::string> list_buttons(const service& at, std::string_view person, target on,
                                        std::span<const button> buttons) {
  const auto user = at.realm.now().find_user(person);
  if (!user) return {};
  constexpr std::string_view no = "no: ";
  bool is_known = false;
  std::string json;
  json_writer out(json);
  out.begin_array();
  for (const auto& each : buttons) {
    const question may{*user, each.what, on};
    const auto answer = at.realm.check(may);
    is_known = is_known || answer.why != denial::not_found;
    out.begin_object();
    out.member("button", each.label);
    out.member("allowed", bool(answer));
    // Asked by the person itself, who may be told.
    if (!answer) out.member("why", at.realm.explain(may).text.substr(no.size()));
    out.end_object();
  }
  out.end_array();
  return is_known ? std::optional(json) : std::nullopt;
}

}  // namespace embedded_service
