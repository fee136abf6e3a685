# SPDX-License-Identifier: Apache-2.0
"""Makes the pages: a realm and rulebooks whose names would act if a page let them."""

import json
import os
import subprocess

HOSTILE = '<script>document.title="acted"</script>'
IMAGE = '"><img src=x onerror="document.title=\'acted\'">'
LOADED = "<svg/onload=document.title='acted'>&lt;b&gt;"


class Page:
    def __init__(self, name, subject, title, drawn=()):
        self.name, self.subject, self.title, self.drawn = name, subject, title, drawn
        self.file = self.report = None


def commands():
    yield {"as": "operator", "do": "organization.create", "with": {"key": IMAGE, "name": HOSTILE}}
    yield {"as": "operator", "do": "organization.create", "with": {"key": "lab", "name": "North Lab"}}
    for key, address, home in (("alice", "alice@hospital.org", IMAGE), (HOSTILE, "dora@hospital.org", IMAGE),
                               ("bob", "bob@lab.org", "lab"), ("carol", "carol@lab.org", "lab")):
        yield {"do": "user.provision", "with": {"key": key, "email": address, "organization": home}}
        yield {"do": "user.record_sign_in", "with": {"user": key}}
    yield {"as": "operator", "do": "role.assign", "with": {"user": "alice", "role": "organization_admin"}}
    yield {"as": "alice", "do": "role.assign", "with": {"user": "alice", "role": "workspace_admin"}}
    for key, people in (("study", ("dora@hospital.org", "bob@lab.org")), (LOADED, ("bob@lab.org", "carol@lab.org"))):
        yield {"as": "alice", "do": "workspace.create",
               "with": {"key": key, "organization": IMAGE, "kind": "analytics", "name": "Readmission by ward",
                        "invitees": [{"email": each} for each in people], "approval_policy": {"mode": "all"}}}
    yield {"as": HOSTILE, "do": "invitation.accept", "with": {"workspace": "study"}}
    yield {"as": "bob", "do": "invitation.accept", "with": {"workspace": "study"}}
    yield {"as": "bob", "do": "job.create",
           "with": {"key": "job", "workspace": "study", "name": LOADED, "content_digest": "sha256:a1"}}
    yield {"as": "bob", "do": "invitation.decline", "with": {"workspace": LOADED}}


RULEBOOKS = {
    # What may be used, but grants twice and has a role for nobody.
    "idle.json": {"charter_rulebook": 1, "name": "idle", "extends": "openhexa",
                  "roles": {"auditor": {"scope": "workspace", "inherits": ["editor", "viewer"]}},
                  "grants": {"auditor": {"job.view": [{}]}}},
    "hostile.json": {"charter_rulebook": 1, "name": HOSTILE, "extends": "openhexa",
                     "roles": {"auditor": {"scope": "workspace", "inherits": [IMAGE]}},
                     "grants": {HOSTILE: {"workspace.archive": [{}]}, "editor": {LOADED: [{}]}}},
}


def make(charterctl, folder):
    """The pages, each with what charterctl says as JSON of the same."""
    surroundings = {**os.environ, "CHARTERCTL_TIME": "2026-03-02T09:00:00Z"}

    def call(*arguments, text=None, may_end_with=(0,)):
        done = subprocess.run([charterctl, *arguments], cwd=folder, env=surroundings, input=text, encoding="utf-8",
                              capture_output=True, check=False)
        if done.returncode not in may_end_with:
            raise RuntimeError(f"charterctl {arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    call("init", "realm.db", "--rulebook", "opaque_sealed")
    call("do", "realm.db", text="\n".join(json.dumps(each) for each in commands()))
    for name, document in RULEBOOKS.items():
        (folder / name).write_text(json.dumps(document))

    pages = [
        Page("shipped", ("rulebook", "openhexa"), "openhexa, Rulebook", ("organization_owner", "editor", "viewer")),
        Page("idle", ("rulebook", "idle.json"), "idle, Rulebook", ("auditor", "editor")),
        Page("invalid", ("rulebook", "hostile.json"), "hostile.json, Rulebook"),
        Page("active", ("workspace", "realm.db", "study"), "Readmission by ward, Workspace",
             ("alice", HOSTILE, IMAGE, "bob", "lab")),
        Page("pending", ("workspace", "realm.db", LOADED), "Readmission by ward, Workspace", ("alice",)),
        Page("realm", ("realm", "realm.db"), "realm.db, Realm"),
    ]
    for each in pages:
        each.file = folder / (each.name + ".html")
        each.report = json.loads(call("analyze", *each.subject, "--html", str(each.file), "--json",
                                      may_end_with=(0, 1)))
    return pages
