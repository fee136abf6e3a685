// SPDX-License-Identifier: Apache-2.0
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "charter/codec/json_tokens.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/rules/words.hpp"
#include "rulebook_form.hpp"

namespace charter::inline v0 {
namespace {

/// Whether a member that has the value of a fresh object is printed all the same.
enum class print { all, needed };

/// Collections of definitions stand on lines of their own, everything else on one.
class printer {
 public:
  explicit printer(json_layout layout) : layout_(layout) {}

  std::string print_book(const rules::rulebook& book) {
    open('{');
    member(1, "charter_rulebook");
    out_ += std::to_string(codec::rulebook_form_version);
    member(1, "name");
    value(book.name);
    member(1, "extends");
    out_ += "null";
    member(1, "about");
    value(book.about);
    definitions("roles", book.roles, [&](const auto& role) { object(role, print::needed); });
    definitions("permissions", book.permissions,
                [&](const auto& permission) { permission_object(permission); });
    definitions("kinds", book.kinds, [&](const auto& kind) { object(kind); });
    grants(book);
    std::apply([&](const auto&... each) { (section(each.name, book.*each.member), ...); },
               codec::section_form);
    line(0);
    close('}');
    if (layout_ == json_layout::lines) out_ += '\n';
    return std::move(out_);
  }

 private:
  void open(char bracket) {
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void line(std::size_t depth) {
    if (layout_ == json_layout::lines) out_ += "\n" + std::string(depth, ' ');
  }
  void separate() {
    if (!first_) out_ += ", ";
    first_ = false;
  }
  void name(std::string_view text) {
    append_json_text(out_, text);
    out_ += ": ";
  }
  /// A member on a line of its own.
  void member(std::size_t depth, std::string_view text) {
    if (!first_) out_ += layout_ == json_layout::lines ? "," : ", ";
    first_ = false;
    line(depth);
    name(text);
  }

  void value(bool it) { out_ += it ? "true" : "false"; }
  void value(std::unsigned_integral auto it) { out_ += std::to_string(it); }
  void value(const std::string& it) { append_json_text(out_, it); }
  void value(spelled auto it) { append_json_text(out_, to_text(it)); }
  template <class T>
  void value(const std::optional<T>& it) {
    if (it)
      value(*it);
    else
      out_ += "null";
  }
  template <class T>
  void value(const std::vector<T>& list) {
    open('[');
    for (const auto& each : list) {
      separate();
      value(each);
    }
    close(']');
  }
  template <codec::has_form T>
  void value(const T& it) {
    object(it);
  }

  template <class Member, class T>
  void field_of(const T& it, const Member& described, print how) {
    const auto& held = it.*described.member;
    if constexpr (std::equality_comparable<typename Member::member_type>)
      if (how == print::needed && !spelled<typename Member::member_type> && held == T{}.*described.member)
        return;
    separate();
    name(described.name);
    value(held);
  }
  void field_of(const rules::membership_rules& it, const codec::joining_field& described, print) {
    separate();
    name(described.name);
    std::vector<std::string> ways;
    if (it.by_invitation) ways.emplace_back("invitation");
    if (it.direct) ways.emplace_back("direct");
    value(ways);
  }

  template <class T>
  void note(const T& it) {
    if constexpr (requires { it.why; }) {
      if (it.why.empty()) return;
      separate();
      name("why");
      value(it.why);
    }
  }

  template <codec::has_form T>
  void object(const T& it, print how = print::all) {
    open('{');
    std::apply([&](const auto&... each) { (field_of(it, each, how), ...); }, codec::form<T>);
    note(it);
    close('}');
  }

  /// An alias has nothing but what it stands for.
  void permission_object(const rules::permission_definition& it) {
    open('{');
    if (it.same_as.empty()) {
      field_of(it, codec::form_field{"scope", &rules::permission_definition::scope}, print::all);
      field_of(it, codec::form_field{"needs", &rules::permission_definition::needs}, print::all);
    } else {
      field_of(it, codec::form_field{"same_as", &rules::permission_definition::same_as}, print::all);
    }
    note(it);
    close('}');
  }

  template <class T, class Print>
  void definitions(std::string_view title, const std::vector<T>& list, Print&& print_one) {
    member(1, title);
    open('{');
    for (const auto& each : list) {
      member(2, each.name);
      print_one(each);
    }
    if (!list.empty()) line(1);
    close('}');
  }

  void grants(const rules::rulebook& book) {
    member(1, "grants");
    open('{');
    for (const auto& of_role : book.grants) {
      member(2, of_role.role);
      open('{');
      for (const auto& given : of_role.grants) {
        member(3, given.permission);
        alternatives(given);
      }
      if (!of_role.grants.empty()) line(2);
      close('}');
    }
    if (!book.grants.empty()) line(1);
    close('}');
  }
  void alternatives(const rules::grant& given) {
    open('[');
    for (const auto& way : given.alternatives) {
      separate();
      object(way, print::needed);
    }
    close(']');
  }

  template <class T>
  void section(std::string_view title, const T& it) {
    member(1, title);
    value(it);
  }

  json_layout layout_;
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string write_rulebook(const rules::rulebook& book, json_layout layout) {
  return printer(layout).print_book(book);
}

}  // namespace charter::inline v0
