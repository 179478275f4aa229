# SPDX-License-Identifier: GPL-2.0-or-later
"""List files: every format, broken lines, a million lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from ipaddress import ip_address

import pytest

from snetgui import model
from snetgui.model import (
    NOTHING_KNOWN,
    Action,
    Birth,
    Conditions,
    Event,
    Facts,
    ListKind,
    ListMatch,
    Process,
    Rule,
    Syscall,
)
from snetgui.rules.lists import MOST_PROBLEMS, ParsedList, parse_list
from snetgui.rules.ruleset import RuleSet

from .strategies import NOW

CURL = Process(3, 3, 1, 9, 1000, 1000, "curl", "/usr/bin/curl")
CALL = Event(1, Syscall.CONNECT, 2, 1, 6, CURL, 0, 1)


def holds(parsed: ParsedList, value: str) -> bool:
    """Whether the list has this address, host or hash."""
    if isinstance(parsed.entries, _ADDRESSES):
        remote = model.ip_address(ip_address(value), 443)
        return parsed.entries.holds(replace(CALL, remote=remote), NOTHING_KNOWN)
    facts = Facts(sha256=value) if len(value) == 64 else Facts(hosts=("other.test", value))
    return parsed.entries.holds(CALL, facts)


_ADDRESSES = type(parse_list(ListKind.ADDRESSES, []).entries)
HASH = "ab" * 32

READ = [
    (ListKind.ADDRESSES, ["127.0.0.1", "# 10.0.0.1"], ["127.0.0.1"], ["10.0.0.1", "127.0.0.2"]),
    (
        ListKind.ADDRESSES,
        ["10.0.0.0/9", "10.128.0.0/9"],
        ["10.0.0.0", "10.255.255.255"],
        ["11.0.0.0"],
    ),
    (
        ListKind.ADDRESSES,
        ["10.0.0.5-10.0.0.9 # x"],
        ["10.0.0.5", "10.0.0.9"],
        ["10.0.0.4", "10.0.0.10"],
    ),
    (ListKind.ADDRESSES, ["2001:db8::/32", "::ffff:1.2.3.4"], ["2001:db8::9", "1.2.3.4"], ["::1"]),
    (ListKind.HOSTS, ["Example.com."], ["EXAMPLE.com"], ["www.example.com", "com"]),
    (ListKind.HOSTS, ["*.example.com", ".b.org"], ["example.com", "a.b.org"], ["xexample.com"]),
    (
        ListKind.HOSTS,
        ["127.0.0.1 localhost", "0.0.0.0 0.0.0.0", "0.0.0.0 ads.test bad.test # x", "::1 x.test"],
        ["ads.test", "bad.test", "x.test"],
        ["localhost", "0.0.0.0"],
    ),
    (
        ListKind.HOSTS,
        ["\ufeffbom.test".lstrip("\ufeff"), "bücher.example"],
        ["xn--bcher-kva.example"],
        [],
    ),
    (ListKind.HOST_REGEXES, ["^ads[0-9]", "# no", "! no"], ["ADS1.test"], ["bads1.test", "# no"]),
    (ListKind.SHA256, [HASH.upper(), f"{'cd' * 32}  file"], [HASH, "cd" * 32], ["ef" * 32]),
]


@pytest.mark.parametrize(("kind", "lines", "inside", "outside"), READ)
def test_formats(kind: ListKind, lines: list[str], inside: list[str], outside: list[str]) -> None:
    parsed = parse_list(kind, lines)
    assert parsed.problems == ()
    for value in inside:
        assert holds(parsed, value), value
    for value in outside:
        assert not holds(parsed, value), value


@pytest.mark.parametrize("kind", list(ListKind))
@pytest.mark.parametrize("lines", [[], ["", "  ", "# only this", "!"]])
def test_an_empty_list_holds_nothing(kind: ListKind, lines: list[str]) -> None:
    parsed = parse_list(kind, lines)
    assert len(parsed.entries) == 0
    assert not parsed.entries.holds(CALL, NOTHING_KNOWN)
    assert not parsed.entries.holds(CALL, Facts(hosts=("a",), sha256=HASH))


BAD = [
    (ListKind.ADDRESSES, "10.0.0.1/8", "did you mean 10.0.0.0/8?"),
    (ListKind.HOSTS, "a b", "more than one word, and the first is no address"),
    (ListKind.HOSTS, "under score\u202e.test", "more than one word"),
    (ListKind.HOST_REGEXES, "(", "not a regular expression"),
    (ListKind.SHA256, "abcd", "4 digits where 64 are needed"),
    (ListKind.SHA256, "xyz", "not a hexadecimal number"),
]


@pytest.mark.parametrize(("kind", "line", "reason"), BAD)
def test_bad_lines_are_named_and_list_nothing(kind: ListKind, line: str, reason: str) -> None:
    parsed = parse_list(kind, ["", line])
    ((number, text),) = parsed.problems
    assert number == 2
    assert reason in text
    assert text.isprintable()
    assert len(parsed.entries) == 0


def test_many_bad_lines_are_counted() -> None:
    parsed = parse_list(ListKind.SHA256, ["x"] * 1000)
    assert parsed.bad_lines == 1000
    assert len(parsed.problems) == MOST_PROBLEMS


def test_a_million_lines() -> None:
    def lines() -> Iterable[str]:
        return (f"{number >> 8}.0.{number & 255}.1" for number in range(1 << 16))

    parsed = parse_list(ListKind.ADDRESSES, (line for _ in range(16) for line in lines()))
    assert len(parsed.entries) == 1 << 16
    assert holds(parsed, "255.0.255.1")
    assert not holds(parsed, "255.0.255.2")


def test_rules_follow_their_lists() -> None:
    wanted = ListMatch("/etc/blocked", ListKind.HOSTS)
    other = ListMatch("/etc/other", ListKind.HOSTS)
    rule = Rule(
        id=1,
        name="r",
        action=Action.DENY,
        conditions=Conditions(lists=(wanted, other)),
        birth=Birth(NOW),
    )
    rules = RuleSet([rule])
    facts = Facts(hosts=("a.test",))
    assert rules.lists == {wanted, other}
    assert rules.needs == {"hosts"}
    assert rules.decide(CALL, facts) is None
    rules.set_list(wanted, parse_list(ListKind.HOSTS, ["a.test"]).entries)
    assert rules.decide(CALL, facts) is None
    rules.set_list(other, parse_list(ListKind.HOSTS, ["a.test"]).entries)
    assert rules.decide(CALL, facts) == rule
    rules.set_list(wanted, parse_list(ListKind.HOSTS, ["b.test"]).entries)
    assert rules.decide(CALL, facts) is None
    rules.set_list(wanted, None)
    assert rules.decide(CALL, Facts(hosts=("b.test",))) is None
