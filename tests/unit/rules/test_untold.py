# SPDX-License-Identifier: GPL-2.0-or-later
"""What no rule can match on yet is told, and nothing else is."""

from __future__ import annotations

from dataclasses import fields

import pytest

from snetgui.engine import facts
from snetgui.model import Birth, Facts
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.untold import UNTOLD, untold_words

from . import strategies as ours


def test_it_is_what_the_engine_gathers_no_fact_of() -> None:
    gathered = {*facts._QUICK, *facts._SLOW}
    assert gathered | set(UNTOLD) == {field.name for field in fields(Facts)}
    assert not gathered & set(UNTOLD)


@pytest.mark.parametrize(
    ("asks", "fact"),
    [
        ({"host": "example.com"}, "remote host"),
        ({"lists": "hosts:/etc/bad"}, "remote host"),
        ({"lists": "addresses:/etc/bad, host regexes:/etc/bad"}, "remote host"),
        ({"application": "org.x"}, "application"),
        ({"package": "curl"}, "package"),
        ({"interface": "wlan0", "exe": "/usr/bin/curl"}, "interface"),
    ],
)
def test_a_rule_that_never_matches_yet(asks: dict[str, str], fact: str) -> None:
    rule = rule_from_fields({"action": "deny", **asks}, Birth(ours.NOW))
    assert f"snet can't tell of any call is the {fact}." in untold_words(rule.conditions)


def test_a_rule_that_can_match() -> None:
    asks = {"exe": "/a", "sha256": "a" * 64, "command": "a", "unit": "x", "users": "0"}
    more = {"ancestor": "/b", "lists": "addresses:/c, sha256:/d", "remote": "::1", "netns": "5"}
    rule = rule_from_fields({"action": "deny", **asks, **more}, Birth(ours.NOW))
    assert untold_words(rule.conditions) == ""
