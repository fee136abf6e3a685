// SPDX-License-Identifier: Apache-2.0
#include "submissions.hpp"

#include <charter/access/queries/jobs.hpp>
#include <charter/codec/json_writer.hpp>
#include <charter/engine/engine.hpp>
#include <charter/stores/sqlite.hpp>

#include "secrets.hpp"
#include "sql.hpp"

namespace embedded_service {

using namespace charter;

tl::expected<receipt, rejection> submit(const service& at, std::string_view author, const submission& it) {
  const auto key = random_token();
  const job::create what{
      .key = key, .workspace = it.workspace, .name = it.title, .content_digest = digest_of(it.script)};
  return at.realm.execute_with({.as = author}, what, [&](open_transaction& open) {
    return run(connection_of(open),
               "INSERT INTO submissions (job, workspace, title, script) VALUES (?, ?, ?, ?)", key,
               it.workspace, it.title, it.script);
  });
}

result<std::string> list_submissions(const service& at, std::string_view reader, std::string_view workspace,
                                     const std::string& after) {
  queries::list_jobs what{.workspace = workspace};
  if (!after.empty()) what.after = after;
  // The view is taken first: what it shows has been committed, so that the rows are there.
  const auto now = at.realm.now();
  const auto jobs = queries::answer(now.realm(), {.as = reader}, what);
  if (!jobs) return tl::make_unexpected(jobs.error());
  std::string json;
  json_writer out(json);
  out.begin_object();
  out.key("items");
  out.begin_array();
  for (const auto& each : jobs->items) {
    statement row(at.rows, "SELECT script FROM submissions WHERE job = ?", each.job);
    out.begin_object();
    out.member("job", each.job);
    out.member("title", each.name);
    out.member("by", each.creator);
    out.member("status", each.status);
    out.member("revision", each.revision);
    out.member("script", row.has_row() ? row.text(0) : "");
    out.end_object();
  }
  out.end_array();
  out.member("next", jobs->next);
  out.end_object();
  return json;
}

}  // namespace embedded_service
