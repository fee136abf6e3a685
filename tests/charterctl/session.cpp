// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <utility>

namespace sessions {

namespace {

namespace fs = std::filesystem;

/// Stands behind the output of each step, then the exit code. No program prints it.
constexpr std::string_view mark = "-- 6f1c9a end of step, exit code ";

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string script_of(const std::vector<step>& steps, const fs::path& program, const std::string& folder) {
  std::string out =
      "exec 2>&1 </dev/null\nunset CHARTERCTL_TIME NO_COLOR\nexport LC_ALL=C TERM=xterm COLUMNS=80\n";
  out += "export SESSIONS=" + quoted(fs::absolute(folder).string()) + "\n";
  out += "PATH=" + quoted(fs::absolute(program).parent_path().string()) + ":$PATH\n";
  for (const auto& each : steps)
    out += each.command + "\nprintf '\\n%s%d\\n' '" + std::string(mark) + "' $?\n";
  return out;
}

/// What a step printed, as documents show it: without the place where it ran, which is another each time.
std::string shown(std::string output, const std::string& place, const std::string& code) {
  for (auto at = output.find(place); at != output.npos; at = output.find(place, at))
    output.erase(at, place.size());
  if (!output.empty() && output.back() != '\n') output += '\n';
  return code == "0" ? output : output + "[" + code + "]\n";
}

}  // namespace

document read_document(const std::string& text) {
  document out;
  std::string between;
  std::istringstream in(text);
  bool in_block = false, in_output = false, is_picture = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      in_block = line == "```console";
      in_output = std::exchange(is_picture, false);
      if (in_output) {
        out.before.back() += line + "\n";
        continue;
      }
    }
    if (line.starts_with("<!-- $ ") && line.ends_with(" -->")) {
      out.steps.push_back({number, line.substr(7, line.size() - 11), ""});
      out.before.push_back(between + line + "\n");
      between.clear();
      is_picture = true;
      continue;
    }
    if (in_block && line.starts_with("$ ")) {
      out.steps.push_back({number, line.substr(2), ""});
      out.before.push_back(between + line + "\n");
      between.clear();
      in_output = true;
    } else if (in_output && (line == ">" || line.starts_with("> ")) && out.steps.back().printed.empty()) {
      out.steps.back().command += "\n" + (line.size() > 2 ? line.substr(2) : "");
      out.before.back() += line + "\n";
    } else if (in_output) {
      out.steps.back().printed += line + "\n";
    } else {
      between += line + "\n";
    }
  }
  out.rest = between;
  return out;
}

std::string with_outputs(const document& it, const std::vector<std::string>& printed) {
  std::string out;
  for (std::size_t i = 0; i < it.steps.size(); ++i) out += it.before[i] + printed[i];
  return out + it.rest;
}

std::vector<std::string> play(const std::vector<step>& steps, const std::string& program,
                              const std::string& folder) {
  const auto place =
      fs::temp_directory_path() / ("charter-session-" + std::to_string(std::random_device{}()));
  const auto here = place / "here";
  fs::create_directories(here);
  std::ofstream(place / "script") << script_of(steps, program, folder);
  const auto run = "cd " + quoted(here.string()) + " && bash ../script";
  std::string all;
  if (auto* pipe = popen(run.c_str(), "r")) {
    std::array<char, 4096> piece{};
    while (const auto size = fread(piece.data(), 1, piece.size(), pipe)) all.append(piece.data(), size);
    pclose(pipe);
  }
  std::error_code ignored;
  fs::remove_all(place, ignored);

  std::vector<std::string> out;
  std::size_t from = 0;
  const auto end_of_step = "\n" + std::string(mark);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto end = all.find(end_of_step, from);
    if (end == all.npos) {
      out.push_back(all.substr(from) + "(the session ended here)\n");
      from = all.size();
      continue;
    }
    const auto code = end + end_of_step.size();
    const auto line_end = all.find('\n', code);
    out.push_back(
        shown(all.substr(from, end - from), here.string() + "/", all.substr(code, line_end - code)));
    from = line_end + 1;
  }
  return out;
}

}  // namespace sessions
