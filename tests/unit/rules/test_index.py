# SPDX-License-Identifier: GPL-2.0-or-later
"""The index always gives what a plain scan over all rules gives."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address as ip

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
    ListKind,
    ListMatch,
    Rule,
    RuleError,
    TextKind,
    TextMatch,
    UnknownRule,
    ip_address,
)
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.lists import Entries, parse_list
from snetgui.rules.order import order
from snetgui.rules.ruleset import RuleSet
from snetgui.rules.scan import scan

from . import strategies as ours

LINES = {
    ListKind.ADDRESSES: ["127.0.0.1", "10.1.2.0/24", "::1-::5"],
    ListKind.HOSTS: ["example.com", "*.b.example.com"],
    ListKind.HOST_REGEXES: ["^www"],
    ListKind.SHA256: ["a" * 64],
}
LISTS: dict[ListMatch, Entries] = {
    wanted: parse_list(wanted.kind, LINES[wanted.kind]).entries for wanted in ours.LISTS
}


def set_of(rules: list[Rule]) -> RuleSet:
    out = RuleSet(rules)
    for wanted, entries in LISTS.items():
        out.set_list(wanted, entries)
    return out


pairs = st.lists(st.tuples(ours.events(), ours.facts), min_size=1, max_size=6)


@settings(max_examples=100, deadline=None)
@given(ours.rule_lists(40), pairs)
def test_index_equals_scan(rules: list[Rule], asked: list[tuple[Event, Facts]]) -> None:
    ruleset = set_of(rules)
    for event, facts in asked:
        assert ruleset.decide(event, facts) == scan(rules, event, facts, LISTS)


@settings(max_examples=40, deadline=None)
@given(
    ours.rule_lists(30),
    st.lists(st.tuples(st.integers(1, 40), st.booleans(), ours.rules()), max_size=40),
    pairs,
)
def test_index_equals_scan_after_changes(
    rules: list[Rule],
    changes: list[tuple[int, bool, Rule]],
    asked: list[tuple[Event, Facts]],
) -> None:
    ruleset = set_of(rules)
    left = {rule.id: rule for rule in rules}
    for rule_id, keep, drawn in changes:
        rule = replace(drawn, id=rule_id)
        if keep:
            (ruleset.replace if rule_id in left else ruleset.add)(rule)
            left[rule_id] = rule
        elif rule_id in left:
            assert ruleset.remove(rule_id) == left.pop(rule_id)
        for event, facts in asked:
            assert ruleset.decide(event, facts) == scan(left.values(), event, facts, LISTS)
    fresh = set_of(list(left.values()))
    assert ruleset.needs == fresh.needs
    assert sorted(rule.id for rule in ruleset) == sorted(left)


@given(ours.rule_lists(30))
@settings(max_examples=40, deadline=None)
def test_nothing_is_left_when_all_are_removed(rules: list[Rule]) -> None:
    ruleset = RuleSet(rules)
    for rule in rules:
        ruleset.remove(rule.id)
    assert ruleset.index.is_empty()
    assert not ruleset.needs
    assert len(ruleset) == 0


def test_a_rule_that_does_not_compile_changes_nothing() -> None:
    good = Rule(name="g", action=Action.DENY, conditions=Conditions(), birth=Birth(ours.NOW))
    ruleset = RuleSet([replace(good, id=1)])
    bad = replace(
        good,
        conditions=Conditions(
            sha256="c" * 64, exe=TextMatch("/x"), command=TextMatch("(", TextKind.REGEX)
        ),
    )
    with pytest.raises(RuleError):
        ruleset.add(replace(bad, id=2))
    with pytest.raises(RuleError):
        ruleset.replace(replace(bad, id=1))
    assert list(ruleset) == [replace(good, id=1)]
    ruleset.remove(1)
    assert ruleset.index.is_empty()


def test_ids() -> None:
    rule = Rule(id=7, name="g", action=Action.DENY, conditions=Conditions(), birth=Birth(ours.NOW))
    ruleset = RuleSet([rule])
    with pytest.raises(RuleError, match="there is a rule 7 already"):
        ruleset.add(rule)
    for call in (ruleset.get, ruleset.remove, lambda i: ruleset.replace(replace(rule, id=i))):
        with pytest.raises(UnknownRule):
            call(8)
    assert ruleset.get(7) == rule
    assert 7 in ruleset
    assert 8 not in ruleset


@pytest.mark.parametrize("field", ["exe", "remote", "note"], ids=["exe", "remote", "nothing"])
def test_many_that_ask_the_same_stand_in_for_one_another(field: str) -> None:
    """The best of them decides; when it goes, the next one does."""
    birth = Birth(ours.NOW)
    text = dict(ONE_BY_ONE).get(field, "")
    made = rule_from_fields({"action": "deny", field: text}, birth)
    rules = [replace(made, id=n, priority=n * 7 % 10) for n in range(1, 61)]
    ruleset = set_of(rules)
    best_first = sorted(rules, key=order)
    for at, rule in enumerate(best_first):
        assert ruleset.decide(FULL, KNOWN) == rule
        ruleset.replace(replace(rule, enabled=False))
        if at % 2:
            ruleset.remove(rule.id)
    assert ruleset.decide(FULL, KNOWN) is None
    ruleset.replace(best_first[0])
    assert ruleset.decide(FULL, KNOWN) == best_first[0]


def test_one_of_many_values_of_one_program() -> None:
    """However the rules of a program are divided, each one is found, and the best of all wins."""
    asks = [{"remote_ports": f"{port}"} for port in range(1, 41)]
    asks += [{"priority": "-1"}, {"priority": "-1", "note": "newer"}, {"priority": "-2"}]
    rules = [
        replace(rule_from_fields({"action": "deny", "exe": EXE, **ask}, Birth(ours.NOW)), id=number)
        for number, ask in enumerate(asks, 1)
    ]
    ruleset = set_of(rules)
    for rule in rules[:40]:
        event = replace(FULL, remote=ip_address(ip("192.0.2.1"), rule.id))
        assert ruleset.decide(event, KNOWN) == rule
        ruleset.remove(rule.id)
        assert ruleset.decide(event, KNOWN) == rules[-2]
        ruleset.add(rule)
    above = rule_from_fields({"action": "deny", "remote": "192.0.2.1"}, Birth(ours.NOW))
    ruleset.add(replace(above, id=99))
    event = replace(FULL, remote=ip_address(ip("192.0.2.1"), 99))
    assert ruleset.decide(event, KNOWN) == replace(above, id=99)
    ruleset.replace(replace(rules[-2], priority=1))
    ruleset.replace(rules[-1])  # what comes later and counts less
    assert ruleset.decide(event, KNOWN) == replace(rules[-2], priority=1)


@given(ours.events())
def test_no_rules_no_winner(event: Event) -> None:
    assert RuleSet().decide(event, NOTHING_KNOWN) is None


FULL = replace(
    ours.CALL,
    local=ip_address(ip("192.0.2.1"), 5000),
    remote=ip_address(ip("10.1.2.3"), 443),
)
KNOWN = Facts(
    command=("curl", "-x"),
    ancestors=("/bin/sh",),
    sha256="a" * 64,
    application="app",
    package="pkg",
    unit="a.service",
    hosts=("www.example.com",),
    interface="lo",
)
EXE = "/usr/bin/curl"
ONE_BY_ONE = [
    ("exe", EXE),
    ("exe", "exact/i:/USR/BIN/CURL"),
    ("exe", "glob:/usr/bin/*"),
    ("exe", "regex:curl"),
    ("command", "curl -x"),
    ("ancestor", "/bin/sh"),
    ("unit", "glob:*.service"),
    ("sha256", "a" * 64),
    ("application", "app"),
    ("package", "pkg"),
    ("users", "1000"),
    ("groups", "1000"),
    ("syscalls", "connect"),
    ("families", "inet"),
    ("types", "stream"),
    ("protocols", "tcp"),
    ("local", "192.0.2.0/24"),
    ("remote", "10.0.0.0-10.2.0.0"),
    ("local_ports", "5000"),
    ("remote_ports", "400-500"),
    ("host", "*.example.com"),
    ("host", "www.example.com"),
    ("netns", "7"),
    ("interface", "lo"),
]
OTHER = {
    **dict.fromkeys(("exe", "command", "ancestor", "unit"), "/other"),
    **dict.fromkeys(("application", "package", "interface"), "other"),
    **dict.fromkeys(("users", "groups", "netns", "local_ports", "remote_ports"), "9"),
    **dict.fromkeys(("families", "types", "protocols"), "9"),
    **dict.fromkeys(("local", "remote"), "::9"),
    "sha256": "b" * 64,
    "syscalls": "bind",
    "host": "other.test",
}


@pytest.mark.parametrize(("field", "text"), ONE_BY_ONE)
def test_a_rule_holds_as_soon_as_it_is_there_and_no_longer(field: str, text: str) -> None:
    """What was found for an event before must not answer for it later."""
    birth = Birth(ours.NOW)
    rule = replace(rule_from_fields({"action": "deny", field: text}, birth), id=2)
    other = replace(rule_from_fields({"action": "deny", field: OTHER[field]}, birth), id=1)
    rules = RuleSet([other])
    assert rules.decide(FULL, KNOWN) is None
    rules.add(rule)
    assert rules.decide(FULL, KNOWN) == rule
    assert rules.decide(FULL, NOTHING_KNOWN) == (None if rules.needs else rule)
    rules.remove(2)
    assert rules.decide(FULL, KNOWN) is None
    rules.replace(replace(rule, id=1))
    assert rules.decide(FULL, KNOWN) == replace(rule, id=1)
    rules.replace(replace(rule, id=1, enabled=False))
    assert rules.decide(FULL, KNOWN) is None
