// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Runs of jobs, and the attestations that the host records for them.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/machines/run/status.hpp"

namespace charter::inline v0::run {

struct start {
  std::optional<std::string> key = {};
  ref<job_id> job = {};
  std::optional<bool> attested = {};

  static constexpr std::string_view message_name = "run.start";
  static constexpr auto fields =
      described_by<&start::key, &start::job, &start::attested>("key", "job", "attested");
};

struct report {
  ref<run_id> run = {};
  progress status = {};
  std::optional<std::string> note = {};

  static constexpr std::string_view message_name = "run.report";
  static constexpr auto fields =
      described_by<&report::run, &report::status, &report::note>("run", "status", "note");
};

struct cancel {
  ref<run_id> run = {};

  static constexpr std::string_view message_name = "run.cancel";
  static constexpr auto fields = described_by<&cancel::run>("run");
};

struct started {
  run_id run = {};
  std::optional<std::string> key = {};
  job_id job = {};
  bool attested = false;
  user_id started_by = {};

  static constexpr std::string_view message_name = "run.started";
  static constexpr auto fields =
      described_by<&started::run, &started::key, &started::job, &started::attested, &started::started_by>(
          "run", "key", "job", "attested", "started_by");
};

struct reported {
  run_id run = {};
  progress status = {};
  std::optional<std::string> note = {};

  static constexpr std::string_view message_name = "run.reported";
  static constexpr auto fields =
      described_by<&reported::run, &reported::status, &reported::note>("run", "status", "note");
};

struct cancelled {
  run_id run = {};

  static constexpr std::string_view message_name = "run.cancelled";
  static constexpr auto fields = described_by<&cancelled::run>("run");
};

}  // namespace charter::inline v0::run

namespace charter::inline v0::runs {

/// A consequence: the queued and running runs of an archived workspace, or the queued ones that use a removed
/// dataset.
struct cancelled {
  std::optional<workspace_id> workspace = {};
  std::optional<asset_id> dataset = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "runs.cancelled";
  static constexpr auto fields = described_by<&cancelled::workspace, &cancelled::dataset, &cancelled::cause>(
      "workspace", "dataset", "cause");
};

}  // namespace charter::inline v0::runs

namespace charter::inline v0::attestation {

struct record {
  std::optional<std::string> key = {};
  ref<run_id> run = {};
  std::string digest = {};

  static constexpr std::string_view message_name = "attestation.record";
  static constexpr auto fields =
      described_by<&record::key, &record::run, &record::digest>("key", "run", "digest");
};

struct recorded {
  attestation_id attestation = {};
  std::optional<std::string> key = {};
  run_id run = {};
  std::string digest = {};

  static constexpr std::string_view message_name = "attestation.recorded";
  static constexpr auto fields =
      described_by<&recorded::attestation, &recorded::key, &recorded::run, &recorded::digest>(
          "attestation", "key", "run", "digest");
};

}  // namespace charter::inline v0::attestation

namespace charter::inline v0::run {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<start, report, cancel, attestation::record>;
using event = std::variant<started, reported, cancelled, runs::cancelled, attestation::recorded>;

}  // namespace charter::inline v0::run
