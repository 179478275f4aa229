# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules as a file: snet's own JSON, whose schema is resources/rules.schema.json.

Exact both ways: what export() writes, load() reads back as the same rules. A
rule that is broken is named and set apart; the others load.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from snetgui.model import Action, Origin, Rule, RuleError
from snetgui.model.text import shown

from .check import check_rule
from .collector import paused
from .conditions_json import conditions_from_json, conditions_to_json
from .json_values import (
    Json,
    birth_from_json,
    birth_to_json,
    flag,
    lifetime_from_json,
    lifetime_to_json,
    mapping,
    moment,
    number,
    one_of,
    only,
    text,
    whole,
)

FORMAT = "snet rules"
VERSION = 1
_FIELDS = (
    "id",
    "name",
    "enabled",
    "action",
    "errno",
    "conditions",
    "lifetime",
    "priority",
    "note",
    "origin",
    "birth",
    "remaining_s",
    "last_used",
    "hits",
)
_NEEDED = ("name", "action", "conditions", "birth")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A rule of a file that was not taken, or not as it stood there.

    Attributes:
        position: of the rule in its file, from 1.
        name: as the file has it, "" where it has none. Untrusted text.
        reason: what is wrong with it and the fix, safe to show.
    """

    position: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: oldest first, so that the order of ages is kept."""

    rules: tuple[Rule, ...]
    rejected: tuple[Rejected, ...]


def export(rules: Iterable[Rule]) -> str:
    """The file that holds these rules, oldest first. Plain ASCII."""
    rows = [rule_to_json(rule) for rule in sorted(rules, key=lambda rule: rule.id)]
    data = {"format": FORMAT, "version": VERSION, "rules": rows}
    return json.dumps(data, indent=1, allow_nan=False) + "\n"


def load(document: str | bytes) -> Loaded:
    """Read a file of rules.

    Raises:
        RuleError: it is not such a file at all, or of a newer snet.
    """
    rows = _rows(document)
    rules: list[Rule] = []
    rejected: list[Rejected] = []
    seen: set[int] = set()
    with paused():
        for position, row in enumerate(rows, 1):
            try:
                rule = rule_from_json(row)
                _once(rule, seen)
            except RuleError as fault:
                name = row.get("name") if isinstance(row, dict) else None
                rejected.append(
                    Rejected(position, name if isinstance(name, str) else "", str(fault))
                )
            else:
                rules.append(rule)
    return Loaded(tuple(rules), tuple(rejected))


def rule_to_json(rule: Rule) -> dict[str, Json]:
    """One rule; what is as usual is left out."""
    out: dict[str, Json] = {
        "id": rule.id,
        "name": rule.name,
        "enabled": rule.enabled,
        "action": rule.action.value,
        "conditions": conditions_to_json(rule.conditions),
        "lifetime": lifetime_to_json(rule.lifetime),
        "priority": rule.priority,
        "note": rule.note,
        "origin": rule.origin.value,
        "birth": birth_to_json(rule.birth),
        "hits": rule.hits,
    }
    if rule.errno:
        out["errno"] = rule.errno
    if rule.remaining_s is not None:
        out["remaining_s"] = rule.remaining_s
    if rule.last_used is not None:
        out["last_used"] = rule.last_used.isoformat()
    return out


def rule_from_json(data: Json) -> Rule:
    """One rule, checked. Raises RuleError, which names the field and the fix."""
    given = mapping("rule", data)
    only("rule", given, _FIELDS)
    for name in _NEEDED:
        if name not in given:
            raise RuleError(name, "it is missing")
    more: dict[str, Any] = {
        name: read(name, given[name]) for name, read in _OPTIONAL.items() if name in given
    }
    if "lifetime" in given:
        more["lifetime"] = lifetime_from_json(given["lifetime"])
    rule = Rule(
        name=text("name", given["name"]),
        action=one_of("action", given["action"], Action),
        conditions=conditions_from_json(given["conditions"]),
        birth=birth_from_json(given["birth"]),
        **more,
    )
    check_rule(rule)
    return rule


def _rows(document: str | bytes) -> list[Json]:
    try:
        data = json.loads(document)
    except (ValueError, RecursionError) as fault:
        raise RuleError("file", f"this is not JSON: {shown(str(fault), 80)}") from None
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise RuleError("file", f'this is no file of snet\'s rules: "format" is not "{FORMAT}"')
    version = data.get("version")
    if not isinstance(version, int) or version > VERSION or version < 1:
        raise RuleError(
            "file", f"its version is {shown(str(version), 20)}; this snet reads {VERSION}"
        )
    rows = data.get("rules")
    if not isinstance(rows, list):
        raise RuleError("file", 'it has no list "rules"')
    return rows


def _once(rule: Rule, seen: set[int]) -> None:
    if rule.id < 0 or rule.id >= 1 << 63:
        raise RuleError("id", f"{rule.id} is no rule's number")
    if rule.id and rule.id in seen:
        raise RuleError("id", f"another rule of this file has the number {rule.id}")
    seen.add(rule.id)


def _hits(label: str, data: Json) -> int:
    count = whole(label, data)
    if not 0 <= count < 1 << 63:
        raise RuleError(label, f"{count} can't be a count")
    return count


_OPTIONAL = {
    "id": whole,
    "enabled": flag,
    "errno": whole,
    "priority": whole,
    "note": text,
    "origin": lambda label, data: one_of(label, data, Origin),
    "remaining_s": lambda label, data: None if data is None else number(label, data),
    "last_used": lambda label, data: None if data is None else moment(label, data),
    "hits": _hits,
}
