// SPDX-License-Identifier: Apache-2.0
// `charterctl completion bash`: a script by which bash completes commands, options and known words. It is
// made from the command line itself, so it cannot fall behind.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "../commands.hpp"
#include "../shared/rulebooks.hpp"

namespace charterctl {

namespace {

using words = std::vector<std::string>;

/// What may stand where the help says NAME, where that is known.
words words_for(const std::string& name) {
  if (name == "RULEBOOK" || name == "NEW") return shipped_rulebooks();
  if (name == "WHAT") return things_to_show();
  if (name == "MACHINE") return machines();
  if (name == "SHELL") return {"bash"};
  if (name == "GOAL") return goals();
  if (name == "AREA") return areas();
  if (name == "ACTOR") return {"host", "operator"};
  return {};
}

std::string joined(const words& all) { return fmt::format("{}", fmt::join(all, " ")); }

std::vector<CLI::App*> below(CLI::App& it) {
  return it.get_subcommands([](const CLI::App* each) { return !each->get_name().empty(); });
}

/// Those that have commands of their own.
words groups_in(CLI::App& it) {
  words out;
  for (auto* each : below(it))
    if (!below(*each).empty()) out.push_back(each->get_name());
  return out;
}

/// Options of the command and of the groups within it.
void for_each_option(CLI::App& it, const std::function<void(CLI::Option&)>& visit) {
  for (auto* each : it.get_options()) visit(*each);
  for (auto* group : it.get_subcommands([](const CLI::App* each) { return each->get_name().empty(); }))
    for_each_option(*group, visit);
}

void add(words& to, const std::string& word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
}

/// One `case` a command: its options, the words for its arguments, and for the values of its options.
void print_command(const std::string& path, CLI::App& it) {
  words options, arguments;
  std::string values;
  for (auto* each : below(it)) arguments.push_back(each->get_name());
  for_each_option(it, [&](CLI::Option& each) {
    if (each.get_positional()) {
      for (const auto& known : words_for(each.get_name(true))) add(arguments, known);
      return;
    }
    for (const auto& name : each.get_lnames()) add(options, "--" + name);
    if (const auto known = words_for(each.get_type_name()); !known.empty())
      values += fmt::format("      [[ $previous == --{} ]] && words=\"{}\"\n", each.get_lnames().front(),
                            joined(known));
  });
  fmt::print("    \"{}\")\n      words=\"{}\"\n      options=\"{}\"\n{}      ;;\n", path, joined(arguments),
             joined(options), values);
  for (auto* each : below(it))
    print_command(path.empty() ? each->get_name() : path + " " + each->get_name(), *each);
}

constexpr auto beginning = R"(# bash completion for charterctl: source <(charterctl completion bash)
_charterctl() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local path=${COMP_WORDS[1]} words="" options=""
  ((COMP_CWORD > 1)) || path=""
)";

constexpr auto choice = R"(  [[ $groups == *" $path "* ]] && ((COMP_CWORD > 2)) && path+=" ${COMP_WORDS[2]}"
  case $path in
)";

constexpr auto end = R"(  esac
  [[ $current == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  # Besides the known words a file may be meant.
  [[ $current == -* || -z $path || $groups == *" $path "* ]] || compopt -o default 2>/dev/null
  return 0
}
complete -F _charterctl charterctl
)";

}  // namespace

void add_completion(program to) {
  auto* sub = add_command(to.app, "completion", "Print a script for completion in a shell",
                          "It completes commands, options, shipped rulebooks and other known words.",
                          "source <(charterctl completion bash)");
  auto shell = std::make_shared<std::string>();
  sub->add_option("SHELL", *shell, "Which shell")->required()->check(one_of({"bash"}));
  sub->callback([shell, to] {
    fmt::print("{}  local groups=\" {} \"\n{}", beginning, joined(groups_in(to.app)), choice);
    print_command("", to.app);
    fmt::print("{}", end);
    to.exit_code = done;
  });
}

}  // namespace charterctl
