// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The names that headers of a host need without the definitions.

#include <cstdint>

namespace charter::inline v0 {

class command;
class engine;
class event_store;
class rejection;
class rule_set;
class subscription;
class view;
struct context;
struct decision;
struct engine_options;
struct explanation;
struct failure;
struct question;
struct realm;
struct receipt;
struct record;
struct refusal;
using position = std::uint64_t;

}  // namespace charter::inline v0
