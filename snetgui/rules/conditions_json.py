# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule asks about as JSON has it, and back: for files of rules and for the store.

An object with a member for each condition that is given, named as in
model.Conditions; resources/rules.schema.json says what each one holds. A member
that is not known makes the whole unreadable: without it, the rule would match
more than the person said. Values that many rules share come out as one object,
so that a hundred thousand rules stay small.
"""

from __future__ import annotations

import functools
import socket
from collections.abc import Callable
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Any, Final

from snetgui.model import (
    AddressMatch,
    AddressRange,
    Conditions,
    HostMatch,
    ListKind,
    ListMatch,
    PortMatch,
    RuleError,
    Syscall,
    TextKind,
    TextMatch,
)

from .conditions import NAMES
from .json_values import Json, flag, many, mapping, one_of, only, quoted, text, whole
from .labels import LABELS

_SHARED: Final = 16384
_LENGTHS: Final = {str(length): length for length in range(129)}


def conditions_to_json(conditions: Conditions) -> dict[str, Json]:
    """What a rule asks about; what it does not ask about is left out."""
    values = ((name, getattr(conditions, name)) for name in NAMES)
    return {name: _WRITERS[name](value) for name, value in values if value is not None}


def conditions_from_json(data: Json) -> Conditions:
    """The conditions that a JSON object says. Raises RuleError."""
    given = mapping("conditions", data)
    values: dict[str, Any] = {}
    for name, value in given.items():
        found = _READERS.get(name)
        if found is None:
            only("conditions", given, NAMES)
            continue
        label, read = found
        values[name] = read(label, value)
    return Conditions(**values)


def _text_to_json(match: TextMatch) -> Json:
    out: dict[str, Json] = {match.kind.value: match.value}
    return out | {"ignore_case": True} if match.ignore_case else out


def _text_from_json(label: str, data: Json) -> TextMatch:
    given, ignore_case = mapping(label, data), False
    if "ignore_case" in given:
        given = {**given}
        ignore_case = flag(label, given.pop("ignore_case"))
    if len(given) != 1:
        raise RuleError(label, f"{quoted(data)} has not one of exact, glob, regex")
    ((kind, value),) = given.items()
    return _shared_text(text(label, value), one_of(label, kind, TextKind), ignore_case)


def _address_to_json(match: AddressMatch) -> Json:
    out = {
        "networks": [str(net) for net in match.networks],
        "ranges": [f"{span.first}-{span.last}" for span in match.ranges],
        "paths": list(match.paths),
    }
    return {name: values for name, values in out.items() if values}


def _address_from_json(label: str, data: Json) -> AddressMatch:
    given = mapping(label, data)
    only(label, given, ("networks", "ranges", "paths"))
    return AddressMatch(
        tuple(many(label, given["networks"], _network)) if "networks" in given else (),
        tuple(many(label, given["ranges"], _range)) if "ranges" in given else (),
        tuple(many(label, given["paths"], text)) if "paths" in given else (),
    )


def _network(label: str, data: Json) -> IPv4Network | IPv6Network:
    word = text(label, data)
    try:
        return _usual_network(word) or ip_network(word)
    except ValueError as fault:
        raise RuleError(label, f"{quoted(data)} is not a network: {fault}") from None


def _usual_network(word: str) -> IPv4Network | IPv6Network | None:
    """As str() writes it: read in half of the time that ipaddress takes."""
    head, _, length = word.partition("/")
    if length not in _LENGTHS:
        return None
    try:
        if ":" in head:
            raw = socket.inet_pton(socket.AF_INET6, head)
            return IPv6Network((int.from_bytes(raw), _LENGTHS[length]))
        raw = socket.inet_pton(socket.AF_INET, head)
        return IPv4Network((int.from_bytes(raw), _LENGTHS[length]))
    except (OSError, ValueError):  # ipaddress says what is wrong with it
        return None


def _range(label: str, data: Json) -> AddressRange:
    head, _, tail = text(label, data).partition("-")
    first, last = _ip(label, head), _ip(label, tail)
    if first.version != last.version:
        raise RuleError(label, f"{quoted(data)} mixes IPv4 and IPv6")
    return AddressRange(first, last)


def _ip(label: str, word: str) -> IPv4Address | IPv6Address:
    try:
        ip = ip_address(word)
    except ValueError:
        raise RuleError(label, f"{quoted(word)} is not an address") from None
    if isinstance(ip, IPv6Address) and ip.scope_id is not None:
        raise RuleError(label, f"{quoted(word)}: leave out the % and what follows")
    return ip


def _ports_to_json(match: PortMatch) -> Json:
    return [first if first == last else [first, last] for first, last in match.ranges]


def _ports_from_json(label: str, data: Json) -> PortMatch:
    return _shared_ports(tuple(many(label, data, _port_span)))


def _port_span(label: str, data: Json) -> tuple[int, int]:
    if not isinstance(data, list):
        return whole(label, data), data
    if len(data) != 2:
        raise RuleError(label, f"{quoted(data)} is not a pair")
    return whole(label, data[0]), whole(label, data[1])


def _host_to_json(match: HostMatch) -> Json:
    return {"name": match.name, "subdomains": match.subdomains}


def _host_from_json(label: str, data: Json) -> HostMatch:
    given = mapping(label, data)
    only(label, given, ("name", "subdomains"))
    return HostMatch(text(label, given.get("name")), flag(label, given.get("subdomains", False)))


def _lists_to_json(lists: tuple[ListMatch, ...]) -> Json:
    return [{"path": entry.path, "kind": entry.kind.value} for entry in lists]


def _lists_from_json(label: str, data: Json) -> tuple[ListMatch, ...]:
    return tuple(many(label, data, _list))


def _list(label: str, data: Json) -> ListMatch:
    given = mapping(label, data)
    only(label, given, ("path", "kind"))
    return ListMatch(text(label, given.get("path")), one_of(label, given.get("kind"), ListKind))


def _numbers(label: str, data: Json) -> frozenset[Any]:
    return _shared_set(tuple(sorted(many(label, data, whole))))


def _syscalls(label: str, data: Json) -> frozenset[Any]:
    return _shared_set(tuple(sorted(many(label, data, _syscall))))


def _syscall(label: str, data: Json) -> Syscall:
    return one_of(label, data, Syscall)


@functools.lru_cache(maxsize=_SHARED)
def _shared_set(members: tuple[Any, ...]) -> frozenset[Any]:
    return frozenset(members)


@functools.lru_cache(maxsize=_SHARED)
def _shared_text(value: str, kind: TextKind, ignore_case: bool) -> TextMatch:
    return TextMatch(value, kind, ignore_case)


@functools.lru_cache(maxsize=_SHARED)
def _shared_ports(ranges: tuple[tuple[int, int], ...]) -> PortMatch:
    return PortMatch(ranges)


def _as_is(value: Any) -> Json:
    return value


def _sorted(members: frozenset[Any]) -> Json:
    return sorted(members)


_TEXTS: Final = ("exe", "command", "ancestor", "unit")
_WORDS: Final = ("sha256", "application", "package", "interface")
_SETS: Final = ("users", "groups", "families", "types", "protocols")

_WRITERS: Final[dict[str, Callable[[Any], Json]]] = {
    **dict.fromkeys(_TEXTS, _text_to_json),
    **dict.fromkeys((*_WORDS, "netns"), _as_is),
    **dict.fromkeys(_SETS, _sorted),
    "syscalls": lambda members: sorted(member.value for member in members),
    **dict.fromkeys(("local", "remote"), _address_to_json),
    **dict.fromkeys(("local_ports", "remote_ports"), _ports_to_json),
    "host": _host_to_json,
    "lists": _lists_to_json,
}

_READS: Final[dict[str, Callable[[str, Json], Any]]] = {
    **dict.fromkeys(_TEXTS, _text_from_json),
    **dict.fromkeys(_WORDS, text),
    "netns": whole,
    **dict.fromkeys(_SETS, _numbers),
    "syscalls": _syscalls,
    **dict.fromkeys(("local", "remote"), _address_from_json),
    **dict.fromkeys(("local_ports", "remote_ports"), _ports_from_json),
    "host": _host_from_json,
    "lists": _lists_from_json,
}

_READERS: Final = {name: (LABELS[name], read) for name, read in _READS.items()}

assert set(NAMES) == set(_WRITERS) == set(_READERS)
