// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the service is about: analyses that people submit. The text is a row of the service's own; that there
/// is a job, and what may become of it, is charter's. Neither is ever there without the other.

#include <charter/base/rejection.hpp>
#include <charter/engine/receipt.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "service.hpp"

namespace embedded_service {

struct submission {
  std::string workspace;
  std::string title;
  std::string script;
};

tl::expected<charter::receipt, charter::rejection> submit(const service& at, std::string_view author,
                                                          const submission& it);

/// A page of a workspace's submissions as JSON, as that person may see them: `{"items": […], "next": null}`.
/// The first page is behind "", the others behind the `next` of the one before.
charter::result<std::string> list_submissions(const service& at, std::string_view reader,
                                              std::string_view workspace, const std::string& after);

}  // namespace embedded_service
