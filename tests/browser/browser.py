# SPDX-License-Identifier: Apache-2.0
"""A browser without a window: what a page becomes once it is rendered."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser

PROBE = pathlib.Path(__file__).with_name("probe.js")


def find():
    """The program, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def run(*arguments):
    """What the browser prints. It starts with a profile of its own each time, and goes nowhere."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [find(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                   "--host-resolver-rules=MAP * ~NOTFOUND", "--force-device-scale-factor=1",
                   f"--user-data-dir={profile}", *arguments]
        done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode()


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children = []
        self.own = []

    def all(self, tag=None, kind=None):
        """Those below it, in order, with that tag and class where given."""
        for each in self.children:
            if tag in (None, each.tag) and (kind is None or kind in each.attributes.get("class", "").split()):
                yield each
            yield from each.all(tag, kind)

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.own)


class Tree(HTMLParser):
    """Reads what the browser serialised: well-formed, but for the elements that never end."""
    ENDLESS = {"meta", "link", "img", "br", "hr", "input", "base", "source", "embed"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("", {}, None)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        it = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(it)
        self.open.own.append(it)
        if tag not in self.ENDLESS:
            self.open = it

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in self.ENDLESS and self.open.tag == tag:
            self.open = self.open.parent

    def handle_data(self, data):
        self.open.own.append(data)


def rendered(page):
    """The document after everything in it that can run has run."""
    return Tree(run("--virtual-time-budget=3000", "--dump-dom", page.as_uri())).root


def measured(pages, widths, dark, folder):
    """What probe.js finds in each page at each width in pixels."""
    frames = "".join(f'<iframe data-page="{page.name}" style="width:{width}px;height:900px;border:0" '
                     f'src="{page.as_uri()}"></iframe>' for page in pages for width in widths)
    harness = folder / "harness.html"
    harness.write_text(f"<!DOCTYPE html><body>{frames}<script>{PROBE.read_text()}</script></body>")
    out = run("--virtual-time-budget=10000", "--allow-file-access-from-files", "--window-size=1600,1200",
              f"--blink-settings=preferredColorScheme={0 if dark else 1}", "--dump-dom", harness.as_uri())
    found = re.search(r'<pre id="measured">(.*?)</pre>', out, re.S)
    if not found:
        raise RuntimeError("the probe wrote nothing:\n" + out[-2000:])
    return json.loads(Tree(found.group(0)).root.text())
