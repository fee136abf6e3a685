// SPDX-License-Identifier: Apache-2.0
#include "running_service.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>
#include <utility>

namespace embedded_service_test {

namespace {

std::string first_line(int descriptor) {
  std::string out;
  for (char c = 0; ::read(descriptor, &c, 1) == 1 && c != '\n';) out += c;
  return out;
}

/// A process whose output goes there.
pid_t spawn(const std::string& file, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  std::string program = EMBEDDED_SERVICE, database = file;
  char* arguments[] = {program.data(), database.data(), nullptr};
  pid_t process = 0;
  const int failed = ::posix_spawn(&process, program.c_str(), &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error(program + " does not start");
  return process;
}

int end(pid_t process, int signal) {
  ::kill(process, signal);
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

running_service::running_service(const std::string& file) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  process_ = spawn(file, ends[1]);
  ::close(ends[1]);
  address_ = first_line(ends[0]);
  ::close(ends[0]);
  if (address_.empty()) {
    kill();
    throw std::runtime_error("the service does not listen");
  }
}

running_service::~running_service() { kill(); }

int running_service::stop() { return end(std::exchange(process_, 0), SIGTERM); }
void running_service::kill() {
  if (process_ != 0) end(std::exchange(process_, 0), SIGKILL);
}

void start_and_kill(const std::string& file, std::chrono::milliseconds later) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const auto process = spawn(file, nowhere);
  ::close(nowhere);
  std::this_thread::sleep_for(later);
  end(process, SIGKILL);
}

}  // namespace embedded_service_test
