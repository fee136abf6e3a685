// SPDX-License-Identifier: Apache-2.0
// `charterctl snapshot FILE`: the realm as it is, beside the log, so that it opens sooner.
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <charter/engine/engine.hpp>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

int snapshot(const realm_options& options) {
  const auto saved = open_realm(options).save_snapshot();
  if (!saved) give_up(saved.error());
  if (options.json)
    print_json(boost::json::object{{"position", *saved}});
  else
    fmt::print("saved after record {}; the next opening reads on from there\n", *saved);
  return done;
}

}  // namespace

void add_snapshot(program to) {
  auto* sub = add_command(to.app, "snapshot", "Save the realm beside its log, so that it opens sooner",
                          "Files that may be deleted at any time: FILE-snapshot-POSITION, the newest two.\n"
                          "They are read by this build of charter alone.",
                          "charterctl snapshot realm.db");
  auto options = std::make_shared<realm_options>();
  add_file(*sub, *options);
  on_run(sub, to, options, snapshot);
}

}  // namespace charterctl
