// SPDX-License-Identifier: Apache-2.0
#include "adopt.hpp"

#include <array>
#include <charter/engine/engine.hpp>
#include <charter/stores/sqlite.hpp>
#include <string>

#include "secrets.hpp"
#include "sql.hpp"
#include "tables.hpp"

namespace embedded_service {

using namespace charter;

namespace {

using done = tl::expected<void, rejection>;

struct person {
  std::string name;
  std::string organization;
};

const std::array people{person{"hana", "hospital"}, person{"alice", "hospital"}, person{"bob", "lab"},
                        person{"lena", "lab"}};

/// Done now, or at an earlier start.
done settled(const tl::expected<receipt, rejection>& answer) {
  if (answer || answer.error().slug() == "already_exists" || answer.error().slug() == "already_assigned")
    return {};
  return tl::make_unexpected(answer.error());
}

/// The first record brings the service's tables.
done found_hospital(engine& realm) {
  const organization::create hospital{.key = "hospital", .name = "City Hospital"};
  return settled(realm.execute_with({.as = actor::platform()}, hospital,
                                    [](open_transaction& open) -> tl::expected<void, std::string> {
                                      sqlite3* db = connection_of(open);
                                      if (sqlite3_exec(db, tables, nullptr, nullptr, nullptr) == SQLITE_OK)
                                        return {};
                                      return tl::make_unexpected(std::string(sqlite3_errmsg(db)));
                                    }));
}

/// An account and the user that charter knows are one.
done adopt_person(engine& realm, const person& it) {
  const user::provision what{
      .key = it.name, .email = it.name + "@" + it.organization + ".org", .organization = it.organization};
  return settled(realm.execute_with({.as = actor::host()}, what, [&](open_transaction& open) {
    const auto salt = random_token();
    return run(connection_of(open), "INSERT INTO accounts (name, salt, secret) VALUES (?, ?, ?)", it.name,
               salt, stretched("password of " + it.name, salt));
  }));
}

}  // namespace

tl::expected<void, rejection> adopt(engine& realm) {
  if (auto it = found_hospital(realm); !it) return it;
  const organization::create lab{.key = "lab", .name = "North Lab"};
  if (auto it = settled(realm.execute({.as = actor::platform()}, lab)); !it) return it;
  for (const auto& each : people)
    if (auto it = adopt_person(realm, each); !it) return it;
  const role::assign administrator{.user = "hana", .role = "organization_admin"};
  if (auto it = settled(realm.execute({.as = actor::platform()}, administrator)); !it) return it;
  return settled(realm.execute({.as = "hana"}, role::assign{.user = "alice", .role = "workspace_admin"}));
}

}  // namespace embedded_service
