// SPDX-License-Identifier: Apache-2.0
// A small service on HTTP that had people, sessions and submissions of its own, and is governed by charter:
// its rows and charter's records lie in one SQLite file and are written in one transaction.
//
//     embedded_service [FILE]     FILE: the database; it is made if need be. Absent: a temporary file.
//
// It prints the address it listens on and serves until it gets SIGTERM or SIGINT.
#include <httplib.h>
#include <signal.h>

#include <charter/charter.hpp>
#include <charter/format.hpp>
#include <chrono>
#include <cstdio>
#include <thread>

#include "../scratch_file.hpp"
#include "adopt.hpp"
#include "outbox.hpp"
#include "routes.hpp"
#include "tables.hpp"

namespace {

using namespace embedded_service;

template <class Reason>
int complain(const Reason& why) {
  fmt::print(stderr, "{}: {}\n", why.slug(), why.message());
  return 1;
}

/// In this thread and all that it starts: `sigwait` below is the one who gets them.
sigset_t block_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

int serve(const service& at, const sigset_t& until) {
  httplib::Server server;  // its worker threads share the engine
  add_routes(server, at);
  const int port = server.bind_to_any_port("127.0.0.1");
  if (port < 0) {
    fmt::print(stderr, "no port is free\n");
    return 1;
  }
  std::jthread listening([&] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  fmt::print("http://127.0.0.1:{}\n", port);
  std::fflush(stdout);
  int got = 0;
  sigwait(&until, &got);
  server.stop();
  return 0;
}

int govern_and_serve(const std::string& file, const sigset_t& until) {
  auto store = charter::open_sqlite(file);
  if (!store) return complain(store.error());
  auto realm = charter::engine::open(std::move(*store), {.rules = charter::rulebooks::opaque_sealed()});
  if (!realm) return complain(realm.error());
  if (const auto done = adopt(*realm); !done) return complain(done.error());
  const auto rows = open_for_reading(file);
  const service at{*realm, rows.get()};
  const outbox mail(at, file + ".outbox");
  return serve(at, until);
}

}  // namespace

int main(int argc, char** argv) {
  const auto until = block_signals();
  return govern_and_serve(examples::scratch_file(argc > 1 ? argv[1] : nullptr).path(), until);
}
