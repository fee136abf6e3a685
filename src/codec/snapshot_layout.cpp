// SPDX-License-Identifier: Apache-2.0
#include "snapshot_layout.hpp"

#include "snapshot_form.hpp"
#include "snapshot_names.hpp"

namespace charter::inline v0::codec {

std::string snapshot_layout_text() {
  std::string out;
  snapshot_layout layout(out);
  const realm world;
  const frontier tree;
  pass(layout, world, tree);
  for (const auto name : message_names()) out.append(name) += '\n';
  return out;
}

}  // namespace charter::inline v0::codec
