// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Plays the story on a realm, step by step, and notices whatever goes otherwise than told.

#include <charter/base/instant.hpp>
#include <charter/fwd.hpp>
#include <charter/realm/message.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "cast.hpp"
#include "teller.hpp"

namespace clean_room {

/// The story's own time, so that it reads the same on every day. A real host lets the engine use the
/// system's.
using story_time = std::shared_ptr<charter::instant>;

class stage {
 public:
  /// REQUIRES: `realm` and `out` outlive it; the engine's clock reads `clock`.
  stage(charter::engine& realm, teller& out, story_time clock)
      : realm_(realm), out_(out), clock_(std::move(clock)) {}

  /// The command must be accepted. Answers the position of its record, 0 if it was not.
  charter::position does(const person& who, std::string_view deed, const charter::command& what);
  /// The command must be refused, for this reason and no other.
  void is_refused(const person& who, std::string_view deed, const charter::command& what,
                  std::string_view slug);
  /// The question must be answered with this slug, "ok" for yes. `on` is the key of a workspace, a job or a
  /// run, whatever the permission is about.
  void asks(const person& who, std::string_view question, std::string_view permission, std::string_view on,
            std::string_view slug);
  void time_passes(charter::duration by) { *clock_ += by; }
  void shows(std::string_view line) { out_.detail(line); }

  charter::engine& realm() { return realm_; }
  teller& out() { return out_; }
  int accepted() const { return accepted_; }
  int refused() const { return refused_; }
  int went_wrong() const { return went_wrong_; }

 private:
  charter::position wrong(const std::string& what);

  charter::engine& realm_;
  teller& out_;
  story_time clock_;
  int accepted_ = 0;
  int refused_ = 0;
  int went_wrong_ = 0;
};

}  // namespace clean_room
