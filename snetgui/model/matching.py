# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether one decision is what a query of the history asks for: as the store finds them.

For those who watch decisions as they are made, before they are in the history.
"""

from __future__ import annotations

from collections.abc import Callable

from .address import Address
from .decision import Decision
from .event import Event, Syscall
from .history import HistoryQuery

MAX_WORDS = 16
"""Of a search: further ones are not looked at."""

_OUTGOING = {Syscall.CONNECT, Syscall.SENDMSG}
_DIGITS = 5

Test = Callable[[Decision], bool]


def matches(decision: Decision, query: HistoryQuery) -> bool:
    """Whether all holds that is asked."""
    return all(test(decision) for test in _tests(query))


def is_outgoing(syscall: Syscall) -> bool:
    """Whether the service's port is the remote one."""
    return syscall in _OUTGOING


def service_port(event: Event) -> int | None:
    """The port of the service that the call is about, None where there is none."""
    address = event.remote if is_outgoing(event.syscall) else event.local
    return None if address is None else address.port


def port_word(word: str) -> int | None:
    """The port that a word of a search is, None where it is none."""
    is_number = word.isascii() and word.isdigit() and len(word) <= _DIGITS
    return int(word) if is_number else None


def folded(text: str) -> str:
    """ASCII letters in lower case, all others as they are: two that are equal then match."""
    return text.translate(_LOWER)


def address_text(address: Address) -> str:
    """What a person would look for: the IP address, the path, else the bytes."""
    if address.ip is not None:
        return str(address.ip)
    return address.raw.hex() if address.path is None else address.path


def _tests(query: HistoryQuery) -> list[Test]:
    """What is asked, one test for each."""
    asked: list[tuple[object, Test]] = [
        (query.program, lambda d: d.event.process.exe == query.program),
        (query.destination, lambda d: query.destination in _names(d)),
        (query.port, lambda d: service_port(d.event) == query.port),
        (query.uid, lambda d: d.event.process.uid == query.uid),
        (query.action, lambda d: d.action is query.action),
        (query.reason, lambda d: d.reason is query.reason),
        (query.syscall, lambda d: d.event.syscall is query.syscall),
        (query.rule_id, lambda d: d.rule_id == query.rule_id),
    ]
    tests = [test for value, test in asked if value is not None]
    if (since := query.since) is not None:
        tests.append(lambda d: since <= d.when)
    if (until := query.until) is not None:
        tests.append(lambda d: d.when < until)
    return [*tests, *map(_word, query.search.split()[:MAX_WORDS])]


def _names(decision: Decision) -> tuple[str, ...]:
    remote = decision.event.remote
    return (() if remote is None else (address_text(remote),)) + (decision.facts.hosts or ())


def _word(word: str) -> Test:
    lowered, number = folded(word), port_word(word)

    def holds(decision: Decision) -> bool:
        texts = (decision.event.process.exe, decision.facts.user or "", *_names(decision))
        return (
            any(lowered in folded(text) for text in texts)
            or decision.reason.value == word.lower()
            or (number is not None and number == service_port(decision.event))
        )

    return holds


_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
