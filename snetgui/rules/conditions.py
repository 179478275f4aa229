# SPDX-License-Identifier: GPL-2.0-or-later
"""The conditions by name: what each asks of an event, and which fact it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from snetgui.model import (
    Address,
    AddressMatch,
    Conditions,
    Event,
    Facts,
    HostMatch,
    IPAddress,
    LifetimeKind,
    ListKind,
    ListMatch,
    PortMatch,
    Rule,
    TextMatch,
)
from snetgui.model.said import translate

from .hosts import host_form, host_matches
from .lists import Entries
from .text import text_test

Lists = Mapping[ListMatch, Entries]
Test = Callable[[Event, Facts], bool]

NAMES: tuple[str, ...] = tuple(field.name for field in fields(Conditions))
"""Names of all conditions, as Conditions has them."""

all_values: Callable[[Conditions], tuple[Any, ...]] = attrgetter(*NAMES)
"""The values of all conditions, None where nothing is asked, in the order of NAMES."""

PROCESS = "process"
"""The condition that a rule with lifetime "this process" has besides its others."""

_NOTHING: frozenset[str] = frozenset()
_NEEDS = {
    "sha256": frozenset({"sha256"}),
    "command": frozenset({"command"}),
    "ancestor": frozenset({"ancestors"}),
    "application": frozenset({"application"}),
    "package": frozenset({"package"}),
    "unit": frozenset({"unit"}),
    "host": frozenset({"hosts"}),
    "interface": frozenset({"interface"}),
}
_LIST_NEEDS = {
    ListKind.HOSTS: "hosts",
    ListKind.HOST_REGEXES: "hosts",
    ListKind.SHA256: "sha256",
}


def asked(rule: Rule) -> dict[str, Any]:
    """What the rule asks about: name of the condition to its value."""
    pairs = zip(NAMES, all_values(rule.conditions), strict=True)
    out = {name: value for name, value in pairs if value is not None}
    if rule.lifetime.kind is LifetimeKind.PROCESS:
        out[PROCESS] = rule.birth.process
    return out


def needs(name: str, value: Any) -> frozenset[str]:
    """Names of the Facts fields that one condition asks about."""
    if name == "lists":
        return frozenset(_LIST_NEEDS[one.kind] for one in value if one.kind in _LIST_NEEDS)
    return _NEEDS.get(name, _NOTHING)


def condition_test(name: str, value: Any, lists: Lists) -> Test:
    """Return the function that tells whether an event meets one condition.

    Raises:
        RuleError: the value can't be compiled.
    """
    if name == "lists":
        return _lists_test(value, lists)
    if isinstance(value, TextMatch):
        return _text_test(name, value)
    get = _VALUE_OF[name]
    kind = _TEST_OF.get(type(value), _equals)
    return kind(value, get)


def value_of(name: str) -> Callable[[Event, Facts], Any]:
    """What an event has for a condition on one value; None where it is not known."""
    return _VALUE_OF[name]


def texts_of(name: str) -> Callable[[Event, Facts], tuple[str, ...]]:
    """What an event has for a condition on a text: any of them may meet it."""
    return _TEXTS_OF[name]


def command_text(words: tuple[str, ...]) -> str:
    """The text that a condition on the command line is compared with."""
    return " ".join(words)


def event_words(name: str, event: Event, facts: Facts) -> str | None:
    """What the event has for a condition, in words; None where it is not known. Untrusted."""
    if name == "lists":
        return translate("Why", "in none of its files, or not known")
    if name in _TEXTS_OF:
        return ", ".join(_TEXTS_OF[name](event, facts)) or None
    value = _VALUE_OF[name](event, facts)
    return ", ".join(value) if name == "host" and value is not None else _words(value)


def inside(ip: IPAddress, match: AddressMatch) -> bool:
    """Whether the address is in one of the networks or ranges."""
    version = ip.version
    if any(network.version == version and ip in network for network in match.networks):
        return True
    return any(
        span.first.version == version and int(span.first) <= int(ip) <= int(span.last)
        for span in match.ranges
    )


def _words(value: Any) -> str | None:
    return None if value is None else str(value)


def _text_test(name: str, match: TextMatch) -> Test:
    holds = text_test(match)
    texts = _TEXTS_OF[name]
    return lambda event, facts: any(map(holds, texts(event, facts)))


def _lists_test(wanted: tuple[ListMatch, ...], lists: Lists) -> Test:
    def holds(event: Event, facts: Facts) -> bool:
        found = [lists.get(entry) for entry in wanted]
        return all(entries is not None and entries.holds(event, facts) for entries in found)

    return holds


def _equals(value: Any, get: Callable[[Event, Facts], Any]) -> Test:
    return lambda event, facts: value is not None and get(event, facts) == value


def _member(values: frozenset[Any], get: Callable[[Event, Facts], Any]) -> Test:
    return lambda event, facts: get(event, facts) in values


def _address(match: AddressMatch, get: Callable[[Event, Facts], Address | None]) -> Test:
    def holds(event: Event, facts: Facts) -> bool:
        address = get(event, facts)
        if address is None:
            return False
        if address.ip is not None:
            return inside(address.ip, match)
        return address.path is not None and address.path in match.paths

    return holds


def _port(match: PortMatch, get: Callable[[Event, Facts], int | None]) -> Test:
    def holds(event: Event, facts: Facts) -> bool:
        port = get(event, facts)
        return port is not None and any(first <= port <= last for first, last in match.ranges)

    return holds


def _host(match: HostMatch, get: Callable[[Event, Facts], tuple[str, ...] | None]) -> Test:
    def holds(event: Event, facts: Facts) -> bool:
        return any(host_matches(host_form(name), match) for name in get(event, facts) or ())

    return holds


_TEST_OF: dict[type, Callable[[Any, Callable[[Event, Facts], Any]], Test]] = {
    frozenset: _member,
    AddressMatch: _address,
    PortMatch: _port,
    HostMatch: _host,
}

_TEXTS_OF: dict[str, Callable[[Event, Facts], tuple[str, ...]]] = {
    "exe": lambda event, _: (event.process.exe,) if event.process.exe else (),
    "command": lambda _, facts: () if facts.command is None else (command_text(facts.command),),
    "ancestor": lambda _, facts: tuple(filter(None, facts.ancestors or ())),
    "unit": lambda _, facts: () if facts.unit is None else (facts.unit,),
}

_VALUE_OF: dict[str, Callable[[Event, Facts], Any]] = {
    "sha256": lambda _, facts: facts.sha256,
    "application": lambda _, facts: facts.application,
    "package": lambda _, facts: facts.package,
    "users": lambda event, _: event.process.uid,
    "groups": lambda event, _: event.process.gid,
    "syscalls": lambda event, _: event.syscall,
    "families": lambda event, _: event.family,
    "types": lambda event, _: event.type,
    "protocols": lambda event, _: event.protocol,
    "local": lambda event, _: event.local,
    "remote": lambda event, _: event.remote,
    "local_ports": lambda event, _: None if event.local is None else event.local.port,
    "remote_ports": lambda event, _: None if event.remote is None else event.remote.port,
    "host": lambda _, facts: facts.hosts,
    "netns": lambda event, _: event.process.netns or None,
    "interface": lambda _, facts: facts.interface,
    PROCESS: lambda event, _: event.process.key,
}
