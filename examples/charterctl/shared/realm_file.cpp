// SPDX-License-Identifier: Apache-2.0
#include "realm_file.hpp"

#include <fmt/format.h>

#include <charter/stores/sqlite.hpp>
#include <filesystem>
#include <utility>

#include "paint.hpp"
#include "table.hpp"

namespace charterctl {

std::unique_ptr<charter::event_store> open_log(const std::string& file) {
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown))
    give_up(store_failed, "unavailable",
            "There is no file " + file + "; check the name, or make a realm: charterctl init " + file);
  auto log = charter::open_sqlite(file, {.create = false});
  if (!log) give_up(log.error());
  return std::move(*log);
}

charter::engine open_realm(const realm_options& options) {
  return open_realm(options, open_log(options.file));
}

charter::engine open_realm(const realm_options& options, std::unique_ptr<charter::event_store> log) {
  charter::engine_options how;
  how.on_warning = [](const std::string& what) {
    fmt::print(stderr, "{} {}\n", paint(stderr, ink::bold, "warning:"), printable(what));
  };
  if (options.time) how.clock = [now = time_of(options)] { return now; };
  auto opened = charter::engine::open(std::move(log), std::move(how));
  if (!opened && opened.error().kind == charter::failure_kind::no_rulebook)
    give_up(store_failed, "no_rulebook",
            "The file " + options.file + " holds no realm yet; make one: charterctl init " + options.file);
  if (!opened) give_up(opened.error());
  return std::move(*opened);
}

charter::view look_at(const reading_options& options) {
  const auto realm = open_realm(options);
  if (!options.as_of) return realm.now();
  const auto then = realm.as_of(*options.as_of);
  if (then) return *then;
  if (then.error().kind != charter::failure_kind::behind) give_up(then.error());
  give_up(bad_input, "behind",
          "The log ends at record " + std::to_string(realm.now().at_position()) + "; name an earlier one");
}

}  // namespace charterctl
