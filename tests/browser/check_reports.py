#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_reports.py CHARTERCTL [FOLDER]: opens pages of `charterctl analyze --html` in a browser and looks whether
all that was found can be read there, whether nothing in a name acts, and whether pages fit a telephone and can be read
in the dark. With FOLDER, pages and pictures of them stay there."""

import os
import pathlib
import sys
import tempfile

import browser
import pages

SKIPPED = 77  # as tests/browser/CMakeLists.txt has it
WIDTHS = (360, 1280)
offences = []


def check(holds, what):
    if not holds:
        offences.append(what)


def texts(elements):
    return [each.text() for each in elements]


def findings_in(article):
    """What a card says, as JSON has it; `about` may stand in the sentence where a card tells several findings."""
    severity, slug = article.attributes["class"].split()[-1], texts(article.all("code"))[0]
    terms = dict(zip(texts(article.all("dt")), article.all("dd")))
    rest = {"fix": terms["What to do"].text()} if "What to do" in terms else {}
    lists = list(article.all("ul", "alike"))
    if not lists:
        yield {"severity": severity, "finding": slug, "about": "".join(texts(article.all("code", "about"))),
               "message": texts(article.all("h3"))[0], "witness": texts(article.all("li")), **rest}
    for each in (item for one in lists for item in one.all("li")):
        about = "".join(texts(each.all("code", "about")))
        message = each.text().removeprefix(about + " ") if about else each.text()
        yield {"severity": severity, "finding": slug, "about": about or None, "message": message, "witness": [], **rest}


def says(shown, finding):
    if shown["about"] is None and finding["about"] in shown["message"]:
        shown = {**shown, "about": finding["about"]}
    return shown == finding


def check_findings(name, root, report):
    """Every finding is there, in order, with all that it says; or what was looked at is named."""
    shown = [each for article in root.all("article") for each in findings_in(article)]
    check(len(shown) == len(report["findings"]), f"{name}: {len(shown)} findings, not {len(report['findings'])}")
    anchors = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    check(len(anchors) == len(set(anchors)), f"{name}: two elements have the same id")
    for one, finding in zip(shown, report["findings"]):
        check(says(one, finding), f"{name}: the page says {one}, and JSON {finding}")
    summary = texts(list(root.all("ul", "summary"))[0].all("li"))
    numbers = [str(sum(each["severity"] == severity for each in report["findings"]))
               for severity in ("serious", "warning", "note")]
    check([text.rstrip("abcdefghijklmnopqrstuvwxyz") for text in summary] == numbers,
          f"{name}: the summary says {summary}, where there are {numbers}")
    if not report["findings"]:
        sentence = "".join(texts(root.all("p", "nothing")))
        check(sentence.startswith("No findings. Looked at: "), f"{name}: says {sentence!r} where nothing was found")
        for each in report["looked_at"]:
            check(each in sentence, f"{name}: does not say that it looked at {each}")


def check_pictures(name, root, drawn):
    labels = [text for picture in root.all("svg") for text in texts(picture.all("text"))]
    for each in drawn:
        check(each in labels, f"{name}: no node is labelled {each}; there are {labels}")


def check_nothing_acts(name, root, title):
    """No element that runs or fetches, no handler, no address but within the page; and nothing has run."""
    for each in root.all():
        check(each.tag not in ("script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "use"),
              f"{name}: has an element {each.tag}")
        for attribute, value in each.attributes.items():
            check(not attribute.startswith("on"), f"{name}: has an attribute {attribute}")
            check(attribute not in ("src", "srcset", "data", "xlink:href"), f"{name}: fetches {value}")
            check(attribute != "href" or value.startswith("#"), f"{name}: leads to {value}")
    anchors = {each.attributes.get("id") for each in root.all()}
    for each in root.all("a"):
        check(each.attributes["href"][1:] in anchors, f"{name}: leads to {each.attributes['href']}, which is not there")
    found = texts(root.all("title"))[0]
    check(found == title, f"{name}: its title is {found!r}")


def check_without_policy(page):
    """The same, where no policy of the page stops what slipped through."""
    text = page.file.read_text()
    open_page = page.file.with_name(page.name + "_without_policy.html")
    open_page.write_text(text.replace("Content-Security-Policy", "no-policy"))
    check(text != open_page.read_text(), f"{page.name}: has no policy")
    found = texts(browser.rendered(open_page).all("title"))[0]
    check(found == page.title, f"{page.name}: without its policy something acted: its title is {found!r}")


def check_measures(made, folder):
    for dark in (False, True):
        files = [each.file for each in made]
        for each in browser.measured(files, WIDTHS, dark, folder):
            where = f"{each['page']} at {each['width']} px{' in the dark' if dark else ''}"
            check(each["width"] in WIDTHS and each["needs"] <= each["width"], f"{where}: needs {each['needs']} px")
            check(not each["faint"], f"{where}: too little contrast: {each['faint']}")
            check((each["background"] == "rgb(255, 255, 255)") != dark, f"{where}: is {each['background']}")


def check_controls(folder):
    """What the checks look for, they find."""
    bad = folder / "bad.html"
    bad.write_text(f"<title>good</title><body><p style='width:900px;color:#999'>pale</p>{pages.HOSTILE}")
    check(texts(browser.rendered(bad).all("title"))[0] == "acted", "control: a script in a page did not run")
    found = browser.measured([bad], (360,), False, folder)[0]
    check(found["needs"] > 360, f"control: a wide page was measured as {found['needs']} px")
    check(found["faint"], "control: pale text was not noticed")


def keep_pictures(made, folder):
    for page in made:
        for width, height in ((1280, 1600), (500, 1600)):
            for scheme in (1, 0):
                file = folder / f"{page.name}_{width}{'' if scheme else '_dark'}.png"
                browser.run(f"--window-size={width},{height}", f"--blink-settings=preferredColorScheme={scheme}",
                            "--hide-scrollbars", f"--screenshot={file}", page.file.as_uri())


def main(charterctl, kept=None):
    if not browser.find():
        print("There is no chromium, which opens the pages; install it, or set CHROMIUM.")
        return 1 if os.environ.get("CI") else SKIPPED
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(kept or temporary).absolute()
        made = pages.make(charterctl, folder)
        check_controls(folder)
        for page in made:
            root = browser.rendered(page.file)
            check_findings(page.name, root, page.report)
            check_pictures(page.name, root, page.drawn)
            check_nothing_acts(page.name, root, page.title)
        for page in made:
            if page.name in ("invalid", "active", "pending"):
                check_without_policy(page)
        check_measures(made, folder)
        if kept:
            keep_pictures(made, folder)
    for each in offences:
        print(each)
    print(f"{len(made)} pages, {sum(len(each.report['findings']) for each in made)} findings, {len(offences)} offences")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
