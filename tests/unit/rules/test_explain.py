# SPDX-License-Identifier: GPL-2.0-or-later
"""explain agrees with decide; the order is total."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import (
    NOTHING_KNOWN,
    Action,
    Birth,
    Conditions,
    Event,
    Facts,
    Rule,
    RuleError,
    TextKind,
    TextMatch,
)
from snetgui.rules.conditions import asked, condition_test
from snetgui.rules.explain import (
    MOST,
    NEWEST,
    Explaining,
    Why,
    beaten_by,
    explain,
    misses,
    tried,
)
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.order import order, standing
from snetgui.rules.ruleset import RuleSet
from snetgui.rules.scan import matches

from . import strategies as ours
from .test_index import LISTS, set_of


@settings(max_examples=60, deadline=None)
@given(ours.rule_lists(30), ours.events(), ours.facts)
def test_explain_agrees_with_decide(rules: list[Rule], event: Event, facts: Facts) -> None:
    ruleset = set_of(rules)
    told = explain(ruleset, event, facts)
    assert told.winner == ruleset.decide(event, facts)
    met = {rule.id for rule in rules if matches(rule, event, facts, LISTS)}
    winner = set() if told.winner is None else {told.winner.id}
    assert {other.rule.id for other in told.matched} == met - winner
    for other in told.matched:
        assert (other.why is Why.DISABLED) == (not other.rule.enabled)
    for other in told.nearly:
        assert unmet(other.rule, event, facts) == [other.condition]
        assert other.text
    near = {
        rule.id
        for rule in rules
        if rule.enabled and len(asked(rule)) > 1 and len(unmet(rule, event, facts)) == 1
    }
    assert {other.rule.id for other in told.nearly} == near


def unmet(rule: Rule, event: Event, facts: Facts) -> list[str]:
    values = asked(rule).items()
    return [name for name, value in values if not condition_test(name, value, LISTS)(event, facts)]


@settings(max_examples=100, deadline=None)
@given(st.tuples(ours.rules(1), ours.rules(2), ours.rules(3)))
def test_the_order_is_total(rules: tuple[Rule, Rule, Rule]) -> None:
    for one, other in itertools.combinations(rules, 2):
        assert (order(one) < order(other)) != (order(other) < order(one))
        assert (order(one) < order(other)) == (standing(one) < standing(other))
        loser, winner = (one, other) if order(other) < order(one) else (other, one)
        assert beaten_by(loser, winner)[1]
        with pytest.raises(RuleError):
            beaten_by(winner, loser)
    for a, b, c in itertools.permutations(rules):
        if order(a) < order(b) and order(b) < order(c):
            assert order(a) < order(c)


@settings(max_examples=60, deadline=None)
@given(ours.rule_lists(12), ours.rules(), st.integers(0, 13), ours.events(), ours.facts)
def test_a_draft_is_told_of_as_if_it_were_kept(
    rules: list[Rule], drawn: Rule, rule_id: int, event: Event, facts: Facts
) -> None:
    """Number 0 is a new one; others take the place of the rule with their number, if any."""
    draft = replace(drawn, id=rule_id, conditions=replace(drawn.conditions, lists=None))
    kept = replace(draft, id=draft.id or NEWEST)
    others = [rule for rule in rules if rule.id != draft.id]
    wanted = explain(set_of([*others, kept]), event, facts)
    told = tried(explain(set_of(rules), event, facts), draft, event, facts)
    assert told == wanted
    lacks = [other.condition for other in misses(draft, event, facts)]
    assert sorted(lacks) == sorted(unmet(draft, event, facts))


def test_of_very_many_the_best_are_told() -> None:
    rules = [replace(BASE, id=n, priority=n % 7, enabled=n % 5 > 0) for n in range(1, 501)]
    event = replace(ours.CALL, process=replace(ours.CALL.process, exe="/usr/bin/x"))
    ruleset = RuleSet(rules)
    asking = Explaining(ruleset, event, NOTHING_KNOWN)
    for start in range(0, 500, 64):
        asking.look_at(list(ruleset.entries)[start : start + 64])
    told = asking.told()
    assert told == explain(ruleset, event, NOTHING_KNOWN)
    best = sorted((rule for rule in rules if rule.enabled), key=order)
    assert told.winner == best[0]
    assert [other.rule for other in told.matched] == best[1 : MOST + 1]
    assert told.left_out == 500 - 1 - MOST


BASE = Rule(
    id=5,
    name="base",
    action=Action.ALLOW,
    conditions=Conditions(exe=TextMatch("/usr/bin/*", TextKind.GLOB)),
    birth=Birth(ours.NOW),
)
EXACT = Conditions(exe=TextMatch("/usr/bin/curl"))

BETTER = [
    (replace(BASE, id=1, priority=1), Why.PRIORITY, "its priority 0 is below the 1 of “base”"),
    (
        replace(BASE, id=1, conditions=replace(BASE.conditions, netns=7)),
        Why.SPECIFIC,
        "it asks about 1 thing, “base” about 2; the more specific comes first",
    ),
    (
        replace(BASE, id=1, conditions=EXACT),
        Why.SPECIFIC,
        "its values leave more room than those of “base”; the more specific comes first",
    ),
    (
        replace(BASE, id=1, action=Action.DENY),
        Why.ALLOWS,
        "it allows and “base” denies; a deny comes first where all else is equal",
    ),
    (
        replace(BASE, id=6),
        Why.OLDER,
        "“base” is a newer allow; the newer comes first where all else is equal",
    ),
]


@pytest.mark.parametrize(("winner", "why", "text"), BETTER)
def test_why_a_rule_lost(winner: Rule, why: Why, text: str) -> None:
    assert beaten_by(BASE, winner) == (why, text)


NARROWER = [
    ("remote 10.0.0.0/8", "remote 10.1.0.0/16"),
    ("remote 10.0.0.0/8", "remote 10.0.0.1-10.0.0.9"),
    ("remote 10.0.0.1, 10.0.0.2", "remote 10.0.0.1"),
    ("remote_ports 1-65535", "remote_ports 80, 443"),
    ("remote_ports 80, 443", "remote_ports 80"),
    ("host *.example.com", "host *.a.example.com"),
    ("host *.example.com", "host example.com"),
    ("exe regex:^/usr/bin/curl$", "exe glob:/usr/**"),
    ("exe glob:/usr/**", "exe glob:/usr/bin/*"),
    ("exe glob:/usr/bin/curl*", "exe exact/i:/usr/bin/curl"),
    ("exe exact/i:/usr/bin/curl", "exe /usr/bin/curl"),
    ("users 1, 2, 3", "users 1"),
    ("protocols tcp, udp", "protocols tcp"),
]


@pytest.mark.parametrize(("wide", "narrow"), NARROWER)
def test_what_leaves_less_room_is_more_specific(wide: str, narrow: str) -> None:
    def made(text: str, rule_id: int) -> Rule:
        name, _, value = text.partition(" ")
        rule = rule_from_fields({"action": "allow", name: value}, Birth(ours.NOW))
        return replace(rule, id=rule_id)

    assert order(made(narrow, 1)) < order(made(wide, 2))


@given(ours.events())
def test_words_of_a_near_miss(event: Event) -> None:
    rule = replace(
        BASE,
        conditions=Conditions(netns=event.process.netns or 1, sha256="a" * 64),
    )
    told = explain(RuleSet([rule]), event, NOTHING_KNOWN)
    if event.process.netns:
        (other,) = told.nearly
        assert other.condition == "sha256"
        assert other.text == f"sha256: it asks for {'a' * 64}; which is not known here"
    else:
        assert told.nearly == ()
