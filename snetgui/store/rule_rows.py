# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule as a row of the rules file, and back.

What a rule asks about is the JSON text of rules.conditions_json, with its version
beside it. It is escaped to ASCII, so that bytes which are not UTF-8 (lone
surrogates) survive.

A hundred thousand rules of a list differ in an address and share all else: the
values of bounded caches keep them from taking memory for it each.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from snetgui.model import Action, Birth, Conditions, Lifetime, LifetimeKind, Origin, Rule, RuleError
from snetgui.rules.conditions_json import conditions_from_json, conditions_to_json
from snetgui.rules.json_values import one_of

from .values import fits, instant_in, instant_out, text_in, text_out

VERSION: Final = 1  # of the JSON text
_ACTIONS: Final = {action.value: action for action in Action}
_ORIGINS: Final = {origin.value: origin for origin in Origin}
_MAX_ERRNO: Final = 511  # as in model.Verdict


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
        "conditions_version": VERSION,
        "conditions": json.dumps(conditions_to_json(rule.conditions), separators=(",", ":")),
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


def to_rule(row: Sequence[Any]) -> Rule:
    """The rule of a row, whose columns are those of the table in their order.

    Raises:
        ValueError, TypeError, OverflowError, RuleError: the row says nothing sensible.
    """
    # Not one by one by their names: at a hundred thousand rules that can be felt.
    rule_id, name, action, errno, enabled, priority, note, origin = row[:8]
    kind, seconds, until, remaining_s = row[8:12]
    last_used, hits, version, text = row[17:]
    return Rule(
        id=rule_id,
        name=text_out(name),
        action=_ACTIONS.get(action) or one_of("action", action, Action),
        conditions=_conditions(version, text),
        birth=_birth(*row[12:17]),
        lifetime=_lifetime(kind, seconds, until),
        errno=_number("errno", errno, 0, _MAX_ERRNO),
        enabled=bool(_number("enabled", enabled, 0, 1)),
        priority=_number("priority", priority),
        note=text_out(note),
        origin=_ORIGINS.get(origin) or one_of("origin", origin, Origin),
        remaining_s=_seconds("remaining_s", remaining_s),
        last_used=None if last_used is None else instant_out(last_used),
        hits=_number("hits", hits),
    )


def _conditions(version: object, text: object) -> Conditions:
    if version != VERSION:
        raise ValueError(f"its conditions have version {version}, this snet reads {VERSION}")
    if not isinstance(text, str):
        raise ValueError("its conditions are no text")  # noqa: TRY004 - a value from a file
    try:
        data = json.loads(text)
    except RecursionError as fault:
        raise ValueError("its conditions are not readable") from fault
    return conditions_from_json(data)


def _number(column: str, value: object, least: int | None = None, most: int | None = None) -> int:
    if type(value) is not int:
        raise ValueError(f"its {column} is no number")
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(f"its {column} is out of range")
    return value


def _seconds(column: str, value: object) -> float | None:
    if value is not None and not isinstance(value, float):
        raise ValueError(f"its {column} is no number")
    return value


def _lifetime(kind: Any, seconds: Any, until: Any) -> Lifetime:
    lifetime = _shared_lifetime(
        kind, _seconds("lifetime_s", seconds), None if until is None else instant_out(until)
    )
    if lifetime.kind is LifetimeKind.SPAN and seconds is None:
        raise ValueError("its lifetime is a span without a length")
    if lifetime.kind is LifetimeKind.UNTIL and until is None:
        raise ValueError("its lifetime has an end without a date")
    return lifetime


@lru_cache(maxsize=1024)
def _shared_lifetime(kind: str, seconds: float | None, until: datetime | None) -> Lifetime:
    return Lifetime(LifetimeKind(kind), seconds, until)


def _birth(created: Any, boot_id: Any, boottime_s: Any, pid: Any, start_ns: Any) -> Birth:
    process = None
    if pid is not None or start_ns is not None:
        process = _number("process_pid", pid), _number("process_start_ns", start_ns)
    since_boot = _seconds("boottime_s", boottime_s)
    if since_boot is None:
        raise ValueError("its boottime_s is no number")
    return Birth(instant_out(created), _shared_text(boot_id), since_boot, process)


_shared_text = lru_cache(maxsize=1024)(text_out)
