# SPDX-License-Identifier: Apache-2.0
# Every public header, one line each, in the order of the floors. These lists are what is installed and what the header
# check compiles; a house test fails when a list and its folder differ.

# charter::core: floors 0 to 5. Standard library and tl::expected only.
set(charter_core_headers
  include/charter/version.hpp
  include/charter/fwd.hpp
  include/charter/format.hpp
  # 0 base
  include/charter/base/actor.hpp
  include/charter/base/any_of.hpp
  include/charter/base/boxed.hpp
  include/charter/base/cow_epoch.hpp
  include/charter/base/cow_hash.hpp
  include/charter/base/cow_map.hpp
  include/charter/base/cow_node.hpp
  include/charter/base/cow_vector.hpp
  include/charter/base/each_id.hpp
  include/charter/base/enum_text.hpp
  include/charter/base/fields.hpp
  include/charter/base/id.hpp
  include/charter/base/instant.hpp
  include/charter/base/match.hpp
  include/charter/base/position.hpp
  include/charter/base/rejection.hpp
  include/charter/base/result.hpp
  include/charter/base/shared_any.hpp
  include/charter/base/small_vector.hpp
  include/charter/base/text.hpp
  # 1 rules
  include/charter/rules/approval.hpp
  include/charter/rules/approval_policy.hpp
  include/charter/rules/columns.hpp
  include/charter/rules/condition.hpp
  include/charter/rules/matching.hpp
  include/charter/rules/ordinals.hpp
  include/charter/rules/permission.hpp
  include/charter/rules/person.hpp
  include/charter/rules/property.hpp
  include/charter/rules/rule_set.hpp
  include/charter/rules/rulebook.hpp
  include/charter/rules/run_policy.hpp
  include/charter/rules/validate.hpp
  include/charter/rules/words.hpp
  include/charter/rules/rulebooks/opaque_open.hpp
  include/charter/rules/rulebooks/opaque_sealed.hpp
  include/charter/rules/rulebooks/openhexa.hpp
  include/charter/rules/rulebooks/rows.hpp
  include/charter/rules/rulebooks/shipped.hpp
  include/charter/rules/validation/grants.hpp
  include/charter/rules/validation/inspection.hpp
  include/charter/rules/validation/permissions.hpp
  include/charter/rules/validation/roles.hpp
  include/charter/rules/validation/sections.hpp
  # 2 machines
  include/charter/machines/lifecycle.hpp
  include/charter/machines/membership_row.hpp
  include/charter/machines/workspace_details.hpp
  include/charter/machines/asset/messages.hpp
  include/charter/machines/asset/rules.hpp
  include/charter/machines/asset/state.hpp
  include/charter/machines/directory/messages.hpp
  include/charter/machines/directory/rules.hpp
  include/charter/machines/directory/state.hpp
  include/charter/machines/invitation/messages.hpp
  include/charter/machines/invitation/rules.hpp
  include/charter/machines/invitation/state.hpp
  include/charter/machines/job/messages.hpp
  include/charter/machines/job/rules.hpp
  include/charter/machines/job/state.hpp
  include/charter/machines/job/use.hpp
  include/charter/machines/ledger/filter.hpp
  include/charter/machines/ledger/messages.hpp
  include/charter/machines/ledger/rulebook_document.hpp
  include/charter/machines/ledger/state.hpp
  include/charter/machines/membership/messages.hpp
  include/charter/machines/membership/rules.hpp
  include/charter/machines/run/messages.hpp
  include/charter/machines/run/rules.hpp
  include/charter/machines/run/state.hpp
  include/charter/machines/run/status.hpp
  include/charter/machines/settings/messages.hpp
  include/charter/machines/settings/rules.hpp
  include/charter/machines/workspace/messages.hpp
  include/charter/machines/workspace/rules.hpp
  include/charter/machines/workspace/state.hpp
  # 3 realm
  include/charter/realm/apply.hpp
  include/charter/realm/creates.hpp
  include/charter/realm/due_queue.hpp
  include/charter/realm/lookup.hpp
  include/charter/realm/members.hpp
  include/charter/realm/message.hpp
  include/charter/realm/realm.hpp
  include/charter/realm/reviews.hpp
  include/charter/realm/apply/asset.hpp
  include/charter/realm/apply/directory.hpp
  include/charter/realm/apply/invitation.hpp
  include/charter/realm/apply/ledger.hpp
  include/charter/realm/apply/membership.hpp
  include/charter/realm/apply/stamp.hpp
  include/charter/realm/apply/work.hpp
  include/charter/realm/apply/workspace.hpp
  # 4 access
  include/charter/access/awaited.hpp
  include/charter/access/effective.hpp
  include/charter/access/eligibility.hpp
  include/charter/access/explain.hpp
  include/charter/access/explanation.hpp
  include/charter/access/facts.hpp
  include/charter/access/grants.hpp
  include/charter/access/holders.hpp
  include/charter/access/index.hpp
  include/charter/access/index/answers.hpp
  include/charter/access/index/blocks.hpp
  include/charter/access/index/changes.hpp
  include/charter/access/index/facts_key.hpp
  include/charter/access/index/page_source.hpp
  include/charter/access/index/read_realm.hpp
  include/charter/access/index/realm_words.hpp
  include/charter/access/index/row_line.hpp
  include/charter/access/index/row_table.hpp
  include/charter/access/index/standings.hpp
  include/charter/access/index/touched_words.hpp
  include/charter/access/index/version.hpp
  include/charter/access/index/word_array.hpp
  include/charter/access/index/words.hpp
  include/charter/access/notices.hpp
  include/charter/access/persons.hpp
  include/charter/access/question.hpp
  include/charter/access/refusals.hpp
  include/charter/access/sight.hpp
  include/charter/access/queries/all.hpp
  include/charter/access/queries/answer.hpp
  include/charter/access/queries/asking.hpp
  include/charter/access/queries/assets.hpp
  include/charter/access/queries/candidates.hpp
  include/charter/access/queries/invitations.hpp
  include/charter/access/queries/jobs.hpp
  include/charter/access/queries/labels.hpp
  include/charter/access/queries/log.hpp
  include/charter/access/queries/members.hpp
  include/charter/access/queries/notices.hpp
  include/charter/access/queries/organizations.hpp
  include/charter/access/queries/own_box.hpp
  include/charter/access/queries/page.hpp
  include/charter/access/queries/people.hpp
  include/charter/access/queries/permissions.hpp
  include/charter/access/queries/reach.hpp
  include/charter/access/queries/reviews.hpp
  include/charter/access/queries/rights.hpp
  include/charter/access/queries/rulebook.hpp
  include/charter/access/queries/runs.hpp
  include/charter/access/queries/workspace.hpp
  include/charter/access/queries/workspaces.hpp
  # 5 command
  include/charter/command/asset.hpp
  include/charter/command/claims.hpp
  include/charter/command/consequences.hpp
  include/charter/command/context.hpp
  include/charter/command/decide.hpp
  include/charter/command/directory.hpp
  include/charter/command/due.hpp
  include/charter/command/earlier.hpp
  include/charter/command/invitation.hpp
  include/charter/command/job.hpp
  include/charter/command/journal.hpp
  include/charter/command/joining.hpp
  include/charter/command/last_admin.hpp
  include/charter/command/ledger.hpp
  include/charter/command/limits.hpp
  include/charter/command/membership.hpp
  include/charter/command/people.hpp
  include/charter/command/policies.hpp
  include/charter/command/roles.hpp
  include/charter/command/run.hpp
  include/charter/command/settings.hpp
  include/charter/command/shape.hpp
  include/charter/command/texts.hpp
  include/charter/command/touched.hpp
  include/charter/command/turn.hpp
  include/charter/command/uses.hpp
  include/charter/command/values.hpp
  include/charter/command/workspace.hpp
)

# charter::charter: floors 6 and 7 (record, codec, audit, store, engine) and the umbrella charter.hpp.
set(charter_charter_headers
  include/charter/charter.hpp
  # 6 record
  include/charter/record/admit.hpp
  include/charter/record/fold.hpp
  include/charter/record/record.hpp
  # 6 audit
  include/charter/audit/batch_head.hpp
  include/charter/audit/frontier.hpp
  # 6 codec
  include/charter/codec/command_json.hpp
  include/charter/codec/json_tokens.hpp
  include/charter/codec/json_writer.hpp
  include/charter/codec/query_json.hpp
  include/charter/codec/record_json.hpp
  include/charter/codec/refusal_json.hpp
  include/charter/codec/rulebook_json.hpp
  include/charter/codec/snapshot.hpp
  # 6 store
  include/charter/store/event_store.hpp
  include/charter/store/memory_store.hpp
  include/charter/store/snapshot_store.hpp
  include/charter/store/transactional_store.hpp
  # 7 engine
  include/charter/engine/engine.hpp
  include/charter/engine/receipt.hpp
  include/charter/engine/receipt_json.hpp
  include/charter/engine/verify.hpp
  include/charter/engine/view.hpp
)

# charter::sqlite: the durable store.
set(charter_sqlite_headers
  include/charter/stores/sqlite.hpp
)

# charter::analysis: what a policy means, on Boost.Graph.
set(charter_analysis_headers
  include/charter/analysis/diagram.hpp
  include/charter/analysis/finding.hpp
)

# charter::testing: scenarios, generated moves, the conformance suite for stores.
set(charter_testing_headers
  include/charter/testing/attempt.hpp
  include/charter/testing/fault_store.hpp
  include/charter/testing/fingerprint.hpp
  include/charter/testing/moves.hpp
  include/charter/testing/sample_rulebooks.hpp
  include/charter/testing/scenario.hpp
  include/charter/testing/snapshot_contract.hpp
  include/charter/testing/store_contract.hpp
  include/charter/testing/world.hpp
  include/charter/testing/contract/appending.hpp
  include/charter/testing/contract/reading.hpp
  include/charter/testing/contract/reopening.hpp
  include/charter/testing/contract/sharing.hpp
  include/charter/testing/contract/snapshots.hpp
  include/charter/testing/contract/trial.hpp
)
