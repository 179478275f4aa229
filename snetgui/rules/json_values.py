# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of JSON, each read as what it must be; strict, for a file can say anything.

Also what a rule says besides its conditions: its lifetime and its birth.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from snetgui.model import Birth, Lifetime, LifetimeKind, RuleError
from snetgui.model.text import shown

Json = Any
E_ = TypeVar("E_", bound=Enum)
T = TypeVar("T")


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
        raise RuleError(label, f"{quoted(data)} is not an object {{…}}")
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
        raise RuleError(label, f"{quoted(data)} is not a text")
    return data


def flag(label: str, data: Json) -> bool:
    """A JSON true or false. Raises RuleError."""
    if not isinstance(data, bool):
        raise RuleError(label, f"{quoted(data)} is neither true nor false")
    return data


def whole(label: str, data: Json) -> int:
    """A whole number. Raises RuleError."""
    if type(data) is not int:  # not isinstance: True is no number here
        raise RuleError(label, f"{quoted(data)} is not a whole number")
    return data


def number(label: str, data: Json) -> float:
    """A number. Raises RuleError."""
    if not isinstance(data, int | float) or isinstance(data, bool) or abs(data) > 1e15:
        raise RuleError(label, f"{quoted(data)} is not a number of seconds")
    return float(data)


def moment(label: str, data: Json) -> datetime:
    """An ISO 8601 date and time with its time zone. Raises RuleError."""
    try:
        when = datetime.fromisoformat(text(label, data))
    except ValueError:
        raise RuleError(label, f"{quoted(data)} is not a date as in ISO 8601") from None
    if when.utcoffset() is None:
        raise RuleError(label, f"{quoted(data)} has no time zone; add +00:00")
    return when


def one_of(label: str, data: Json, kind: type[E_]) -> E_:
    """One of an enum's words. Raises RuleError."""
    found: E_ | None = _members(kind).get(data) if isinstance(data, str) else None
    if found is None:
        known = ", ".join(str(member.value) for member in kind)
        raise RuleError(label, f"{quoted(data)} is not one of {known}")
    return found


def many(label: str, data: Json, read: Callable[[str, Json], T]) -> list[T]:
    """A JSON array, each value read. Raises RuleError."""
    if not isinstance(data, list):
        raise RuleError(label, f"{quoted(data)} is not a list […]")
    return [read(label, value) for value in data]


def quoted(data: Json) -> str:
    """A value as it stood there, short and safe to show."""
    return shown(json.dumps(data, default=repr), 60)


@functools.cache
def _members(kind: type[E_]) -> Mapping[str, E_]:
    return {member.value: member for member in kind}


def _pair(label: str, data: Json) -> tuple[int, int]:
    values = many(label, data, whole)
    if len(values) != 2:
        raise RuleError(label, f"{quoted(data)} is not a pair")
    return values[0], values[1]
