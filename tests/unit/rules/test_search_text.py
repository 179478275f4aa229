# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is said of a rule can be searched for, and nothing that is not."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_network

import pytest
from hypothesis import given, settings

from snetgui.model import (
    Action,
    AddressMatch,
    Birth,
    Conditions,
    HostMatch,
    Rule,
    TextKind,
    TextMatch,
)
from snetgui.rules.conditions import asked
from snetgui.rules.field_values import condition_text
from snetgui.rules.search_text import search_text
from snetgui.rules.summary import sentence

from . import strategies as ours

PLAIN = Rule(name="n", action=Action.ALLOW, conditions=Conditions(), birth=Birth(ours.NOW))


@settings(max_examples=300, deadline=None)
@given(ours.rules(most=21))
def test_every_word_of_the_sentence_and_every_value_is_found(rule: Rule) -> None:
    text = search_text(rule)
    for word in sentence(rule).casefold().split():
        assert word.rstrip(".,") in text
    for name in asked(rule).keys() - {"process"}:
        assert condition_text(name, getattr(rule.conditions, name)).casefold() in text
    assert rule.name.casefold() in text
    assert rule.note.casefold() in text


LONG = "/opt/" + "x" * 100


@pytest.mark.parametrize(
    "exe", [TextMatch("/a\n/b\u202ec"), TextMatch(LONG), TextMatch("/Opt/**", TextKind.GLOB)]
)
def test_what_a_sentence_says_in_other_words_is_found_as_it_says_it(exe: TextMatch) -> None:
    rule = replace(PLAIN, conditions=Conditions(exe=exe, host=HostMatch("h" * 63 + ".example")))
    text = search_text(rule)
    assert all(word.rstrip(".,") in text for word in sentence(rule).casefold().split())
    assert exe.value.casefold() in text


def test_rules_that_say_the_rest_alike_keep_their_own_values() -> None:
    def one(number: int) -> Rule:
        asks = Conditions(
            exe=TextMatch(f"/bin/p{number}"),
            remote=AddressMatch((ip_network(f"192.0.2.{number}"),)),
            host=HostMatch(f"h{number}.example", subdomains=True),
        )
        return replace(PLAIN, conditions=asks)

    first, second = search_text(one(1)), search_text(one(2))
    assert "/bin/p1" in first and "192.0.2.1" in first and "*.h1.example" in first
    assert "p1" not in second and "192.0.2.1" not in second and "h1" not in second
    for nothing in ("unix", "any program", "anything"):
        assert nothing not in first
