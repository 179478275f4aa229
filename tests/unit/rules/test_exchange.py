# SPDX-License-Identifier: GPL-2.0-or-later
"""Export then import is the same set; what is broken is named, the rest loads."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from snetgui.model import (
    Action,
    AddressMatch,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Rule,
    RuleError,
    TextMatch,
)
from snetgui.rules.exchange import export, load, rule_to_json

from . import strategies as ours

ROOT = Path(__file__).parents[3]
SCHEMA: dict[str, Any] = json.loads((ROOT / "resources" / "rules.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def everything(rule: Rule) -> tuple[Rule, int]:
    """A rule with what its comparison leaves out."""
    return rule, rule.hits


@settings(max_examples=50, deadline=None)
@given(ours.rule_lists())
def test_export_then_load_is_the_same_set(rules: list[Rule]) -> None:
    loaded = load(export(rules))
    assert list(map(everything, loaded.rules)) == list(map(everything, rules))
    assert loaded.rejected == ()


@settings(max_examples=30, deadline=None)
@given(ours.rule_lists(6))
def test_exports_obey_the_schema(rules: list[Rule]) -> None:
    VALIDATOR.validate(json.loads(export(rules)))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


RULE = Rule(
    id=1,
    name="curl",
    action=Action.ALLOW,
    conditions=Conditions(exe=TextMatch("/usr/bin/curl")),
    birth=Birth(ours.NOW),
)

BROKEN: list[tuple[str, Any, str]] = [
    ("conditions", {"remote_ports": [70000]}, "remote port: 70000 is above 65535"),
    ("conditions", {"remote_ports": [[9, 5]]}, "remote port: 9 is above 5; write 5-9"),
    ("conditions", {"remote_ports": [True]}, "remote port: true is not a whole number"),
    ("conditions", {"colour": "red"}, 'conditions: "colour" is not known'),
    ("conditions", {"exe": "/usr/bin/curl"}, "program: .* is not an object"),
    ("conditions", {"exe": {"exact": ""}}, "program: it is empty"),
    ("conditions", {"exe": {"exact": "/a", "glob": "/b"}}, "program: .* has not one of exact"),
    ("conditions", {"exe": {"regex": "("}}, "program: not a regular expression: missing"),
    ("conditions", {"exe": {"glob": "[a"}}, r'program: no "\]" closes'),
    ("conditions", {"remote": {"networks": ["10.0.0.1/8"]}}, "remote address: .* is not a network"),
    ("conditions", {"remote": {}}, "remote address: no value is given"),
    ("conditions", {"remote": {"ranges": ["::1-127.0.0.1"]}}, "mixes IPv4 and IPv6"),
    ("conditions", {"users": []}, "user: no value is given"),
    ("conditions", {"users": [-1]}, "user: -1 is below 0"),
    ("conditions", {"sha256": "xyz"}, "sha256: xyz is not 64 digits"),
    ("conditions", {"host": {"name": "Example.com"}}, "remote host: .* is written example.com"),
    ("conditions", {"lists": [{"path": "a", "kind": "hosts"}]}, "list: a is no full path"),
    ("conditions", {"interface": "a/b"}, "interface: a/b is not an interface"),
    ("conditions", {"netns": 0}, "network namespace: 0 is not"),
    ("conditions", None, "conditions: null is not an object"),
    ("action", "maybe", 'action: "maybe" is not one of allow, deny'),
    ("errno", 13, "error: an allow carries none"),
    ("lifetime", {"kind": "once"}, "lifetime: an answer for once makes no rule"),
    ("lifetime", {"kind": "span"}, "lifetime: a span of time needs its seconds"),
    ("lifetime", {"kind": "span", "seconds": -1}, "lifetime: -1 seconds are no span"),
    ("lifetime", {"kind": "until", "until": "2030-01-01"}, "lifetime: .* has no time zone"),
    ("lifetime", {"kind": "process"}, "lifetime: no process is known"),
    ("birth", {}, "birth: null is not a text"),
    ("priority", 10**7, "priority: 10000000 is not from"),
    ("name", " ", "name: it is empty"),
    ("enabled", 1, "enabled: 1 is neither true nor false"),
    ("id", 1, "id: another rule of this file has the number 1"),
    ("hits", -1, "hits: -1 can't be a count"),
    ("colour", "red", 'rule: "colour" is not known'),
]


@pytest.mark.parametrize(("field", "value", "message"), BROKEN)
def test_one_broken_rule_is_named_and_the_others_load(field: str, value: Any, message: str) -> None:
    good = rule_to_json(RULE)
    bad = {**deepcopy(good), "id": 2, "name": "broken", field: value}
    last = {**deepcopy(good), "id": 3}
    document = {"format": "snet rules", "version": 1, "rules": [good, bad, last]}
    loaded = load(json.dumps(document))
    assert loaded.rules == (RULE, replace(RULE, id=3))
    (rejected,) = loaded.rejected
    assert rejected.position == 2
    assert rejected.name == (value if field == "name" else "broken")
    with pytest.raises(RuleError, match=message):
        raise RuleError(*rejected.reason.split(": ", 1))


@pytest.mark.parametrize("row", [None, 5, [], "text", {}])
def test_a_row_that_is_no_rule(row: Any) -> None:
    document = {"format": "snet rules", "version": 1, "rules": [row, rule_to_json(RULE)]}
    loaded = load(json.dumps(document))
    assert loaded.rules == (RULE,)
    assert loaded.rejected[0].position == 1


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no file of snet's rules"),
        ('{"format": "other"}', "no file of snet's rules"),
        ('{"format": "snet rules", "version": 2, "rules": []}', "this snet reads 1"),
        ('{"format": "snet rules", "version": 1}', 'no list "rules"'),
    ],
)
def test_what_is_no_such_file(document: str | bytes, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load(document)


def test_untrusted_text_survives() -> None:
    path = "/opt/\udcff\u202e\n<b>" + "x" * 4000
    rule = replace(
        RULE,
        name="\u202e\n<i>",
        conditions=Conditions(exe=TextMatch(path), remote=AddressMatch(paths=("@\udc80",))),
        lifetime=Lifetime(LifetimeKind.UNTIL, until=ours.NOW),
    )
    document = export([rule])
    assert document.isascii()
    assert load(document.encode()).rules == (rule,)
