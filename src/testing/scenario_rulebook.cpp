// SPDX-License-Identifier: Apache-2.0
#include "scenario_rulebook.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "charter/codec/rulebook_json.hpp"
#include "charter/rules/rulebooks/shipped.hpp"

namespace charter::inline v0::testing {

namespace {

using expected_rulebook = tl::expected<rules::rulebook, std::string>;

expected_rulebook read_document(std::string_view json, const std::string& where) {
  auto book = read_rulebook(json);
  if (book) return std::move(*book);
  const auto& first = book.error().front();
  return tl::make_unexpected(where + ": `" + first.entry + "` " + first.reason);
}

}  // namespace

tl::expected<std::string, std::string> read_file(const std::filesystem::path& path) {
  std::error_code none;
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path, none))
    return tl::make_unexpected("the file " + path.string() + " cannot be read");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

expected_rulebook read_scenario_rulebook(const boost::json::value& it, const std::filesystem::path& folder) {
  if (it.is_object()) return read_document(boost::json::serialize(it), "rulebook");
  const auto* text = it.if_string();
  if (!text) return tl::make_unexpected("rulebook must be a name, a file or an object");
  const std::string name(text->data(), text->size());
  if (const auto* shipped = rulebooks::find_shipped(name)) return *shipped;
  const auto file = read_file(folder / name);
  if (!file) return tl::make_unexpected("rulebook names no shipped rulebook, and " + file.error());
  return read_document(*file, "rulebook " + name);
}

}  // namespace charter::inline v0::testing
