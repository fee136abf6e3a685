// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The commands of charterctl, one file each. A command adds itself to the command line and leaves its exit
/// code behind when it has run.

#include <string>
#include <vector>

#include "shared/options.hpp"

namespace charterctl {

void add_init(program to);
void add_do(program to);
void add_what_if(program to);
void add_check(program to);
void add_explain(program to);
void add_who(program to);
void add_where(program to);
void add_show(program to);
void add_log(program to);
void add_audit(program to);
void add_verify(program to);
void add_snapshot(program to);
void add_as_of(program to);
void add_rulebook(program to);
void add_lifecycle(program to);
void add_analyze(program to);
void add_explore(program to);
void add_test(program to);
void add_completion(program to);

/// The commands of `rulebook`.
void add_rulebook_show(program to);
void add_rulebook_check(program to);
void add_rulebook_diff(program to);

/// charterctl as a function of its command line, without the program's name.
int run(std::vector<std::string> arguments);

/// The words that `show`, `lifecycle` and `explore` understand.
std::vector<std::string> things_to_show();
std::vector<std::string> machines();
std::vector<std::string> goals();
std::vector<std::string> areas();

}  // namespace charterctl
