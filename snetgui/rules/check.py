# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a rule says something sensible: every field, each fault with its fix.

Whoever lets a rule in (a form, a file, another process) calls check_rule()
once; behind it a rule is taken as it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from snetgui.model import (
    Action,
    AddressMatch,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListMatch,
    PortMatch,
    Rule,
    RuleError,
    TextKind,
    TextMatch,
)
from snetgui.model.said import translate
from snetgui.model.text import shown

from .conditions import NAMES
from .hosts import host_name
from .labels import LABELS
from .spans import MAX_PORT, backwards
from .text import text_test

MAX_NAME = 200  # characters: more than a table shows
MAX_NOTE = 10_000  # characters
MAX_TEXT = 65_536  # bytes of a command line; a path has 4,096 (PATH_MAX, limits.h)
MAX_PRIORITY = 1_000_000  # either way; room for an imported set between any two
MAX_ERRNO = 511  # what the kernel keeps for itself begins at 512 (linux/errno.h)
MAX_ID = (1 << 32) - 2  # of users and groups: the last one means none (user_namespaces(7))
MAX_MEMBERS = 1_000_000  # values in one condition; a list file holds more
MAX_SECONDS = 100 * 366 * 86_400.0
_INTERFACE = re.compile(r"[^/\s\x00]{1,15}")  # IFNAMSIZ - 1, dev_valid_name() in net/core/dev.c
_SHA256 = re.compile("[0-9a-f]{64}")


def check_rule(rule: Rule) -> None:
    """Let a sensible rule pass. Raises RuleError with the first fault."""
    for fault in faults(rule):
        raise fault


def faults(rule: Rule) -> Iterator[RuleError]:
    """All faults of a rule, in the order of its fields."""
    for check in (_name, _note, _action, _priority, _process, _left):
        yield from _caught(check, rule)
    yield from _caught(_lifetime, rule.lifetime)
    yield from condition_faults(rule.conditions)


def condition_faults(conditions: Conditions) -> Iterator[RuleError]:
    """All faults of what a rule asks about."""
    for name in NAMES:
        value = getattr(conditions, name)
        if value is not None:
            yield from _caught(partial(_condition, name), value)


def _caught(check: Callable[[Any], None], value: Any) -> Iterator[RuleError]:
    try:
        check(value)
    except RuleError as fault:
        yield fault


def _name(rule: Rule) -> None:
    if not rule.name.strip():
        raise RuleError(
            "name", translate("Problem", "it is empty; say in a few words what the rule is for")
        )
    _length("name", rule.name, MAX_NAME)


def _note(rule: Rule) -> None:
    _length("note", rule.note, MAX_NOTE)


def _action(rule: Rule) -> None:
    if rule.action is Action.ALLOW and rule.errno:
        raise RuleError(
            "error", translate("Problem", "an allow carries none; leave it empty, or choose deny")
        )
    if not 0 <= rule.errno <= MAX_ERRNO:
        given, most = str(rule.errno), str(MAX_ERRNO)
        problem = translate(
            "Problem", "{given} is not from 1 to {most}; 1 is EPERM", given=given, most=most
        )
        raise RuleError("error", problem)


def _priority(rule: Rule) -> None:
    if abs(rule.priority) > MAX_PRIORITY:
        problem = translate(
            "Problem",
            "{given} is not from {least} to {most}; 0 is usual",
            given=str(rule.priority),
            least=str(-MAX_PRIORITY),
            most=str(MAX_PRIORITY),
        )
        raise RuleError("priority", problem)


def _process(rule: Rule) -> None:
    if rule.lifetime.kind is LifetimeKind.PROCESS and rule.birth.process is None:
        raise RuleError(
            "lifetime", translate("Problem", "no process is known that the rule could end with")
        )


def _left(rule: Rule) -> None:
    left = rule.remaining_s
    if left is not None and not (math.isfinite(left) and left >= 0):
        raise RuleError(
            "lifetime", translate("Problem", "{given} seconds can't be left", given=str(left))
        )


def _lifetime(lifetime: Lifetime) -> None:
    problem = _lifetime_problem(lifetime)
    if problem is not None:
        raise RuleError("lifetime", problem)


def _lifetime_problem(lifetime: Lifetime) -> str | None:
    kind, seconds, until = lifetime.kind, lifetime.seconds, lifetime.until
    if kind is LifetimeKind.ONCE:
        return translate("Problem", "an answer for once makes no rule; choose how long it holds")
    if (seconds is not None) != (kind is LifetimeKind.SPAN):
        return translate("Problem", "a span of time needs its seconds, and nothing else has them")
    if (until is not None) != (kind is LifetimeKind.UNTIL):
        return translate("Problem", "an end needs its date, and nothing else has one")
    if seconds is not None and not 0 < seconds <= MAX_SECONDS:
        given = f"{seconds:g}"
        return translate("Problem", "{given} seconds are no span of time", given=given)
    if until is not None and until.utcoffset() is None:
        return translate("Problem", "the date has no time zone")
    return None


def _length(label: str, text: str, most: int) -> None:
    if len(text) > most:
        count, limit = str(len(text)), str(most)
        raise RuleError(
            label,
            translate("Problem", "{count} characters are above {most}", count=count, most=limit),
        )


def _condition(name: str, value: Any) -> None:
    label = LABELS[name]
    if isinstance(value, TextMatch):
        _text(label, value)
    elif isinstance(value, frozenset):
        _members(label, value, *_BOUNDS.get(name, (0, 0)))
    elif isinstance(value, AddressMatch):
        _address(label, value)
    elif isinstance(value, PortMatch):
        _ports(label, value)
    else:
        _PLAIN[name](label, value)


def _text(label: str, match: TextMatch) -> None:
    if match.kind is TextKind.EXACT:
        _word(label, match.value)
    try:
        text_test(match)
    except RuleError as fault:
        raise RuleError(label, fault.problem) from fault


def _word(label: str, text: str) -> None:
    if not text:
        problem = translate(
            "Problem", "it is empty, and would never match; leave the condition out"
        )
        raise RuleError(label, problem)
    if "\0" in text:
        raise RuleError(label, translate("Problem", "a NUL character can't be in it"))
    _length(label, text, MAX_TEXT)


def _identifier(label: str, text: str) -> None:
    _word(label, text)
    if text != text.strip():
        given = shown(text, 60)
        raise RuleError(
            label,
            translate("Problem", "{given} has blanks around it; take them away", given=given),
        )


def _members(label: str, members: frozenset[Any], least: int, most: int) -> None:
    _some(label, len(members))
    for member in members:
        if isinstance(member, int) and not least <= member <= most:
            raise RuleError(label, _outside(member, least, most))


def _outside(number: int, least: int, most: int) -> str:
    given = str(number)
    if number > most:
        return translate("Problem", "{given} is above {most}", given=given, most=str(most))
    return translate("Problem", "{given} is below {least}", given=given, least=str(least))


def _address(label: str, match: AddressMatch) -> None:
    _some(label, len(match.networks) + len(match.ranges) + len(match.paths))
    for span in match.ranges:
        if span.first.version != span.last.version or int(span.first) > int(span.last):
            given = f"{span.first}-{span.last}"
            raise RuleError(
                label,
                translate("Problem", "{given} is no range; the lower one comes first", given=given),
            )
    for path in match.paths:
        if len(path) > MAX_TEXT or "\0" in path[1:]:
            given = shown(path, 60)
            raise RuleError(
                label, translate("Problem", "{given} is not a socket's path", given=given)
            )


def _ports(label: str, match: PortMatch) -> None:
    _some(label, len(match.ranges))
    for first, last in match.ranges:
        for port in (first, last):
            if not 0 <= port <= MAX_PORT:
                raise RuleError(label, _outside(port, 0, MAX_PORT))
        if first > last:
            raise RuleError(label, backwards(str(first), str(last)))


def _some(label: str, count: int) -> None:
    if not count:
        problem = translate("Problem", "no value is given, and it would never match; leave it out")
        raise RuleError(label, problem)
    if count > MAX_MEMBERS:
        given, most = str(count), str(MAX_MEMBERS)
        problem = translate(
            "Problem", "{count} values are above {most}; use a list file", count=given, most=most
        )
        raise RuleError(label, problem)


def _host(label: str, match: HostMatch) -> None:
    name = host_name(label, match.name)
    if name != match.name:
        given = shown(match.name, 60)
        raise RuleError(
            label, translate("Problem", "{given} is written {name}", given=given, name=name)
        )


def _sha256(label: str, text: str) -> None:
    if not _SHA256.fullmatch(text):
        given = shown(text, 70)
        raise RuleError(
            label, translate("Problem", "{given} is not 64 digits of 0-9 and a-f", given=given)
        )


def _netns(label: str, number: int) -> None:
    if not 0 < number < 1 << 64:
        given = str(number)
        raise RuleError(
            label,
            translate("Problem", "{given} is not the inode number of a namespace", given=given),
        )


def _interface(label: str, name: str) -> None:
    if not _INTERFACE.fullmatch(name) or name in {".", ".."}:
        given = shown(name, 40)
        raise RuleError(
            label,
            translate(
                "Problem", "{given} is not an interface; write it as ip link does", given=given
            ),
        )


def _lists(label: str, entries: tuple[ListMatch, ...]) -> None:
    _some(label, len(entries))
    for entry in entries:
        if not entry.path.startswith("/") or "\0" in entry.path:
            given = shown(entry.path, 60)
            raise RuleError(
                label,
                translate("Problem", '{given} is no full path; begin it with "/"', given=given),
            )


_BOUNDS: dict[str, tuple[int, int]] = {
    "users": (0, MAX_ID),
    "groups": (0, MAX_ID),
    "families": (0, 65535),
    "types": (0, 65535),
    "protocols": (0, 65535),
}

_PLAIN: dict[str, Callable[[str, Any], None]] = {
    "sha256": _sha256,
    "application": _identifier,
    "package": _identifier,
    "host": _host,
    "netns": _netns,
    "interface": _interface,
    "lists": _lists,
}
