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
from snetgui.model.text import shown

from .conditions import NAMES
from .hosts import host_name
from .labels import LABELS
from .spans import MAX_PORT
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
        raise RuleError("name", "it is empty; say in a few words what the rule is for")
    if len(rule.name) > MAX_NAME:
        raise RuleError("name", f"{len(rule.name)} characters are above {MAX_NAME}")


def _note(rule: Rule) -> None:
    if len(rule.note) > MAX_NOTE:
        raise RuleError("note", f"{len(rule.note)} characters are above {MAX_NOTE}")


def _action(rule: Rule) -> None:
    if rule.action is Action.ALLOW and rule.errno:
        raise RuleError("error", "an allow carries none; leave it empty, or choose deny")
    if not 0 <= rule.errno <= MAX_ERRNO:
        raise RuleError("error", f"{rule.errno} is not from 1 to {MAX_ERRNO}; 1 is EPERM")


def _priority(rule: Rule) -> None:
    if abs(rule.priority) > MAX_PRIORITY:
        raise RuleError(
            "priority", f"{rule.priority} is not from {-MAX_PRIORITY} to {MAX_PRIORITY}; 0 is usual"
        )


def _process(rule: Rule) -> None:
    if rule.lifetime.kind is LifetimeKind.PROCESS and rule.birth.process is None:
        raise RuleError("lifetime", "no process is known that the rule could end with")


def _left(rule: Rule) -> None:
    left = rule.remaining_s
    if left is not None and not (math.isfinite(left) and left >= 0):
        raise RuleError("lifetime", f"{left} seconds can't be left")


def _lifetime(lifetime: Lifetime) -> None:
    kind = lifetime.kind
    if kind is LifetimeKind.ONCE:
        raise RuleError("lifetime", "an answer for once makes no rule; choose how long it holds")
    if (lifetime.seconds is not None) != (kind is LifetimeKind.SPAN):
        raise RuleError("lifetime", "a span of time needs its seconds, and nothing else has them")
    if (lifetime.until is not None) != (kind is LifetimeKind.UNTIL):
        raise RuleError("lifetime", "an end needs its date, and nothing else has one")
    if lifetime.seconds is not None and not 0 < lifetime.seconds <= MAX_SECONDS:
        raise RuleError("lifetime", f"{lifetime.seconds:g} seconds are no span of time")
    if lifetime.until is not None and lifetime.until.utcoffset() is None:
        raise RuleError("lifetime", "the date has no time zone")


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
        raise RuleError(label, "it is empty, and would never match; leave the condition out")
    if "\0" in text:
        raise RuleError(label, "a NUL character can't be in it")
    if len(text) > MAX_TEXT:
        raise RuleError(label, f"{len(text)} characters are above {MAX_TEXT}")


def _identifier(label: str, text: str) -> None:
    _word(label, text)
    if text != text.strip():
        raise RuleError(label, f"{shown(text, 60)} has blanks around it; take them away")


def _members(label: str, members: frozenset[Any], least: int, most: int) -> None:
    _some(label, len(members))
    for member in members:
        if isinstance(member, int) and not least <= member <= most:
            side = f"above {most}" if member > most else f"below {least}"
            raise RuleError(label, f"{member} is {side}")


def _address(label: str, match: AddressMatch) -> None:
    _some(label, len(match.networks) + len(match.ranges) + len(match.paths))
    for span in match.ranges:
        if span.first.version != span.last.version or int(span.first) > int(span.last):
            raise RuleError(
                label, f"{span.first}-{span.last} is no range; the lower one comes first"
            )
    for path in match.paths:
        if len(path) > MAX_TEXT or "\0" in path[1:]:
            raise RuleError(label, f"{shown(path, 60)} is not a socket's path")


def _ports(label: str, match: PortMatch) -> None:
    _some(label, len(match.ranges))
    for first, last in match.ranges:
        for port in (first, last):
            if not 0 <= port <= MAX_PORT:
                raise RuleError(
                    label, f"{port} is above {MAX_PORT}" if port > 0 else f"{port} is below 0"
                )
        if first > last:
            raise RuleError(label, f"{first} is above {last}; write {last}-{first}")


def _some(label: str, count: int) -> None:
    if not count:
        raise RuleError(label, "no value is given, and it would never match; leave it out")
    if count > MAX_MEMBERS:
        raise RuleError(label, f"{count} values are above {MAX_MEMBERS}; use a list file")


def _host(label: str, match: HostMatch) -> None:
    name = host_name(label, match.name)
    if name != match.name:
        raise RuleError(label, f"{shown(match.name, 60)} is written {name}")


def _sha256(label: str, text: str) -> None:
    if not _SHA256.fullmatch(text):
        raise RuleError(label, f"{shown(text, 70)} is not 64 digits of 0-9 and a-f")


def _netns(label: str, number: int) -> None:
    if not 0 < number < 1 << 64:
        raise RuleError(label, f"{number} is not the inode number of a namespace")


def _interface(label: str, name: str) -> None:
    if not _INTERFACE.fullmatch(name) or name in {".", ".."}:
        raise RuleError(label, f"{shown(name, 40)} is not an interface; write it as ip link does")


def _lists(label: str, entries: tuple[ListMatch, ...]) -> None:
    _some(label, len(entries))
    for entry in entries:
        if not entry.path.startswith("/") or "\0" in entry.path:
            raise RuleError(label, f'{shown(entry.path, 60)} is no full path; begin it with "/"')


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
