// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Asking a realm the queries of the vocabulary, as JSON. Whatever charterctl says about rights comes from
/// here: it judges nothing itself.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charter/access/queries/asking.hpp>
#include <charter/base/result.hpp>
#include <charter/engine/view.hpp>
#include <string>
#include <string_view>

#include "options.hpp"

namespace charterctl {

/// A realm and who looks at it.
struct reading {
  charter::view then;
  charter::asking who;
};
reading read_realm(const reading_options& options);

charter::result<boost::json::value> try_to_ask(const reading& from, std::string_view query,
                                               const boost::json::object& with);
/// The answer; gives up with the refusal.
boost::json::value ask(const reading& from, std::string_view query, const boost::json::object& with);
/// Of a list all pages: {"items": […], "next": null}.
boost::json::object ask_all(const reading& from, std::string_view query, boost::json::object with);

std::string_view text_of(const boost::json::value& it);
void print_json(const boost::json::value& it);

}  // namespace charterctl
