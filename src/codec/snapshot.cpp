// SPDX-License-Identifier: Apache-2.0
#include "charter/codec/snapshot.hpp"

#include <optional>
#include <utility>

#include "byte_reader.hpp"
#include "charter/version.hpp"
#include "snapshot_admit.hpp"
#include "snapshot_form.hpp"
#include "snapshot_index.hpp"
#include "snapshot_layout.hpp"
#include "snapshot_reader.hpp"
#include "snapshot_seal.hpp"
#include "snapshot_writer.hpp"

namespace charter::inline v0 {

namespace {

/// PERSISTED: how a snapshot begins.
constexpr std::string_view magic = "chrtsnap";

/// What must be equal for a snapshot to be read: release, format, and the form of the states.
digest256 build_of(tree_hasher& hash) {
  return hash.leaf(std::string(version_text) + '\n' + codec::snapshot_layout_text());
}

std::string begin(tree_hasher& hash, position head) {
  std::string out(magic);
  codec::append_fixed(out, snapshot_format);
  const auto build = build_of(hash);
  out.append(reinterpret_cast<const char*>(build.data()), build.size());
  codec::append_fixed(out, head);
  return out;
}

}  // namespace

/// What `begin` wrote, taken; or why the rest is not for this build.
std::optional<std::string> take_beginning(codec::byte_reader& from, tree_hasher& hash, position& head) {
  if (from.take(magic.size()) != magic) return "it is no snapshot";
  if (const auto format = from.fixed(); format != snapshot_format)
    return "it has format " + std::to_string(format) + ", and this charter reads format " +
           std::to_string(snapshot_format);
  const auto build = build_of(hash);
  if (from.take(build.size()) != std::string_view(reinterpret_cast<const char*>(build.data()), build.size()))
    return "it was written by another release of charter, or for states of another form";
  head = from.fixed();
  return {};
}

tl::expected<snapshot, std::string> read_body(codec::byte_reader& from, position head) {
  snapshot out;
  codec::snapshot_reader reader(from);
  codec::pass(reader, out.world, out.tree);
  if (from.ok() && from.left() > 0) from.fail("bytes follow what should be the last");
  if (!from.ok()) return tl::unexpected("in " + std::string(reader.part()) + ": " + from.fault());
  codec::rebuild_indexes(out.world);
  if (const auto fault = codec::first_fault(out.world); !fault.empty())
    return tl::unexpected(std::string(fault));
  if (out.world.head != head || out.tree.size() != head)
    return tl::unexpected(std::string("its positions differ"));
  return out;
}

bool write_snapshot(const realm& world, const frontier& tree, tree_hasher& hash, const byte_sink& sink) {
  codec::sealing_sink to(hash, sink);
  to.append(begin(hash, world.head));
  codec::snapshot_writer out(to);
  codec::pass(out, world, tree);
  return to.finish();
}

tl::expected<snapshot, std::string> read_snapshot(std::string_view bytes, tree_hasher& hash) {
  position head = 0;
  codec::byte_reader whole(bytes);
  if (auto no = take_beginning(whole, hash, head)) return tl::unexpected(std::move(*no));
  const auto body = codec::unsealed(bytes, hash);
  if (!body) return tl::unexpected(body.error());
  const auto beginning = bytes.size() - whole.left();
  if (body->size() < beginning) return tl::unexpected(std::string("it is cut off"));
  codec::byte_reader rest(body->substr(beginning));
  return read_body(rest, head);
}

}  // namespace charter::inline v0
