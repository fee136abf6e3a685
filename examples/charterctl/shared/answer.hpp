// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Answers of queries for people: the members of a thing one a line, the items of a list as a table.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace charterctl {

/// Nothing for null; yes and no; a list with commas; policies in words.
std::string in_words(const boost::json::value& it);

/// A field's name as a title: "run_policy" is "run policy".
std::string title_of(std::string_view name);

/// The members that are named, or all; those without a value are left out.
void print_members(const boost::json::object& it, const std::vector<std::string_view>& names = {});

/// A column for each member that is named, or for each that an item has, unless nobody has a value there;
/// `none` where there are no items.
void print_items(const boost::json::value& items, const std::vector<std::string_view>& names = {},
                 std::string_view none = "none");

}  // namespace charterctl
