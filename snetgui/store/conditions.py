# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule's conditions as JSON text, and back: strict, so that nothing is dropped or widened.

Version 1: an object with a member for each condition that is given, named as in
model.Conditions.

| member | value |
| --- | --- |
| exe, command, ancestor, unit | {"value", "kind", "ignore_case"} |
| sha256, application, package, interface | text |
| users, groups, families, types, protocols | sorted list of numbers |
| syscalls | sorted list of names |
| local, remote | {"networks": ["10.0.0.0/8"], "ranges": [["::1", "::9"]], "paths": []} |
| local_ports, remote_ports | list of [first, last] |
| host | {"name", "subdomains"} |
| netns | number |
| lists | list of {"path", "kind"} |

Text is escaped to ASCII, so that bytes which are not UTF-8 (lone surrogates)
survive. A member that is unknown makes the whole rule unreadable: read without
it, the rule would match more than the person said.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Any, Final, NamedTuple

from snetgui.model import (
    AddressMatch,
    AddressRange,
    Conditions,
    HostMatch,
    IPAddress,
    ListKind,
    ListMatch,
    PortMatch,
    Syscall,
    TextKind,
    TextMatch,
)

VERSION: Final = 1
_SHARED = 4096  # equal values that are read again are the same objects

Json = Any  # what json.loads gives: checked below, value by value


class Codec(NamedTuple):
    """How one condition is written and read. read raises ValueError."""

    write: Callable[[Any], Json]
    read: Callable[[Json], Any]


def encode(conditions: Conditions) -> str:
    """The JSON text of these conditions, in the version VERSION."""
    members = {}
    for name, codec in CODECS.items():
        value = getattr(conditions, name)
        if value is not None:
            members[name] = codec.write(value)
    return json.dumps(members, separators=(",", ":"))


def decode(version: int, text: str) -> Conditions:
    """The conditions again.

    Raises:
        ValueError: one sentence, what is wrong.
    """
    if version != VERSION:
        raise ValueError(f"its conditions have version {version}, this snet reads {VERSION}")
    try:
        members = _typed(json.loads(_text(text)), dict)
    except (RecursionError, TypeError) as fault:
        raise ValueError("its conditions are not readable") from fault
    return Conditions(**{name: _read(name, value) for name, value in members.items()})


def _read(name: str, value: Json) -> Any:
    codec = CODECS.get(name)
    if codec is None:
        raise ValueError(f"its condition {name!r} is unknown")
    try:
        return codec.read(value)
    except ValueError as fault:
        raise ValueError(f"its condition {name!r} is not readable: {fault}") from fault


def _typed(value: Json, kind: type) -> Any:
    if type(value) is not kind:  # not isinstance: True is no number here
        raise ValueError(f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _text(value: Json) -> str:
    return str(_typed(value, str))


def _number(value: Json) -> int:
    return int(_typed(value, int))


def _members(value: Json, *names: str) -> list[Json]:
    """The members of an object that has exactly these."""
    found = _typed(value, dict)
    if found.keys() != set(names):
        raise ValueError(f"expected the members {', '.join(names)}")
    return [found[name] for name in names]


def _write_text_match(match: TextMatch) -> Json:
    return {"value": match.value, "kind": match.kind, "ignore_case": match.ignore_case}


def _read_text_match(value: Json) -> TextMatch:
    text, kind, ignore_case = _members(value, "value", "kind", "ignore_case")
    return _text_match(_text(text), _text(kind), _typed(ignore_case, bool))


@lru_cache(maxsize=_SHARED)
def _text_match(text: str, kind: str, ignore_case: bool) -> TextMatch:
    return TextMatch(text, TextKind(kind), ignore_case)


def _read_numbers(value: Json) -> frozenset[int]:
    return frozenset(map(_number, _typed(value, list)))


def _read_syscalls(value: Json) -> frozenset[Syscall]:
    return frozenset(Syscall(_text(name)) for name in _typed(value, list))


def _write_address_match(match: AddressMatch) -> Json:
    return {
        "networks": [str(network) for network in match.networks],
        "ranges": [[str(found.first), str(found.last)] for found in match.ranges],
        "paths": list(match.paths),
    }


def _read_address_match(value: Json) -> AddressMatch:
    networks, ranges, paths = _members(value, "networks", "ranges", "paths")
    return AddressMatch(
        tuple(_network(_text(network)) for network in _typed(networks, list)),
        tuple(_read_range(found) for found in _typed(ranges, list)),
        tuple(_text(path) for path in _typed(paths, list)),
    )


def _read_range(value: Json) -> AddressRange:
    first, last = _typed(value, list)
    return AddressRange(_address(_text(first)), _address(_text(last)))


def _network(text: str) -> IPv4Network | IPv6Network:
    return IPv6Network(text) if ":" in text else IPv4Network(text)


def _address(text: str) -> IPAddress:
    return IPv6Address(text) if ":" in text else IPv4Address(text)


def _write_ports(match: PortMatch) -> Json:
    return [list(pair) for pair in match.ranges]


def _read_ports(value: Json) -> PortMatch:
    pairs = []
    for pair in _typed(value, list):
        first, last = _typed(pair, list)
        pairs.append((_number(first), _number(last)))
    return _port_match(tuple(pairs))


@lru_cache(maxsize=_SHARED)
def _port_match(ranges: tuple[tuple[int, int], ...]) -> PortMatch:
    return PortMatch(ranges)


def _write_host(match: HostMatch) -> Json:
    return {"name": match.name, "subdomains": match.subdomains}


def _read_host(value: Json) -> HostMatch:
    name, subdomains = _members(value, "name", "subdomains")
    return HostMatch(_text(name), _typed(subdomains, bool))


def _write_lists(matches: tuple[ListMatch, ...]) -> Json:
    return [{"path": match.path, "kind": match.kind} for match in matches]


def _read_lists(value: Json) -> tuple[ListMatch, ...]:
    pairs = [_members(found, "path", "kind") for found in _typed(value, list)]
    return tuple(ListMatch(_text(path), ListKind(kind)) for path, kind in pairs)


_TEXT_MATCH = Codec(_write_text_match, _read_text_match)
_PLAIN_TEXT = Codec(str, _text)
_NUMBER = Codec(int, _number)
_NUMBERS = Codec(sorted, _read_numbers)
_ADDRESS = Codec(_write_address_match, _read_address_match)
_PORTS = Codec(_write_ports, _read_ports)

CODECS: Final[dict[str, Codec]] = {
    "exe": _TEXT_MATCH,
    "sha256": _PLAIN_TEXT,
    "command": _TEXT_MATCH,
    "ancestor": _TEXT_MATCH,
    "application": _PLAIN_TEXT,
    "package": _PLAIN_TEXT,
    "unit": _TEXT_MATCH,
    "users": _NUMBERS,
    "groups": _NUMBERS,
    "syscalls": Codec(sorted, _read_syscalls),
    "families": _NUMBERS,
    "types": _NUMBERS,
    "protocols": _NUMBERS,
    "local": _ADDRESS,
    "remote": _ADDRESS,
    "local_ports": _PORTS,
    "remote_ports": _PORTS,
    "host": Codec(_write_host, _read_host),
    "netns": _NUMBER,
    "interface": _PLAIN_TEXT,
    "lists": Codec(_write_lists, _read_lists),
}
# A condition without a codec would be lost on the way to the disk.
assert set(CODECS) == {field.name for field in fields(Conditions)}
