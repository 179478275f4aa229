# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule as a row of the rules file, and back.

A hundred thousand rules of a list differ in an address and share all else: the
values of bounded caches keep them from taking memory for it each.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from snetgui.model import Action, Birth, Lifetime, LifetimeKind, Origin, Rule, RuleError

from . import conditions
from .values import fits, instant_in, instant_out, text_in, text_out

_MAX_ERRNO = 511  # as in model.Verdict


def to_row(rule: Rule) -> dict[str, Any]:
    """The columns of a rule, its id left out.

    Raises:
        RuleError: a number that SQLite can't hold.
    """
    row = _own_columns(rule) | _lifetime_columns(rule) | _birth_columns(rule)
    for field, value in row.items():
        if type(value) is int and not fits(value):
            raise RuleError(field, f"{value} is out of range")
    return row


def _own_columns(rule: Rule) -> dict[str, Any]:
    return {
        "name": text_in(rule.name),
        "action": str(rule.action),
        "errno": rule.errno,
        "enabled": int(rule.enabled),
        "priority": rule.priority,
        "note": text_in(rule.note),
        "origin": str(rule.origin),
        "last_used": rule.last_used and instant_in(rule.last_used),
        "hits": rule.hits,
        "conditions_version": conditions.VERSION,
        "conditions": conditions.encode(rule.conditions),
    }


def _lifetime_columns(rule: Rule) -> dict[str, Any]:
    lifetime = rule.lifetime
    return {
        "lifetime": str(lifetime.kind),
        "lifetime_s": lifetime.seconds,
        "lifetime_until": lifetime.until and instant_in(lifetime.until),
        "remaining_s": rule.remaining_s,
    }


def _birth_columns(rule: Rule) -> dict[str, Any]:
    pid, start_ns = rule.birth.process or (None, None)
    return {
        "created": instant_in(rule.birth.created),
        "boot_id": text_in(rule.birth.boot_id),
        "boottime_s": rule.birth.boottime_s,
        "process_pid": pid,
        "process_start_ns": start_ns,
    }


def to_rule(row: Row[Any]) -> Rule:
    """The rule of a row.

    Raises:
        ValueError, TypeError, OverflowError: the row says nothing sensible.
    """
    return Rule(
        id=row.id,
        name=text_out(row.name),
        action=Action(row.action),
        conditions=conditions.decode(row.conditions_version, row.conditions),
        birth=_birth(row),
        lifetime=_lifetime(row),
        errno=_number("errno", row.errno, 0, _MAX_ERRNO),
        enabled=bool(_number("enabled", row.enabled, 0, 1)),
        priority=_number("priority", row.priority),
        note=text_out(row.note),
        origin=Origin(row.origin),
        remaining_s=_seconds("remaining_s", row.remaining_s),
        last_used=None if row.last_used is None else instant_out(row.last_used),
        hits=_number("hits", row.hits),
    )


def _number(column: str, value: object, least: int | None = None, most: int | None = None) -> int:
    if not isinstance(value, int):
        raise ValueError(f"its {column} is no number")  # noqa: TRY004 - a value from a file
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(f"its {column} is out of range")
    return value


def _seconds(column: str, value: object) -> float | None:
    if value is not None and not isinstance(value, float):
        raise ValueError(f"its {column} is no number")
    return value


def _lifetime(row: Row[Any]) -> Lifetime:
    until = None if row.lifetime_until is None else instant_out(row.lifetime_until)
    seconds = _seconds("lifetime_s", row.lifetime_s)
    lifetime = _shared_lifetime(row.lifetime, seconds, until)
    if lifetime.kind is LifetimeKind.SPAN and seconds is None:
        raise ValueError("its lifetime is a span without a length")
    if lifetime.kind is LifetimeKind.UNTIL and until is None:
        raise ValueError("its lifetime has an end without a date")
    return lifetime


@lru_cache(maxsize=1024)
def _shared_lifetime(kind: str, seconds: float | None, until: datetime | None) -> Lifetime:
    return Lifetime(LifetimeKind(kind), seconds, until)


def _birth(row: Row[Any]) -> Birth:
    process = None
    if row.process_pid is not None or row.process_start_ns is not None:
        pid = _number("process_pid", row.process_pid)
        process = (pid, _number("process_start_ns", row.process_start_ns))
    boottime_s = _seconds("boottime_s", row.boottime_s)
    if boottime_s is None:
        raise ValueError("its boottime_s is no number")
    return Birth(instant_out(row.created), _shared_text(row.boot_id), boottime_s, process)


_shared_text = lru_cache(maxsize=1024)(text_out)
