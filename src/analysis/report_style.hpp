// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a report looks.

#include <string_view>

namespace charter::inline v0::analysis {

inline constexpr std::string_view report_style = R"css(
:root { color-scheme: light dark; --ink: #1d2126; --quiet: #5c6670; --line: #d9dee3; --paper: #ffffff;
  --card: #f7f8fa; --serious: #b3261e; --warning: #8a5a00; --note: #2f5f8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --quiet: #a3adb7; --line: #343b43;
  --paper: #15181c; --card: #1d2126; --serious: #ff8a80; --warning: #e6b450; --note: #8ab8e6; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 2.5rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); font-size: 1.15rem; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: .4rem 0 0; }
.summary, .about, figcaption, footer { color: var(--quiet); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.counts li { padding: .2rem .75rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9rem; }
.counts .serious, .finding.serious h3 { color: var(--serious); }
.counts .warning, .finding.warning h3 { color: var(--warning); }
.counts .note, .finding.note h3 { color: var(--note); }
.counts .none { color: var(--quiet); }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .3rem 1.25rem; margin: 1.5rem 0 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.finding { margin: 0 0 1rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left-width: 4px;
  border-radius: .5rem; background: var(--card); }
.finding.serious { border-left-color: var(--serious); }
.finding.warning { border-left-color: var(--warning); }
.finding.note { border-left-color: var(--note); }
.about { margin: .1rem 0 0; font: .85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  overflow-wrap: anywhere; }
.witness { margin: .6rem 0 0; padding-left: 1.6rem; }
.witness li { overflow-wrap: anywhere; }
.fix::before { content: "What to do: "; font-weight: 600; }
figure { margin: 1.5rem 0 0; }
figcaption { margin-bottom: .5rem; }
.picture { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: #ffffff; overflow-x: auto; }
.picture svg { display: block; max-width: 100%; max-height: 80vh; margin: 0 auto; }
footer { margin-top: 3rem; font-size: .85rem; }
@media (max-width: 32rem) { body { padding-top: 1.5rem; } dl { grid-template-columns: 1fr; } dt { margin-top: .5rem; } }
@media print { body { max-width: none; padding: 0; } .finding, figure { break-inside: avoid; } }
)css";

}  // namespace charter::inline v0::analysis
