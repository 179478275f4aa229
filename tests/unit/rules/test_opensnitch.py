# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSnitch's rules keep their meaning and their order; nothing is widened."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui import model
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Birth,
    Event,
    Facts,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListMatch,
    Origin,
    Process,
    Rule,
    Syscall,
)
from snetgui.rules.exchange import Loaded
from snetgui.rules.fields import write_fields
from snetgui.rules.opensnitch import load_opensnitch
from snetgui.rules.opensnitch_operators import Environment
from snetgui.rules.ruleset import RuleSet

from . import strategies as ours

BIRTH = Birth(ours.NOW, "boot", 5.0)
KNOWN = Environment(
    user_id={"ann": 1000}.get,
    list_files=lambda folder: [f"{folder}/a", f"{folder}/b"] if folder == "/lists" else [],
    networks={"LAN": ["10.0.0.0/8", "fc00::/7"]},
)


def operator(operand: str, data: str, kind: str = "simple", **more: Any) -> dict[str, Any]:
    return {"type": kind, "operand": operand, "data": data, "sensitive": False, **more}


def both(*members: dict[str, Any]) -> dict[str, Any]:
    return {"type": "list", "operand": "list", "data": "", "list": list(members)}


def foreign(name: str, action: str, asks: Any, **more: Any) -> dict[str, Any]:
    usual = {"name": name, "action": action, "duration": "always", "enabled": True}
    return {**usual, "precedence": False, "nolog": False, "operator": asks, **more}


def loaded(*rules: dict[str, Any]) -> Loaded:
    return load_opensnitch(
        {f"{at}.json": json.dumps(r) for at, r in enumerate(rules)}, BIRTH, KNOWN
    )


PATHS = ["/usr/bin/curl", "/usr/bin/Curl", "/opt/x"]
HOSTS = ["example.com", "www.example.com"]
OPERATORS = [
    operator("true", ""),
    operator("process.path", "/usr/bin/curl"),
    operator("process.path", "/usr/bin/Curl", sensitive=True),
    operator("process.path", "^/usr/", "regexp"),
    operator("process.path", "CURL$", "regexp"),
    operator("process.path", "CURL$", "regexp", sensitive=True),
    operator("process.command", "-x", "regexp"),
    operator("process.parent.path", "/usr/bin/curl"),
    operator("dest.port", "443"),
    operator("dest.port", "^(53|80|443)$", "regexp"),
    operator("dest.port", "40-500", "range"),
    operator("dest.ip", "10.1.2.3"),
    operator("dest.ip", r"^(10\.1\.2\.3|::1)$", "regexp"),
    operator("dest.network", "10.0.0.0/8", "network"),
    operator("dest.network", "10.1.2.9/24", "network"),
    operator("dest.host", "Example.com"),
    operator("dest.host", r"^(.*\.)?example\.com$", "regexp"),
    operator("dest.host", ".*", "regexp"),
    operator("user.id", "1000"),
    operator("user.name", "ann"),
    operator("protocol", "tcp"),
    operator("protocol", "^udp", "regexp"),
    operator("iface.out", "lo"),
]
COMPOUND = [
    both(*pair)
    for pair in [
        (OPERATORS[1], OPERATORS[8]),
        (OPERATORS[20], OPERATORS[13]),
        (OPERATORS[3], OPERATORS[16]),
    ]
]


def theirs(rules: list[dict[str, Any]], event: Event, facts: Facts) -> str | None:
    """OpenSnitch's answer, written from its documented rules, not from the importer."""
    chosen = None
    for rule in sorted(rules, key=lambda rule: rule["name"]):
        if not rule["enabled"] or not holds(rule["operator"], event, facts):
            continue
        if rule["action"] != "allow" or rule["precedence"]:
            return str(rule["action"])
        chosen = str(rule["action"])
    return chosen


def holds(asks: dict[str, Any], event: Event, facts: Facts) -> bool:
    if asks["type"] == "list":
        return all(holds(member, event, facts) for member in asks["list"])
    return any(compare(asks, value) for value in values(asks["operand"], event, facts))


def values(operand: str, event: Event, facts: Facts) -> list[str]:
    assert event.remote is not None
    protocol = {6: "tcp", 17: "udp"}[event.protocol]
    found: dict[str, list[str]] = {
        "true": [""],
        "process.path": [event.process.exe],
        "process.command": [" ".join(facts.command or ())],
        "process.parent.path": list(facts.ancestors or ()),
        "dest.port": [str(event.remote.port)],
        "dest.ip": [str(event.remote.ip)],
        "dest.network": [str(event.remote.ip)],
        "dest.host": list(facts.hosts or ("",)),
        "user.id": [str(event.process.uid)],
        "user.name": ["ann" if event.process.uid == 1000 else "root"],
        "protocol": [protocol + ("6" if event.remote.ip and event.remote.ip.version == 6 else "")],
        "iface.out": [facts.interface or ""],
    }
    return found[operand]


def compare(asks: dict[str, Any], value: str) -> bool:
    data = asks["data"]
    flags = 0 if asks["sensitive"] else re.IGNORECASE
    match asks["type"]:
        case "regexp":
            return re.search(data, value, flags) is not None
        case "network":
            return ip_address(value) in ip_network(data, strict=False)
        case "range":
            low, _, high = data.partition("-")
            return int(low) <= int(value) <= int(high)
        case _:
            same = data == value if asks["sensitive"] else data.lower() == value.lower()
            return bool(same)


@st.composite
def calls(draw: st.DrawFn) -> tuple[Event, Facts]:
    """Outgoing calls, which are all that OpenSnitch decides about."""
    ip = ip_address(draw(st.sampled_from(["10.1.2.3", "10.9.9.9", "127.0.0.1", "::1", "fc00::1"])))
    process = Process(
        pid=1,
        tid=1,
        ppid=1,
        start_time_ns=1,
        uid=draw(st.sampled_from([0, 1000])),
        gid=0,
        comm="",
        exe=draw(st.sampled_from(PATHS)),
    )
    event = Event(
        id=1,
        syscall=draw(st.sampled_from([Syscall.CONNECT, Syscall.SENDMSG])),
        family=2 if ip.version == 4 else 10,
        type=1,
        protocol=draw(st.sampled_from([6, 17])),
        process=process,
        raised_ns=0,
        deadline_ns=1,
        remote=model.ip_address(ip, draw(st.sampled_from([53, 80, 443, 8080]))),
    )
    host = draw(st.sampled_from([None, *HOSTS]))
    facts = Facts(
        command=draw(st.sampled_from([("a", "-x"), ("a",)])),
        ancestors=draw(st.sampled_from([(), ("/opt/x", "/usr/bin/curl")])),
        hosts=None if host is None else (host,),
        interface=draw(st.sampled_from(["lo", "eth0"])),
    )
    return event, facts


@st.composite
def rule_files(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(st.text("abc", min_size=1, max_size=3), max_size=10, unique=True))
    return [
        foreign(
            name,
            draw(st.sampled_from(["allow", "allow", "deny", "reject"])),
            draw(st.sampled_from(OPERATORS + COMPOUND)),
            precedence=draw(st.booleans()),
            enabled=draw(st.sampled_from([True, True, True, False])),
        )
        for name in names
    ]


@settings(max_examples=150, deadline=None)
@given(rule_files(), st.lists(calls(), min_size=1, max_size=8))
def test_the_answers_are_the_same(
    files: list[dict[str, Any]], asked: list[tuple[Event, Facts]]
) -> None:
    rules = loaded(*files).rules
    ruleset = RuleSet(replace(rule, id=at) for at, rule in enumerate(rules, 1))
    for event, facts in asked:
        winner = ruleset.decide(event, facts)
        answer = None if winner is None else _their_word(winner)
        assert answer == theirs(files, event, facts)


def _their_word(rule: Rule) -> str:
    if rule.action is Action.ALLOW:
        return "allow"
    return "reject" if rule.errno == 111 else "deny"


NOT_CARRIED = [
    (operator("process.id", "42"), "process.id: a number that another process has by now"),
    (operator("process.env.HOME", "/x"), "process.env.HOME: the environment"),
    (operator("process.hash.md5", "ff"), "process.hash.md5: only sha256"),
    (operator("source.port", "80"), "source.port: a program that connects has no local port"),
    (operator("dest.host", ""), "dest.host: that an address has no name"),
    (operator("dest.host", "ads?", "regexp"), "dest.host: the pattern ads. stands for no certain"),
    (operator("dest.network", "MULTICAST", "network"), "dest.network: what the name MULTICAST"),
    (operator("dest.port", "70000"), "port: 70000 is above 65535"),
    (operator("dest.ip", "^10", "regexp"), "dest.ip: the pattern"),
    (operator("user.name", "bob"), "user.name: there is no user bob"),
    (operator("lists.domains", "/none", "lists"), "lists.domains: no list file is known"),
    (operator("process.path", "(", "regexp"), "pattern: not a regular expression"),
    (operator("process.path", "x", "glob"), 'process.path: its type "glob" says nothing'),
    (operator("moon.phase", "full"), 'its operand "moon.phase" is not known'),
    (both(), "its list of conditions is empty"),
    (both(operator("dest.port", "1"), operator("dest.port", "2")), "contradict each other"),
    (operator("protocol", "TCP", sensitive=True), "the protocol TCP is not known here"),
    (operator("user.id", "1000-2000", "range"), "a range of users can't be said here"),
    (operator("dest.port", "0443"), "dest.port: 0443 is no port"),
    (operator("user.id", "01000"), "01000 is no user's number"),
    (operator("dest.port", "1", colour="red"), 'a field "colour" that is not known'),
    (None, "it has no operator"),
]


@pytest.mark.parametrize(("asks", "reason"), NOT_CARRIED)
def test_what_cannot_be_said_is_named(asks: Any, reason: str) -> None:
    came = loaded(foreign("odd", "deny", asks), foreign("z", "allow", operator("true", "")))
    (rule,) = came.rules
    first, second = came.rejected
    assert (first.position, first.name) == (1, "odd")
    assert reason.replace("ads.", "ads?") in first.reason
    assert (rule.name, rule.enabled) == ("z", False)
    assert "switched off: “odd” denied before it" in second.reason


def test_an_allow_that_the_missing_deny_cannot_meet_stays_on() -> None:
    missing = both(operator("process.path", "/usr/bin/curl"), operator("process.id", "1"))
    came = loaded(
        foreign("a", "deny", missing),
        foreign("b", "allow", operator("process.path", "/usr/bin/wget")),
        foreign("c", "allow", operator("process.path", "/usr/bin/curl")),
        foreign("d", "deny", operator("process.path", "/usr/bin/curl")),
    )
    assert {rule.name: rule.enabled for rule in came.rules} == {"b": True, "c": False, "d": True}


def test_of_one_name_the_last_file_counts() -> None:
    """The first allow would be wider, the first deny keeps nothing from winning: both are none."""
    came = loaded(
        foreign("a", "allow", operator("true", "")),
        foreign("b", "deny", operator("process.id", "1")),
        foreign("a", "allow", operator("dest.port", "53")),
        foreign("b", "deny", operator("dest.port", "54")),
    )
    assert [(rule.name, rule.enabled) for rule in came.rules] == [("b", True), ("a", True)]
    assert {rule.name: write_fields(rule)["remote_ports"] for rule in came.rules} == {
        "a": "53",
        "b": "54",
    }
    assert {one.name: one.position for one in came.rejected} == {"a": 1, "b": 2}
    assert "2.json has its name too" in came.rejected[1].reason


def test_a_missing_allow_or_a_disabled_deny_switches_nothing_off() -> None:
    odd = operator("process.id", "1")
    came = loaded(
        foreign("a", "allow", odd, precedence=True),
        foreign("b", "deny", odd, enabled=False),
        foreign("c", "allow", operator("true", "")),
    )
    assert [(rule.name, rule.enabled) for rule in came.rules] == [("c", True)]
    assert [one.name for one in came.rejected] == ["a", "b"]


FIELDS = [
    ({"duration": "maybe"}, 'its duration "maybe" is none'),
    ({"duration": "once"}, "it was for once"),
    ({"action": "shrug"}, 'its action "shrug" is not known'),
    ({"enabled": None}, "it does not say whether it is enabled"),
    ({"colour": 1}, 'it has a field "colour"'),
]


@pytest.mark.parametrize(("more", "reason"), FIELDS)
def test_fields_that_say_nothing(more: dict[str, Any], reason: str) -> None:
    came = loaded({**foreign("a", "deny", operator("true", "")), **more})
    assert came.rules == ()
    assert reason in came.rejected[0].reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"name": 5}, "its name is no text"),
        ({"action": ["deny"]}, "its action is no text"),
        ({"duration": 30}, "its duration is no text"),
        ({"precedence": "true"}, "its precedence is no yes or no"),
        ({"enabled": "yes"}, "its enabled is no yes or no"),
    ],
)
def test_what_opensnitch_does_not_read_has_no_effect(more: dict[str, Any], reason: str) -> None:
    came = loaded(
        {**foreign("a", "deny", operator("true", "")), **more},
        foreign("b", "allow", operator("true", "")),
    )
    assert [(rule.name, rule.enabled) for rule in came.rules] == [("b", True)]
    assert [one.name for one in came.rejected] == ["0.json"]
    assert reason in came.rejected[0].reason


def test_a_rule_in_full() -> None:
    asks = both(
        operator("process.path", "/usr/bin/curl"),
        operator("dest.network", "LAN", "network"),
        operator("protocol", "tcp"),
    )
    came = loaded(foreign("x", "reject", asks, duration="1h30m", description="why"))
    (rule,) = came.rules
    assert came.rejected == ()
    assert rule.lifetime == Lifetime(LifetimeKind.SPAN, seconds=5400.0)
    assert (rule.origin, rule.note, rule.errno) == (Origin.IMPORTED, "why", 111)
    told = {name: text for name, text in write_fields(rule).items() if text}
    assert told["exe"] == "exact/i:/usr/bin/curl"
    assert told["remote"] == "10.0.0.0/8"
    assert told["protocols"] == "tcp"
    assert told["families"] == "inet, inet6"
    assert told["syscalls"] == "connect, sendmsg"
    assert rule.priority == -1


def test_old_lists_lists_of_files_and_remarks() -> None:
    inner = json.dumps([operator("dest.port", "80")])
    old = {"type": "list", "operand": "list", "data": inner}
    came = loaded(
        foreign("a", "deny", old, nolog=True, duration="until restart"),
        foreign("b", "deny", operator("lists.domains", "/lists", "lists")),
        foreign("c", "deny", operator("process.path", r"\S", "regexp")),
        foreign("d", "deny", operator("dest.host", r"^(a\.b|c\.d)$", "regexp")),
    )
    by_name = {rule.name: rule for rule in came.rules}
    assert by_name["a"].lifetime == UNTIL_RESTART
    assert by_name["b (1 of 2)"].lifetime == ALWAYS
    wanted = by_name["b (2 of 2)"].conditions.lists
    assert wanted == (ListMatch("/lists/b", model.ListKind.HOSTS),)
    assert by_name["d (2 of 2)"].conditions.host == HostMatch("c.d")
    assert [one.name for one in came.rejected] == ["a", "b", "b", "b", "c", "d"]
    assert "not logged" in came.rejected[0].reason
    assert "the 2 files that its folder has now" in came.rejected[1].reason
    assert "lower-cases the pattern" in came.rejected[4].reason
    for host in (came.rejected[3], came.rejected[5]):
        assert host.reason.startswith("taken. It never matches yet")


REMARKS = [
    (operator("user.name", "^ann$", "regexp"), "taken as it is meant"),
    (operator("lists.ips", "/lists", "lists"), "single addresses and networks count here alike"),
    (operator("lists.domains", "/lists", "lists"), "a name alone on its line counts here too"),
]


@pytest.mark.parametrize(("asks", "remark"), REMARKS)
def test_what_is_taken_and_differs_in_a_detail_is_said(asks: Any, remark: str) -> None:
    came = loaded(foreign("a", "deny", asks))
    assert all(rule.enabled for rule in came.rules) and came.rules
    assert any(remark in one.reason for one in came.rejected)


def test_a_range_may_have_blanks() -> None:
    came = loaded(foreign("a", "deny", operator("dest.port", "1000 - 2000", "range")))
    assert write_fields(came.rules[0])["remote_ports"] == "1000-2000"


@pytest.mark.parametrize("content", ["", "[", "[]", b"\xff"])
def test_a_file_that_is_no_rule_spoils_no_other(content: str | bytes) -> None:
    good = json.dumps(foreign("b", "allow", operator("true", "")))
    came = load_opensnitch({"a.json": content, "b.json": good}, BIRTH)
    assert [(rule.name, rule.enabled) for rule in came.rules] == [("b", True)]
    assert [one.name for one in came.rejected] == ["a.json"]


def test_which_rule_it_is_that_wins() -> None:
    """Deciding rules by name from the first, then the other allows from the last."""
    anything = operator("true", "")
    came = loaded(
        foreign("e", "allow", anything, precedence=True),
        foreign("b", "allow", anything),
        foreign("d", "reject", anything),
        foreign("a", "allow", anything),
        foreign("c", "deny", anything),
    )
    assert [rule.name for rule in came.rules] == ["c", "d", "e", "b", "a"]
    assert [rule.priority for rule in came.rules] == [-1, -2, -3, -4, -5]
