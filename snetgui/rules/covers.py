# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether one rule matches whatever another one matches; "no" also means "can't be told"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snetgui.model import (
    AddressMatch,
    Conditions,
    HostMatch,
    LifetimeKind,
    ListMatch,
    PortMatch,
    Rule,
    TextKind,
    TextMatch,
)

from .conditions import asked
from .hosts import host_matches
from .prefixes import covered, overlap
from .spans import address_spans
from .text import fold, text_test

_SINGLE = (
    *("exe", "command", "syscalls", "protocols", "families", "types", "users", "groups"),
    *("remote", "local", "remote_ports", "local_ports", "interface", "netns"),
)  # conditions on what an event has just one of


def covers(wide: Rule, narrow: Rule) -> bool:
    """Whether every event that the narrow rule matches is matched by the wide one.

    Sound: True only where it is certain. Each thing that the wide rule asks
    about, the narrow one must ask about too, and more narrowly.
    """
    inner = asked(narrow)
    return all(
        name in inner and value_covers(value, inner[name]) for name, value in asked(wide).items()
    )


def outlives(wide: Rule, narrow: Rule) -> bool:
    """Whether the wide rule certainly lives at least as long as the narrow one."""
    one, other = wide.lifetime, narrow.lifetime
    if one.kind is LifetimeKind.ALWAYS:
        return True
    if one.kind is not other.kind:
        return False
    if one.kind is LifetimeKind.UNTIL:
        return one.until is not None and other.until is not None and one.until >= other.until
    if one.kind is LifetimeKind.RESTART:
        return wide.birth.boot_id == narrow.birth.boot_id
    return one.kind is LifetimeKind.PROCESS and wide.birth.process == narrow.birth.process


def value_covers(wide: Any, narrow: Any) -> bool:
    """Whether whatever meets the narrow value of a condition meets the wide one."""
    if wide == narrow:
        return True
    check = _COVERS.get(type(wide))
    return check is not None and check(wide, narrow)


def disjoint(one: Conditions, other: Conditions) -> bool:
    """Whether certainly no event meets both; False also where it can't be told.

    What an event may have several of (ancestors, host names, lists) tells nothing.
    """
    return any(_values_disjoint(getattr(one, name), getattr(other, name)) for name in _SINGLE)


def _values_disjoint(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return False
    if isinstance(one, TextMatch):
        return _texts_disjoint(one, other)
    if isinstance(one, frozenset):
        return not one & other
    if isinstance(one, AddressMatch):
        return _addresses_disjoint(one, other)
    if isinstance(one, PortMatch):
        return not overlap(one.ranges, other.ranges)
    return bool(one != other)


def _texts_disjoint(one: TextMatch, other: TextMatch) -> bool:
    """Told only where one of them is a single text."""
    for single, match in ((one, other), (other, one)):
        if single.kind is TextKind.EXACT and not single.ignore_case:
            return not text_test(match)(single.value)
    if one.kind is other.kind is TextKind.EXACT:
        return fold(one.value) != fold(other.value)
    return False


def _addresses_disjoint(one: AddressMatch, other: AddressMatch) -> bool:
    if set(one.paths) & set(other.paths):
        return False
    return not any(
        overlap(address_spans(one, version), address_spans(other, version)) for version in (4, 6)
    )


def _text_covers(wide: TextMatch, narrow: TextMatch) -> bool:
    if wide.kind is TextKind.GLOB and wide.value == "**":
        return True
    if narrow.kind is not TextKind.EXACT:
        same = wide.kind is narrow.kind and wide.value == narrow.value
        return same and (wide.ignore_case or not narrow.ignore_case)
    if narrow.ignore_case:
        both = wide.kind is TextKind.EXACT and wide.ignore_case
        return both and fold(wide.value) == fold(narrow.value)
    return text_test(wide)(narrow.value)


def _address_covers(wide: AddressMatch, narrow: AddressMatch) -> bool:
    return set(narrow.paths) <= set(wide.paths) and all(
        covered(address_spans(narrow, version), address_spans(wide, version)) for version in (4, 6)
    )


def _host_covers(wide: HostMatch, narrow: HostMatch) -> bool:
    if narrow.subdomains and not wide.subdomains:
        return False
    return host_matches(narrow.name, wide)


def _lists_cover(wide: tuple[ListMatch, ...], narrow: tuple[ListMatch, ...]) -> bool:
    return set(wide) <= set(narrow)


_COVERS: dict[type, Callable[[Any, Any], bool]] = {
    TextMatch: _text_covers,
    AddressMatch: _address_covers,
    PortMatch: lambda wide, narrow: covered(narrow.ranges, wide.ranges),
    HostMatch: _host_covers,
    frozenset: lambda wide, narrow: narrow <= wide,
    tuple: lambda wide, narrow: (
        _lists_cover(wide, narrow)
        if all(isinstance(entry, ListMatch) for entry in (*wide, *narrow))
        else False
    ),
}
