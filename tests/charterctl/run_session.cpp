// SPDX-License-Identifier: Apache-2.0
// run_session PROGRAM DOCUMENT [--update]: plays the sessions of a document (see session.hpp) and compares
// what is printed with what the document says. Whatever a command prints with --json must be JSON. --update
// writes what was printed into the document instead, to be read before it is believed.
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>

#include "session.hpp"

namespace {

using sessions::step;

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether what it prints comes from --json and from nothing else.
bool prints_json(const step& it) {
  return it.command.starts_with("charterctl ") && (it.command + ' ').find("--json ") != it.command.npos &&
         it.command.find_first_of("|>;&") == it.command.npos;
}

/// Line by line; the line of the exit code is JSON too.
bool is_json(const std::string& printed) {
  std::istringstream in(printed);
  for (std::string line; std::getline(in, line);) {
    boost::json::error_code wrong;
    boost::json::parse(line, wrong);
    if (wrong) return false;
  }
  return true;
}

/// Whether the step came out as the document says.
bool judge(const step& it, const std::string& got, const std::string& document) {
  const auto place = document + ":" + std::to_string(it.line) + ": ";
  if (prints_json(it) && !is_json(got)) {
    std::cout << place << "this is no JSON:\n" << got;
    return false;
  }
  if (it.printed == got) return true;
  std::cout << place << "$ " << it.command << "\nexpected:\n" << it.printed << "got:\n" << got << '\n';
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool updating = arguments.size() == 3 && arguments[2] == "--update";
  if (arguments.size() != 2 && !updating) {
    std::cerr << "run_session PROGRAM DOCUMENT [--update]\n";
    return 2;
  }
  const auto& path = arguments[1];
  const auto document = sessions::read_document(slurp(path));
  if (document.steps.empty()) {
    std::cerr << path << " holds no session\n";
    return 2;
  }
  const auto folder = std::filesystem::path(path).parent_path().string();
  const auto printed = sessions::play(document.steps, arguments[0], folder);
  if (updating) std::ofstream(path, std::ios::binary) << sessions::with_outputs(document, printed);
  std::size_t failed = 0;
  for (std::size_t i = 0; i < printed.size(); ++i)
    if (!updating && !judge(document.steps[i], printed[i], path)) ++failed;
  std::cout << document.steps.size() - failed << " steps as the document says, " << failed << " not\n";
  return failed > 0 ? 1 : 0;
}
