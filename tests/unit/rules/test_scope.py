# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule that an answer makes: it covers the call that was asked about, and no more."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui import model
from snetgui.model import (
    ALWAYS,
    NOTHING_KNOWN,
    ONCE,
    THIS_PROCESS,
    Action,
    Address,
    Answer,
    Birth,
    Event,
    Facts,
    Process,
    RuleError,
    Scope,
    Syscall,
    unix_address,
)
from snetgui.rules.check import check_rule
from snetgui.rules.order import specificity
from snetgui.rules.ruleset import RuleSet
from snetgui.rules.scope import rule_for, scopes

from . import strategies as ours

BIRTH = Birth(ours.NOW, "boot", 5.0)
CURL = Process(3, 3, 1, 9, 1000, 1000, "curl", "/usr/bin/curl")
D, H, P, A = Scope.DESTINATION, Scope.HOST, Scope.PORT, Scope.PROGRAM


def ip(text: str, port: int) -> Address:
    return model.ip_address(ip_address(text), port)


def call(syscall: Syscall, family: int = 2, protocol: int = 6, **more: Address) -> Event:
    return Event(1, syscall, family, 1, protocol, CURL, 0, 1, **more)


WEB = call(Syscall.CONNECT, remote=ip("192.0.2.7", 443))
SERVE = call(Syscall.BIND, local=ip("0.0.0.0", 8080))
CALLED = call(Syscall.ACCEPT, local=ip("::1", 22), remote=ip("2001:db8::1", 50000))

SCOPES = [
    (WEB, (D, H, P, A)),
    (call(Syscall.SENDMSG, 10, 17, remote=ip("::1", 53)), (D, H, P, A)),
    (SERVE, (D, P, A)),
    (call(Syscall.LISTEN), (D, A)),
    (CALLED, (D, H, P, A)),
    (call(Syscall.CONNECT, 1, 0, remote=unix_address("/run/x")), (D, A)),
    (call(Syscall.CONNECT, 16, 0, remote=Address(16, b"\x10\x00")), (D, A)),
    (call(Syscall.CONNECT, remote=Address(0, b"\0\0")), (A,)),
    (call(Syscall.CONNECT), (A,)),
]


@pytest.mark.parametrize(("event", "wanted"), SCOPES)
def test_scopes_that_make_sense(event: Event, wanted: tuple[Scope, ...]) -> None:
    assert scopes(event, NOTHING_KNOWN) == wanted


@settings(max_examples=150, deadline=None)
@given(ours.events(), ours.facts, st.sampled_from(Action))
def test_the_rule_covers_what_was_asked(event: Event, facts: Facts, action: Action) -> None:
    facts = replace(facts, hosts=("example.com",)) if facts.hosts else facts
    rooms = []
    for scope in scopes(event, facts):
        rule = rule_for(event, facts, Answer(action, scope, ALWAYS), BIRTH)
        check_rule(rule)
        assert RuleSet([replace(rule, id=1)]).decide(event, facts) is not None
        other = replace(event, process=replace(event.process, exe="/usr/bin/other"))
        assert RuleSet([replace(rule, id=1)]).decide(other, facts) is None
        rooms.append(specificity(rule)[0])
    assert rooms == sorted(rooms, reverse=True)


ELSEWHERE = [
    (WEB, D, call(Syscall.CONNECT, remote=ip("192.0.2.7", 80)), False),
    (WEB, D, call(Syscall.CONNECT, remote=ip("192.0.2.8", 443)), False),
    (WEB, D, call(Syscall.SENDMSG, 10, remote=ip("::ffff:192.0.2.7", 443)), True),
    (WEB, D, call(Syscall.CONNECT, protocol=17, remote=ip("192.0.2.7", 443)), False),
    (WEB, H, call(Syscall.CONNECT, remote=ip("192.0.2.7", 80)), True),
    (WEB, H, call(Syscall.CONNECT, remote=ip("192.0.2.8", 443)), False),
    (WEB, P, call(Syscall.CONNECT, remote=ip("192.0.2.8", 443)), True),
    (WEB, P, call(Syscall.CONNECT, remote=ip("192.0.2.8", 80)), False),
    (WEB, P, SERVE, False),
    (WEB, A, SERVE, True),
    (SERVE, D, call(Syscall.LISTEN, local=ip("0.0.0.0", 8080)), True),
    (SERVE, D, call(Syscall.LISTEN, local=ip("0.0.0.0", 8081)), False),
    (SERVE, P, call(Syscall.LISTEN, local=ip("::1", 8080)), True),
    (CALLED, D, replace(CALLED, remote=ip("2001:db8::1", 50001)), True),
    (CALLED, D, replace(CALLED, local=ip("::1", 23)), False),
    (CALLED, P, replace(CALLED, remote=ip("2001:db8::2", 1)), True),
]


@pytest.mark.parametrize(("asked", "scope", "later", "covered"), ELSEWHERE)
def test_how_wide_it_is(asked: Event, scope: Scope, later: Event, covered: bool) -> None:
    rule = rule_for(asked, NOTHING_KNOWN, Answer(Action.ALLOW, scope, ALWAYS), BIRTH)
    found = RuleSet([replace(rule, id=1)]).decide(later, NOTHING_KNOWN)
    assert (found is not None) == covered


def test_a_known_host_stands_for_its_addresses() -> None:
    facts = Facts(hosts=("WWW.example.com.",))
    rule = rule_for(WEB, facts, Answer(Action.ALLOW, H, ALWAYS), BIRTH)
    moved = call(Syscall.CONNECT, remote=ip("198.51.100.1", 443))
    rules = RuleSet([replace(rule, id=1)])
    assert rules.decide(moved, facts) is not None
    assert rules.decide(moved, NOTHING_KNOWN) is None


def test_this_process_only() -> None:
    rule = rule_for(WEB, NOTHING_KNOWN, Answer(Action.ALLOW, A, THIS_PROCESS), BIRTH)
    assert rule.birth.process == CURL.key
    rules = RuleSet([replace(rule, id=1)])
    assert rules.decide(SERVE, NOTHING_KNOWN) is not None
    again = replace(SERVE, process=replace(CURL, start_time_ns=10))
    assert rules.decide(again, NOTHING_KNOWN) is None


NO_RULE = [
    (replace(WEB, process=replace(CURL, exe="")), Answer(Action.ALLOW, A, ALWAYS), "program"),
    (WEB, Answer(Action.ALLOW, D, ONCE), "lifetime"),
    (SERVE, Answer(Action.ALLOW, H, ALWAYS), "scope"),
    (call(Syscall.CONNECT), Answer(Action.ALLOW, D, ALWAYS), "scope"),
]


@pytest.mark.parametrize(("event", "answer", "field"), NO_RULE)
def test_no_rule_rather_than_a_wider_one(event: Event, answer: Answer, field: str) -> None:
    with pytest.raises(RuleError) as caught:
        rule_for(event, NOTHING_KNOWN, answer, BIRTH)
    assert caught.value.field == field
