// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Included in front of everything that the mutants' guards are compiled into.

/// The number of the mutant that lives, its place in mutants.tsv; 0: none, and the rules are as they should
/// be.
inline int charter_living_mutant = 0;
inline bool charter_mutant(int number) { return charter_living_mutant == number; }
