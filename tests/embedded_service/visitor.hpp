// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Somebody who uses the service, over HTTP.

#include <httplib.h>

#include <boost/json.hpp>
#include <string>

namespace embedded_service_test {

struct reply {
  int status = 0;  ///< 0: no answer came
  boost::json::value body;

  std::string text(std::string_view member) const;
  /// The slug of a refusal, "" otherwise.
  std::string refused() const { return text("refused"); }
};

class visitor {
 public:
  explicit visitor(const std::string& address) : client_(address) {}
  /// Signed in. Throws std::runtime_error where that is refused.
  visitor(const std::string& address, const std::string& name);

  reply sign_in(const std::string& name);
  void show(const std::string& token) { client_.set_bearer_token_auth(token); }

  reply get(const std::string& path);
  reply post(const std::string& path, const httplib::Params& form = {});

 private:
  httplib::Client client_;
};

}  // namespace embedded_service_test
