# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of two rules wins: a total order that can be told in two sentences.

The higher priority wins; then the more specific rule: the one that asks about
more things or, where both ask about equally many, whose values leave less room
(one value less than several, a small network or range less than a large one,
exact text less than a glob, a glob less than a regular expression). Then a deny
wins over an allow, and at last the newer rule over the older.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snetgui.model import (
    Action,
    AddressMatch,
    Conditions,
    HostMatch,
    LifetimeKind,
    PortMatch,
    Rule,
    TextKind,
    TextMatch,
)

from .conditions import all_values

Order = int

_ID_BITS = 64  # as SQLite has them
_ROOM_BITS = 32
_ASKED_BITS = 32

_GLOB_ROOM = 64  # less what a glob spells out
_REGEX_ROOM = 65
_LIST_ROOM = 64  # whatever the file holds today: an order must not change with it
_SUBDOMAIN_ROOM = 32  # less a label for each that the domain has


def order(rule: Rule) -> Order:
    """The rule's place: the smaller wins. Rules with different ids never tie.

    One number that compares as standing() does, and faster: the index compares
    places wherever it goes.
    """
    priority, asked, room, allows, newest = standing(rule)
    place = (priority << _ASKED_BITS) + asked
    place = (place << _ROOM_BITS) + room
    return (((place << 1) + allows) << _ID_BITS) + newest


def standing(rule: Rule) -> tuple[int, int, int, int, int]:
    """What the order looks at, one after the other; the smaller wins.

    Priority, things asked about, room, action, age: each so turned round that
    smaller is better.
    """
    asked, room = specificity(rule)
    return -rule.priority, -asked, room, int(rule.action is Action.ALLOW), -rule.id


def specificity(rule: Rule) -> tuple[int, int]:
    """(how many things the rule asks about, how much room its values leave).

    Room is counted in bits: the logarithm of how many values would do. Each
    list counts as a thing of its own, and so does the process of a rule that
    lives as long as one process.
    """
    asked, room = _conditions_specificity(rule.conditions)
    return asked + (rule.lifetime.kind is LifetimeKind.PROCESS), room


def _conditions_specificity(conditions: Conditions) -> tuple[int, int]:
    asked = room = 0
    for value in [value for value in all_values(conditions) if value is not None]:
        asked += len(value) if type(value) is tuple else 1  # lists: each is a thing
        room += _ROOM.get(type(value), _no_room)(value)
    return asked, room


def _bits(count: int) -> int:
    """How many bits it takes to tell that many values apart."""
    return max(count - 1, 0).bit_length()


def _no_room(_value: Any) -> int:
    return 0


def _text_room(match: TextMatch) -> int:
    if match.kind is TextKind.EXACT:
        return int(match.ignore_case)
    if match.kind is TextKind.GLOB:
        return _GLOB_ROOM - min(sum(char not in "*?[]" for char in match.value), _GLOB_ROOM // 2)
    return _REGEX_ROOM


def _address_room(match: AddressMatch) -> int:
    if len(match.networks) == 1 and not (match.ranges or match.paths):
        return match.networks[0].max_prefixlen - match.networks[0].prefixlen
    # Not num_addresses: it leaves two more addresses behind in each network.
    count = sum(1 << (net.max_prefixlen - net.prefixlen) for net in match.networks)
    count += len(match.paths)
    count += sum(int(span.last) - int(span.first) + 1 for span in match.ranges)
    return _bits(count)


def _port_room(match: PortMatch) -> int:
    return _bits(sum(last - first + 1 for first, last in match.ranges))


def _host_room(match: HostMatch) -> int:
    labels = match.name.count(".") + 1
    return _SUBDOMAIN_ROOM - min(labels, _SUBDOMAIN_ROOM - 1) if match.subdomains else 0


_ROOM: dict[type, Callable[[Any], int]] = {
    TextMatch: _text_room,
    AddressMatch: _address_room,
    PortMatch: _port_room,
    HostMatch: _host_room,
    frozenset: lambda members: _bits(len(members)),
    tuple: lambda lists: _LIST_ROOM * len(lists),
}
