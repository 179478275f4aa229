# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a rule as JSON has them, and back; strict, for a file can say anything.

Values that many rules share come out as one object, so that a hundred thousand
rules stay small.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, TypeVar

from snetgui.model import (
    AddressMatch,
    AddressRange,
    Birth,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListKind,
    ListMatch,
    PortMatch,
    RuleError,
    Syscall,
    TextKind,
    TextMatch,
)
from snetgui.model.text import shown

from .conditions import NAMES
from .labels import LABELS

Json = Any
E_ = TypeVar("E_", bound=Enum)
T = TypeVar("T")


def conditions_to_json(conditions: Conditions) -> dict[str, Json]:
    """What a rule asks about; what it does not ask about is left out."""
    values = ((name, getattr(conditions, name)) for name in NAMES)
    return {name: _WRITERS[name](value) for name, value in values if value is not None}


def conditions_from_json(data: Json) -> Conditions:
    """The conditions that a JSON object says. Raises RuleError."""
    given = mapping("conditions", data)
    only("conditions", given, NAMES)
    return Conditions(
        **{name: _READERS[name](LABELS[name], value) for name, value in given.items()}
    )


def lifetime_to_json(lifetime: Lifetime) -> dict[str, Json]:
    """{"kind": "span", "seconds": 900.0}"""
    out: dict[str, Json] = {"kind": lifetime.kind.value}
    if lifetime.seconds is not None:
        out["seconds"] = lifetime.seconds
    if lifetime.until is not None:
        out["until"] = lifetime.until.isoformat()
    return out


def lifetime_from_json(data: Json) -> Lifetime:
    """Raises RuleError."""
    given = mapping("lifetime", data)
    only("lifetime", given, ("kind", "seconds", "until"))
    until, seconds = given.get("until"), given.get("seconds")
    return Lifetime(
        one_of("lifetime", given.get("kind"), LifetimeKind),
        None if seconds is None else number("lifetime", seconds),
        None if until is None else moment("lifetime", until),
    )


def birth_to_json(birth: Birth) -> dict[str, Json]:
    """{"created": "2030-01-02T03:04:05+00:00", "boot_id": "…", "boottime_s": 12.5}"""
    out: dict[str, Json] = {
        "created": birth.created.isoformat(),
        "boot_id": birth.boot_id,
        "boottime_s": birth.boottime_s,
    }
    if birth.process is not None:
        out["process"] = list(birth.process)
    return out


def birth_from_json(data: Json) -> Birth:
    """Raises RuleError."""
    given = mapping("birth", data)
    only("birth", given, ("created", "boot_id", "boottime_s", "process"))
    process = given.get("process")
    return Birth(
        moment("birth", given.get("created")),
        text("birth", given.get("boot_id", "")),
        number("birth", given.get("boottime_s", 0.0)),
        None if process is None else _pair("birth", process),
    )


def mapping(label: str, data: Json) -> Mapping[str, Json]:
    """A JSON object. Raises RuleError."""
    if not isinstance(data, dict):
        raise RuleError(label, f"{_quoted(data)} is not an object {{…}}")
    return data


def only(label: str, given: Mapping[str, Json], known: tuple[str, ...]) -> None:
    """Refuse what is not known: passing over a condition would widen the rule."""
    for name in given:
        if name not in known:
            raise RuleError(
                label, f'"{shown(name, 40)}" is not known; choose from {", ".join(known)}'
            )


def text(label: str, data: Json) -> str:
    """A JSON string. Raises RuleError."""
    if not isinstance(data, str):
        raise RuleError(label, f"{_quoted(data)} is not a text")
    return data


def flag(label: str, data: Json) -> bool:
    """A JSON true or false. Raises RuleError."""
    if not isinstance(data, bool):
        raise RuleError(label, f"{_quoted(data)} is neither true nor false")
    return data


def whole(label: str, data: Json) -> int:
    """A whole number. Raises RuleError."""
    if not isinstance(data, int) or isinstance(data, bool):
        raise RuleError(label, f"{_quoted(data)} is not a whole number")
    return data


def number(label: str, data: Json) -> float:
    """A number. Raises RuleError."""
    if not isinstance(data, int | float) or isinstance(data, bool) or abs(data) > 1e15:
        raise RuleError(label, f"{_quoted(data)} is not a number of seconds")
    return float(data)


def moment(label: str, data: Json) -> datetime:
    """An ISO 8601 date and time with its time zone. Raises RuleError."""
    try:
        when = datetime.fromisoformat(text(label, data))
    except ValueError:
        raise RuleError(label, f"{_quoted(data)} is not a date as in ISO 8601") from None
    if when.utcoffset() is None:
        raise RuleError(label, f"{_quoted(data)} has no time zone; add +00:00")
    return when


def one_of(label: str, data: Json, kind: type[E_]) -> E_:
    """One of an enum's words. Raises RuleError."""
    try:
        return kind(data)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise RuleError(label, f"{_quoted(data)} is not one of {known}") from None


def many(label: str, data: Json, read: Callable[[str, Json], T]) -> list[T]:
    """A JSON array, each value read. Raises RuleError."""
    if not isinstance(data, list):
        raise RuleError(label, f"{_quoted(data)} is not a list […]")
    return [read(label, value) for value in data]


def _quoted(data: Json) -> str:
    return shown(json.dumps(data, default=repr), 60)


def _pair(label: str, data: Json) -> tuple[int, int]:
    values = many(label, data, whole)
    if len(values) != 2:
        raise RuleError(label, f"{_quoted(data)} is not a pair")
    return values[0], values[1]


def _text_to_json(match: TextMatch) -> Json:
    out: dict[str, Json] = {match.kind.value: match.value}
    return out | {"ignore_case": True} if match.ignore_case else out


def _text_from_json(label: str, data: Json) -> TextMatch:
    given = dict(mapping(label, data))
    ignore_case = flag(label, given.pop("ignore_case", False))
    if len(given) != 1:
        raise RuleError(label, f"{_quoted(data)} has not one of exact, glob, regex")
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
        tuple(many(label, given.get("networks", []), _network)),
        tuple(many(label, given.get("ranges", []), _range)),
        tuple(many(label, given.get("paths", []), text)),
    )


def _network(label: str, data: Json) -> Any:
    try:
        return ip_network(text(label, data))
    except ValueError as fault:
        raise RuleError(label, f"{_quoted(data)} is not a network: {fault}") from None


def _range(label: str, data: Json) -> AddressRange:
    head, _, tail = text(label, data).partition("-")
    first, last = _ip(label, head), _ip(label, tail)
    if first.version != last.version:
        raise RuleError(label, f"{_quoted(data)} mixes IPv4 and IPv6")
    return AddressRange(first, last)


def _ip(label: str, word: str) -> IPv4Address | IPv6Address:
    try:
        ip = ip_address(word)
    except ValueError:
        raise RuleError(label, f"{_quoted(word)} is not an address") from None
    if isinstance(ip, IPv6Address) and ip.scope_id is not None:
        raise RuleError(label, f"{_quoted(word)}: leave out the % and what follows")
    return ip


def _ports_to_json(match: PortMatch) -> Json:
    return [first if first == last else [first, last] for first, last in match.ranges]


def _ports_from_json(label: str, data: Json) -> PortMatch:
    return _shared_ports(tuple(many(label, data, _port_span)))


def _port_span(label: str, data: Json) -> tuple[int, int]:
    if isinstance(data, list):
        return _pair(label, data)
    return whole(label, data), whole(label, data)


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
    return _shared_set(tuple(many(label, data, lambda label, word: one_of(label, word, Syscall))))


@functools.lru_cache(maxsize=4096)
def _shared_set(members: tuple[Any, ...]) -> frozenset[Any]:
    return frozenset(members)


@functools.lru_cache(maxsize=16384)
def _shared_text(value: str, kind: TextKind, ignore_case: bool) -> TextMatch:
    return TextMatch(value, kind, ignore_case)


@functools.lru_cache(maxsize=4096)
def _shared_ports(ranges: tuple[tuple[int, int], ...]) -> PortMatch:
    return PortMatch(ranges)


def _as_is(value: Any) -> Json:
    return value


def _sorted(members: frozenset[Any]) -> Json:
    return sorted(members)


_TEXTS = ("exe", "command", "ancestor", "unit")
_WORDS = ("sha256", "application", "package", "interface")
_SETS = ("users", "groups", "families", "types", "protocols")

_WRITERS: dict[str, Callable[[Any], Json]] = {
    **dict.fromkeys(_TEXTS, _text_to_json),
    **dict.fromkeys((*_WORDS, "netns"), _as_is),
    **dict.fromkeys(_SETS, _sorted),
    "syscalls": lambda members: sorted(member.value for member in members),
    **dict.fromkeys(("local", "remote"), _address_to_json),
    **dict.fromkeys(("local_ports", "remote_ports"), _ports_to_json),
    "host": _host_to_json,
    "lists": _lists_to_json,
}

_READERS: dict[str, Callable[[str, Json], Any]] = {
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
