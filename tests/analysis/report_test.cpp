// SPDX-License-Identifier: Apache-2.0
// Reports as pages: what stands where, and that nothing in them can act.
#include "charter/analysis/report.hpp"

#include <doctest/doctest.h>

#include <string>

#include "charter/base/text.hpp"
#include "charter/codec/json_writer.hpp"

TEST_SUITE("analysis/report") {

using namespace charter::analysis;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t at(const std::string& text, const std::string& part) {
  const auto out = text.find(part);
  CAPTURE(part);
  REQUIRE(out != std::string::npos);
  return out;
}

finding cycle() {
  return {severity::serious,        "inheritance_cycle",          "roles.admin",
          "admin inherits itself.", {"admin", "editor", "admin"}, "Take one of these inheritances away."};
}

report two_findings() {
  report out{"study", "Workspace"};
  out.facts = {{"status", "active"}, {"image", ""}};
  out.looked_at = {"roles", "invitations"};
  out.findings = {{severity::note, "final_state", "archived", "Nothing leads out of archived."}, cycle()};
  out.notes = {"Reviews could not be looked at."};
  out.diagrams = {{"Roles", true, {{"admin", {}, stroke::marked}, {"editor"}}, {{0, 1}}}};
  out.tables = {{"Members", {"user", "role"}, {{"alice", "admin"}, {"bob"}}}};
  return out;
}

}  // namespace

TEST_CASE("a page has the findings, the serious first, then pictures and tables") {
  const auto page = to_html(two_findings());
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(holds(page, "<title>study, Workspace</title>"));
  CHECK(holds(page, "<h1>study</h1>"));
  CHECK(holds(page, "<dt>status</dt><dd>active</dd>"));
  CHECK(!holds(page, "<dt>image</dt>"));
  CHECK(holds(page, "href=\"#serious\"><b>1</b>serious</a>"));
  CHECK(holds(page, "<li class=\"none\"><b>0</b>warnings</li>"));
  CHECK(holds(page, "href=\"#note\"><b>1</b>note</a>"));
  CHECK(holds(page, "Looked at: roles; invitations."));
  const auto serious = at(page, "<h2 id=\"serious\">Serious</h2>");
  const auto found = at(page, "<article class=\"finding serious\" id=\"inheritance_cycle-roles.admin\">");
  const auto note = at(page, "<h2 id=\"note\">Notes</h2>");
  const auto remark = at(page, "Reviews could not be looked at.");
  const auto picture = at(page, "<svg ");
  const auto table = at(page, "<tr><td>bob</td><td></td></tr>");
  CHECK(serious < found);
  CHECK(found < note);
  CHECK(note < remark);
  CHECK(remark < picture);
  CHECK(picture < table);
  CHECK(holds(page, "<ol>\n<li>admin</li>\n<li>editor</li>\n<li>admin</li>\n</ol>"));
  CHECK(holds(page, "<dt>What to do</dt><dd>Take one of these inheritances away.</dd>"));
  CHECK(holds(page, "<figcaption>Roles.</figcaption>"));
  CHECK(!holds(page, "id=\"warning\""));
  CHECK(to_html(two_findings()) == page);
}

TEST_CASE("a page without findings says what was looked at, and one without analyses that nothing was") {
  report it{"study", "Workspace"};
  CHECK(holds(to_html(it), "Nothing was looked at, so nothing can be said."));
  it.looked_at = {"roles", "invitations"};
  CHECK(holds(to_html(it), "<p class=\"nothing\">No findings. Looked at: roles; invitations.</p>"));
}

TEST_CASE("findings have anchors of their own") {
  report it{"book", "Rulebook"};
  auto other = cycle();
  other.about = "roles.\"><i> \xc3\xa9";
  it.findings = {
      cycle(), cycle(), other, {severity::note, "note", "", "A note that is named like a heading."}};
  const auto page = to_html(it);
  CHECK(holds(page, "id=\"inheritance_cycle-roles.admin\""));
  CHECK(holds(page, "id=\"inheritance_cycle-roles.admin-2\""));
  CHECK(holds(page, "id=\"inheritance_cycle-roles.---i----\""));
  CHECK(holds(page, "id=\"note-2\""));
}

TEST_CASE("findings that differ in their sentence alone share a card") {
  const auto nobody = [](std::string about, std::string message) {
    return finding{severity::note, "permission_of_nobody", std::move(about), std::move(message), {},
                   "Grant it."};
  };
  report it{"book", "Rulebook"};
  it.findings = {nobody("job.view", "Nobody has job.view."),
                 cycle(),
                 nobody("job.edit", "Nobody may do this."),
                 {severity::note, "permission_of_nobody", "x", "Nobody has x.", {}, "Leave it out."}};
  const auto runs = alike(it.findings);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].front().slug == "inheritance_cycle");
  CHECK(runs[1].size() == 2);
  CHECK(runs[2].front().about == "x");
  it.findings.push_back(cycle());
  CHECK(alike(it.findings).size() == 4);  // they have witnesses
  const auto page = to_html(it);
  CHECK(holds(page, "<li id=\"permission_of_nobody-job.view\">Nobody has job.view.</li>"));
  CHECK(holds(page,
              "<li id=\"permission_of_nobody-job.edit\"><code class=\"about\">job.edit</code> Nobody may"));
  CHECK(holds(page, "<article class=\"finding note\" id=\"permission_of_nobody-x\">"));
  CHECK(holds(page, "2 times"));
}

TEST_CASE("whatever a text holds, it is shown and never obeyed") {
  const std::string bad = "<script>x('&\"')</script><img src=x onerror=x()>\xff\xc0\x01\xe2\x80\xae";
  const std::string shown =
      "&lt;script&gt;x(&#39;&amp;&quot;&#39;)&lt;/script&gt;&lt;img src=x onerror=x()&gt;"
      "\ufffd\ufffd\ufffd\ufffd";
  report it{bad, bad};
  it.facts = {{bad, bad}};
  it.looked_at = {bad};
  it.findings = {{severity::serious, bad, bad, bad, {bad}, bad}};
  it.notes = {bad};
  it.diagrams = {{bad, true, {{bad, bad}, {bad, bad}}, {{0, 1, bad}}}};
  it.tables = {{bad, {bad}, {{bad}}}};
  const auto page = to_html(it);
  CHECK(!holds(page, "<script"));
  CHECK(!holds(page, "<img"));
  CHECK(charter::is_valid_utf8(page));
  for (const std::string place :
       {"<h1>", "<dt>", "<dd>", "<p class=\"kind\">", "<code>", "<code class=\"about\">", "<h3>", "<li>",
        "<p class=\"remark\">", "<figcaption>", "<th scope=\"col\">", "<td>", "Looked at: "}) {
    CAPTURE(place);
    CHECK(holds(page, place + shown));
  }
}

TEST_CASE("a page fetches nothing") {
  const auto page = to_html(two_findings());
  for (const std::string word :
       {"<script", "<link", "<img", "<iframe", "@import", "url(", "src=\"", "javascript:"}) {
    CAPTURE(word);
    CHECK(!holds(page, word));
  }
  CHECK(holds(page, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
}

TEST_CASE("how many there are of each severity") {
  auto all = two_findings().findings;
  CHECK(in_words(count(all)) == "1 serious, 1 note");
  all.push_back({severity::warning, "a", "", "A."});
  all.push_back({severity::warning, "b", "", "B."});
  CHECK(in_words(count(all)) == "1 serious, 2 warnings, 1 note");
  CHECK(in_words(count({})) == "no findings");
  all = by_severity(all);
  CHECK(all[0].slug == "inheritance_cycle");
  CHECK(all[1].slug == "a");
  CHECK(all[2].slug == "b");
  CHECK(all[3].slug == "final_state");
}

TEST_CASE("findings as JSON") {
  std::string text;
  charter::json_writer out(text);
  out.value(two_findings().findings);
  CHECK(
      text ==
      R"([{"severity":"note","finding":"final_state","about":"archived","message":"Nothing leads out of archived.",)"
      R"("witness":[]},{"severity":"serious","finding":"inheritance_cycle","about":"roles.admin",)"
      R"("message":"admin inherits itself.","witness":["admin","editor","admin"],)"
      R"("fix":"Take one of these inheritances away."}])");
}

}  // TEST_SUITE("analysis/report")
