// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The people of the story. Keys are what the host application calls them; charter knows them by these.

#include <array>
#include <string_view>

namespace clean_room {

struct person {
  std::string_view key;
  std::string_view name;
  std::string_view email;
  std::string_view organization;  ///< the key of one; empty for the operator and the host
};

inline constexpr person platform{"operator", "operator", "", ""};
inline constexpr person host{"host", "host", "", ""};

inline constexpr person hana{"hana", "Hana", "hana@hospital.org", "hospital"};
inline constexpr person alice{"alice", "Alice", "alice@hospital.org", "hospital"};
inline constexpr person dora{"dora", "Dora", "dora@hospital.org", "hospital"};
inline constexpr person bob{"bob", "Bob", "bob@lab.org", "lab"};
inline constexpr person lena{"lena", "Lena", "lena@lab.org", "lab"};
inline constexpr person nils{"nils", "Nils", "nils@lab.org", "lab"};

inline constexpr std::array everybody{hana, alice, dora, bob, lena, nils};
inline constexpr std::array members{alice, dora, bob, lena};

}  // namespace clean_room
