// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The requests that the service answers: forms in, JSON out.

#include "service.hpp"

namespace httplib {
class Server;
}

namespace embedded_service {

/// REQUIRES: what `at` names outlives the server.
void add_routes(httplib::Server& server, const service& at);

}  // namespace embedded_service
