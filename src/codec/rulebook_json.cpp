// SPDX-License-Identifier: Apache-2.0
#include "charter/codec/rulebook_json.hpp"

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/rules/validate.hpp"
#include "form_reader.hpp"
#include "rulebook_form.hpp"
#include "rulebook_reader.hpp"
#include "strict_json.hpp"

namespace charter::inline v0 {
namespace {

using codec::below;
using codec::view;
namespace json = boost::json;

constexpr auto head_names =
    std::to_array<std::string_view>({"charter_rulebook", "name", "extends", "about", "why"});
constexpr auto collection_names =
    std::to_array<std::string_view>({"roles", "permissions", "kinds", "grants"});

/// What a document leaves out has these values: those of `opaque_open`, without the notes on where its
/// sections come from, which would not be true of a host's own.
rules::rulebook standard() {
  const auto& open = rulebooks::opaque_open();
  rules::rulebook book;
  book.roles = open.roles;
  book.kinds = open.kinds;
  book.grants = open.grants;
  book.guards = open.guards;
  book.guards.why.clear();
  return book;
}

/// Lays a document over the rulebook it extends, or over `opaque_open`. Objects merge by name; a scalar or a
/// list replaces; null removes, so that the value of `opaque_open` shows, save where null is a value itself.
/// A role, a permission, a kind and a grant are replaced whole; without `extends` the collections start
/// empty.
class document_reader : public codec::form_reader {
 public:
  explicit document_reader(const rules::rulebook* base)
      : book_(base ? *base : standard_), merges_(base != nullptr) {}

  rules::rulebook read(const json::object& document) {
    for (const auto& each : document) check_known(view(each.key()));
    head(document);
    if (const auto* it = document.if_contains("roles"))
      definitions(*it, book_.roles, standard_.roles, "roles");
    if (const auto* it = document.if_contains("permissions"))
      definitions(*it, book_.permissions, standard_.permissions, "permissions");
    if (const auto* it = document.if_contains("kinds"))
      definitions(*it, book_.kinds, standard_.kinds, "kinds");
    if (const auto* it = document.if_contains("grants")) grants(*it);
    std::apply([&](const auto&... each) { (section(document, each), ...); }, codec::section_form);
    return std::move(book_);
  }

 private:
  void check_known(std::string_view name) {
    const auto is_in = [&](const auto& names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool is_section =
        std::apply([&](const auto&... each) { return ((each.name == name) || ...); }, codec::section_form);
    if (!is_section && !is_in(head_names) && !is_in(collection_names))
      wrong(std::string(name), "is no field of a rulebook");
  }

  void head(const json::object& document) {
    const auto* version = document.if_contains("charter_rulebook");
    if (!version || !version->is_int64() || version->get_int64() != codec::rulebook_form_version)
      wrong("charter_rulebook", "is needed and must be 1, the version of the form that this release reads");
    if (const auto* it = document.if_contains("name"))
      value(*it, book_.name, {}, "name");
    else
      wrong("name", "is needed: 1 to 64 small letters, digits and underscores");
    if (const auto* it = document.if_contains("about")) value(*it, book_.about, {}, "about");
  }

  template <class Field>
  void section(const json::object& document, const Field& field) {
    if (const auto* it = document.if_contains(field.name))
      value(*it, book_.*field.member, standard_.*field.member, std::string(field.name));
  }

  /// Calls `read(name, value)` for each member but notes. A bound keeps the search by name cheap.
  template <class Read>
  void each_entry(const json::value& it, const std::string& path, Read&& read) {
    if (!it.is_object()) return wrong(path, "is an object");
    if (it.get_object().size() > rules::validation::most_of_a_sort)
      return wrong(path, "has more than " + std::to_string(rules::validation::most_of_a_sort) + " entries");
    for (const auto& each : it.get_object())
      if (each.key() != "why") read(view(each.key()), each.value());
  }

  template <class T>
  void replace_or_add(std::vector<T>& list, typename std::vector<T>::iterator found, T made) {
    if (found != list.end())
      *found = std::move(made);
    else
      list.push_back(std::move(made));
  }

  template <class T>
  void definitions(const json::value& it, std::vector<T>& list, const std::vector<T>& standard,
                   const std::string& path) {
    if (it.is_null()) {
      list = standard;
      return;
    }
    if (!merges_) list.clear();
    each_entry(it, path, [&](std::string_view name, const json::value& entry) {
      define(name, entry, list, below(path, name));
    });
  }
  template <class T>
  void define(std::string_view name, const json::value& it, std::vector<T>& list, const std::string& path) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const T& each) { return each.name == name; });
    if (it.is_null()) {
      if (found == list.end()) return wrong(path, "cannot be removed: there is nothing of this name");
      list.erase(found);
      return;
    }
    T made;
    made.name = name;
    present(it, made, T{}, path);
    if (it.is_object()) complete(it.get_object(), made, path);
    replace_or_add(list, found, std::move(made));
  }

  static bool gives(const json::object& it, std::string_view name) {
    const auto* found = it.if_contains(name);
    return found && !found->is_null();
  }
  void need_field(const json::object& it, std::string_view name, const std::string& path) {
    if (!gives(it, name)) wrong(below(path, name), "is needed");
  }

  void complete(const json::object& it, rules::role_definition&, const std::string& path) {
    need_field(it, "scope", path);
  }
  void complete(const json::object& it, rules::kind_definition& made, const std::string& path) {
    need_field(it, "work", path);
    if (!gives(it, "label")) made.label = made.name;
  }
  void complete(const json::object& it, rules::permission_definition& made, const std::string& path) {
    if (gives(it, "same_as")) {
      if (gives(it, "scope") || gives(it, "needs"))
        wrong(path, "an alias is what `same_as` names; leave `scope` and `needs` out");
      return;
    }
    need_field(it, "scope", path);
    if (made.scope != subject::organization)
      need_field(it, "needs", path);
    else if (!gives(it, "needs"))
      made.needs = need::any;
  }

  void grants(const json::value& it) {
    if (it.is_null()) {
      book_.grants = standard_.grants;
      return;
    }
    if (!merges_) book_.grants.clear();
    each_entry(it, "grants", [&](std::string_view role, const json::value& entry) {
      grants_of(role, entry, below("grants", role));
    });
  }
  void grants_of(std::string_view role, const json::value& it, const std::string& path) {
    auto& list = book_.grants;
    auto found = std::find_if(list.begin(), list.end(), [&](const auto& of) { return of.role == role; });
    if (it.is_null()) {
      if (found == list.end()) return wrong(path, "cannot be removed: the role has no grants");
      list.erase(found);
      return;
    }
    if (found == list.end()) found = list.insert(found, {std::string(role)});
    each_entry(it, path, [&](std::string_view permission, const json::value& entry) {
      grant(permission, entry, found->grants, below(path, permission));
    });
  }
  void grant(std::string_view name, const json::value& it, std::vector<rules::grant>& list,
             const std::string& path) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& of) { return of.permission == name; });
    if (it.is_null()) {
      if (found == list.end()) return wrong(path, "cannot be removed: the role is not granted this");
      list.erase(found);
      return;
    }
    rules::grant made{std::string(name)};
    present(it, made.alternatives, {}, path);
    replace_or_add(list, found, std::move(made));
  }

  const rules::rulebook standard_ = standard();
  rules::rulebook book_;
  bool merges_;
};

using errors = std::vector<rules::rulebook_error>;

/// The shipped rulebook that the document names, or null where it names none.
tl::expected<const rules::rulebook*, errors> base_of(const json::object& document) {
  const auto* it = document.if_contains("extends");
  if (!it || it->is_null()) return nullptr;
  if (const auto* found = it->is_string() ? rulebooks::find_shipped(view(it->get_string())) : nullptr)
    return found;
  std::string names;
  for (const auto name : rulebooks::shipped_names) names += std::string(name) + ", ";
  return tl::make_unexpected(errors{{"extends", "names one of " + names + "or is null"}});
}

}  // namespace

tl::expected<rules::rulebook, errors> codec::read_rulebook(const json::value& document) {
  if (!document.is_object()) return tl::make_unexpected(errors{{"rulebook", "a rulebook is an object"}});
  const auto base = base_of(document.get_object());
  if (!base) return tl::make_unexpected(base.error());
  document_reader reader(*base);
  auto book = reader.read(document.get_object());
  if (!reader.errors.empty()) return tl::make_unexpected(std::move(reader.errors));
  if (auto wrong = rules::validate(book); !wrong.empty()) return tl::make_unexpected(std::move(wrong));
  return book;
}

tl::expected<rules::rulebook, errors> read_rulebook(std::string_view json) {
  const auto document = codec::parse_strict(json);
  if (document) return codec::read_rulebook(*document);
  const auto& no = document.error();
  return tl::make_unexpected(errors{{no.path.empty() ? "rulebook" : no.path, no.sentence}});
}

}  // namespace charter::inline v0
