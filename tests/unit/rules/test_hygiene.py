# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule that is called shadowed never wins; what else is found is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import ALWAYS, UNTIL_RESTART, Action, Birth, Event, Facts, Lifetime, Rule
from snetgui.model import LifetimeKind as Lives
from snetgui.rules.covers import covers, disjoint
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.hygiene import UNUSED_AFTER, Kind, findings
from snetgui.rules.ruleset import RuleSet
from snetgui.rules.scan import matches

from . import strategies as ours
from .test_index import LISTS, set_of

pairs = st.lists(st.tuples(ours.events(), ours.facts), min_size=1, max_size=20)


@st.composite
def crowds(draw: st.DrawFn) -> list[Rule]:
    """Rules that often cover one another: few conditions each."""
    count = draw(st.integers(2, 25))
    return [draw(ours.rules(rule_id, most=2)) for rule_id in range(1, count + 1)]


@settings(max_examples=100, deadline=None)
@given(crowds(), pairs)
def test_what_is_shadowed_or_a_duplicate_never_wins(
    rules: list[Rule], asked: list[tuple[Event, Facts]]
) -> None:
    ruleset = set_of(rules)
    useless = {
        finding.rule_id: finding.because
        for finding in findings(ruleset, ours.NOW)
        if finding.kind in {Kind.SHADOWED, Kind.DUPLICATE}
    }
    for event, facts in asked:
        winner = ruleset.decide(event, facts)
        assert winner is None or winner.id not in useless


@settings(max_examples=100, deadline=None)
@given(ours.rules(1, most=2), ours.rules(2, most=2), pairs)
def test_covers_and_disjoint_are_sound(
    one: Rule, other: Rule, asked: list[tuple[Event, Facts]]
) -> None:
    for event, facts in asked:
        first, second = (matches(rule, event, facts, LISTS) for rule in (one, other))
        if covers(one, other) and second:
            assert first
        if disjoint(one.conditions, other.conditions):
            assert not (first and second)


def made(rule_id: int, **fields: str) -> Rule:
    rule = rule_from_fields({"action": "allow", **fields}, Birth(ours.NOW, "boot", 5.0))
    return replace(rule, id=rule_id, name=f"rule {rule_id}")


def shadows(*rules: Rule) -> list[tuple[int, int | None]]:
    found = findings(RuleSet(rules), ours.NOW)
    return [(one.rule_id, one.because) for one in found if one.kind is Kind.SHADOWED]


SPAN = Lifetime(Lives.SPAN, seconds=900.0)
LATER = Lifetime(Lives.UNTIL, until=ours.NOW + timedelta(days=9))
SOONER = Lifetime(Lives.UNTIL, until=ours.NOW + timedelta(days=1))

SHADOWED = [
    ({"exe": "/a", "priority": "1"}, {"exe": "/a", "remote_ports": "443"}),
    ({"exe": "glob:/usr/**", "priority": "1"}, {"exe": "/usr/bin/curl"}),
    ({"priority": "1"}, {"exe": "regex:x"}),
    ({"remote": "10.0.0.0/9, 10.128.0.0/9", "priority": "1"}, {"remote": "10.0.0.0/8"}),
    ({"remote_ports": "1-500, 501-1000", "priority": "1"}, {"remote_ports": "400-600"}),
    ({"host": "*.example.com", "priority": "1"}, {"host": "*.www.example.com"}),
    ({"users": "1, 2", "priority": "1"}, {"users": "2"}),
    ({"lists": "hosts:/a", "priority": "1"}, {"lists": "hosts:/a, hosts:/b"}),
    ({"exe": "exact/i:/A", "priority": "1"}, {"exe": "/a"}),
]


@pytest.mark.parametrize(("wide", "narrow"), SHADOWED)
def test_shadowed(wide: dict[str, str], narrow: dict[str, str]) -> None:
    assert shadows(made(1, **wide), made(2, **narrow)) == [(2, 1)]
    assert shadows(replace(made(1, **wide), enabled=False), made(2, **narrow)) == []
    assert shadows(made(1, **wide), replace(made(2, **narrow), enabled=False)) == []
    assert (2, 1) not in shadows(replace(made(1, **wide), priority=-1), made(2, **narrow))


NOT_COVERED = [
    ({"lists": "hosts:/a, hosts:/b"}, {"lists": "hosts:/a"}),
    ({"lists": "hosts:/a"}, {"lists": "addresses:/a"}),
    ({"exe": "/a", "netns": "1"}, {"exe": "/a"}),
    ({"exe": "/a"}, {"exe": "exact/i:/a"}),
    ({"exe": "/a"}, {"exe": "glob:/a"}),
    ({"exe": "regex:a"}, {"exe": "regex/i:a"}),
    ({"exe": "glob:/a/*"}, {"exe": "/a/b/c"}),
    ({"remote": "10.0.0.0/8"}, {"remote": "10.0.0.0/7"}),
    ({"remote": "10.0.0.0/8"}, {"remote": "10.0.0.1, ::1"}),
    ({"remote": "10.0.0.0/8"}, {"remote": "10.0.0.1, unix:/x"}),
    ({"remote_ports": "1-9, 11-20"}, {"remote_ports": "9-11"}),
    ({"host": "example.com"}, {"host": "*.example.com"}),
    ({"host": "*.example.com"}, {"host": "*.xexample.com"}),
    ({"users": "1"}, {"users": "1, 2"}),
    ({"sha256": "a" * 64}, {"sha256": "b" * 64}),
]


@pytest.mark.parametrize(("wide", "narrow"), NOT_COVERED)
def test_not_covered(wide: dict[str, str], narrow: dict[str, str]) -> None:
    assert not covers(made(1, **wide), made(2, **narrow))


LIVES = [
    (ALWAYS, UNTIL_RESTART, True),
    (UNTIL_RESTART, ALWAYS, False),
    (UNTIL_RESTART, UNTIL_RESTART, True),
    (LATER, SOONER, True),
    (SOONER, LATER, False),
    (SPAN, SPAN, False),
    (LATER, SPAN, False),
]


@pytest.mark.parametrize(("one", "other", "found"), LIVES)
def test_what_ends_sooner_shadows_nothing(one: Lifetime, other: Lifetime, found: bool) -> None:
    wide = replace(made(1, priority="1"), lifetime=one)
    narrow = replace(made(2, exe="/a"), lifetime=other)
    assert shadows(wide, narrow) == ([(2, 1)] if found else [])


def test_the_rest() -> None:
    old = replace(made(1, exe="/gone"), birth=Birth(ours.NOW - UNUSED_AFTER))
    twin = made(2, action="deny", exe="/here", remote="10.0.0.1")
    newer = replace(twin, id=3, name="newer")
    used = replace(old, id=4, priority=1, hits=1)
    found = [
        (one.rule_id, one.kind, one.because)
        for one in findings(
            RuleSet([old, twin, newer, used]), ours.NOW, lambda path: path == "/here"
        )
    ]
    assert found == [
        (1, Kind.SHADOWED, 4),
        (1, Kind.UNUSED, None),
        (1, Kind.GONE, None),
        (2, Kind.DUPLICATE, 3),
        (4, Kind.GONE, None),
    ]


def test_names_are_safe_to_show() -> None:
    wide = replace(made(1, priority="1"), name="<b>\u202e\n")
    (one,) = findings(RuleSet([wide, made(2, exe="/a")]), ours.NOW)
    assert "\\u202e\\n" in one.text
    assert wide.action is Action.ALLOW
