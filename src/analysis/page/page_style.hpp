// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How pages look. Text contrasts by 4.5 to 1 at least, in light and in dark.

#include <string_view>

namespace charter::inline v0::analysis {

inline constexpr std::string_view page_style = R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f9; --ink: #1b2127; --quiet: #58626d; --line: #dce0e5;
  --serious: #b3261e; --warning: #8a5200; --note: #2f5f8f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15191e; --panel: #1d232a; --ink: #e4e8ec; --quiet: #a2acb7; --line: #343c46;
    --serious: #ff9b90; --warning: #efb862; --note: #93c0ee;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.75rem; }
h1, h2, h3, p, ol, ul, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.015em; }
h2 { margin: 2.75rem 0 1rem; font-size: 1.25rem; line-height: 1.3; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; }
h1, h2, h3, p, dd, li, td, figcaption { unicode-bidi: isolate; }
code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
a { color: inherit; text-underline-offset: 0.2em; }
.kind { color: var(--quiet); margin-bottom: 0.25rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.5rem; margin-top: 1.5rem; }
.facts dt, .quiet, figcaption, footer { color: var(--quiet); }
.summary {
  display: flex; flex-wrap: wrap; gap: 0.25rem 1.75rem; align-items: baseline; list-style: none;
  margin-top: 1.75rem; padding: 0.9rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line);
}
.summary b { font-size: 1.3rem; margin-right: 0.35rem; font-variant-numeric: tabular-nums; }
.summary a { text-decoration: none; }
.summary a:hover, .summary a:focus-visible { text-decoration: underline; }
.summary .none, .summary .none b { color: var(--quiet); font-weight: 400; }
.looked { margin-top: 0.9rem; font-size: 0.9375rem; color: var(--quiet); }
.serious { --tone: var(--serious); }
.warning { --tone: var(--warning); }
.note { --tone: var(--note); }
.tone { color: var(--tone); }
.finding {
  margin-top: 1rem; padding: 1rem 1.25rem 1.1rem; background: var(--panel); border-radius: 0.5rem;
  border-left: 0.25rem solid var(--tone); break-inside: avoid;
}
.finding:target { outline: 2px solid var(--tone); outline-offset: 2px; }
.label { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.9rem; margin-bottom: 0.3rem; font-size: 0.9375rem; }
.label a { color: var(--tone); text-decoration: none; }
.label a:hover, .label a:focus-visible { text-decoration: underline; }
.about { color: var(--quiet); }
.finding dl { margin-top: 0.7rem; display: grid; grid-template-columns: 6rem 1fr; gap: 0.45rem 0.75rem; }
.finding dt { color: var(--quiet); }
.finding ol { padding-left: 1.6rem; font-variant-numeric: tabular-nums; }
.finding li::marker { color: var(--quiet); }
.finding .alike { padding-left: 1.1rem; }
.alike li { margin-top: 0.15rem; }
.alike li:target { text-decoration: underline; text-decoration-color: var(--tone); text-underline-offset: 0.25em; }
.nothing { margin-top: 2.5rem; font-size: 1.0625rem; }
.remark { margin-top: 1rem; }
figure { margin-top: 1.75rem; break-inside: avoid; }
h2 + figure { margin-top: 0; }
figcaption { margin-top: 0.6rem; font-size: 0.9375rem; }
.wide { overflow-x: auto; }
.picture { padding: 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
svg { display: block; margin: 0 auto; }
svg text { fill: var(--ink); }
svg [stroke="black"] { stroke: var(--quiet); }
svg [fill="black"] { fill: var(--quiet); }
svg .cluster [stroke="black"] { stroke: var(--line); }
svg .node [fill="none"] { fill: var(--panel); }
svg [stroke="#b3261e"] { stroke: var(--serious); }
svg [fill="#b3261e"] { fill: var(--serious); }
svg [fill="#6b7177"] { fill: var(--quiet); }
table { border-collapse: collapse; font-size: 0.9375rem; min-width: 100%; overflow-wrap: normal; }
th, td { padding: 0.45rem 1.25rem 0.45rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
td { min-width: 5.5rem; max-width: 24rem; overflow-wrap: anywhere; }
footer { margin-top: 3.5rem; padding-bottom: 2.5rem; font-size: 0.875rem; }
@media (max-width: 34rem) {
  header { padding-top: 1.5rem; }
  h1 { font-size: 1.55rem; }
  .facts { grid-template-columns: fit-content(40%) 1fr; gap: 0.3rem 1rem; }
  .finding dl { grid-template-columns: 1fr; gap: 0; }
  .finding dd { margin-bottom: 0.5rem; }
  .finding { padding: 0.85rem 1rem; }
  .finding dl dd:last-child { margin-bottom: 0; }
}
@media print {
  :root {
    --page: #ffffff; --panel: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb;
    --serious: #b3261e; --warning: #8a5200; --note: #2f5f8f;
  }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .finding { border: 1px solid var(--line); border-left: 0.25rem solid var(--tone); }
  .wide { overflow: visible; }
  svg { min-width: 0 !important; max-height: 22cm; }
  h2, h3 { break-after: avoid; }
}
)css";

}  // namespace charter::inline v0::analysis
