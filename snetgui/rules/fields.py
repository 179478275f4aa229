# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule as a person types it, field by field: forms and the command line.

One text a field; the keys are the names of the fields of Rule and Conditions.
An empty text asks nothing.

=================  ===========================================================
program, command   /usr/bin/curl (exact), glob:/opt/**, regex:^/opt/; before
line, started by,  the colon /i leaves case out of account: regex/i:^/OPT/
unit
addresses          192.0.2.1, 10.0.0.0/8, 192.0.2.1-192.0.2.9, unix:/run/x,
                   unix:@abstract
ports              443, 8000-8100
host               example.com, *.example.com (the name and all below it)
user, group        numbers, or names that can be looked up
family, type,      names (inet, stream, tcp, connect) or numbers
protocol, syscall
list               hosts:/etc/blocked, addresses:…, host regexes:…, sha256:…
lifetime           always, until restart, this process, 15m, 1h30m, 2d,
                   until 2030-01-02 03:04
error              ECONNREFUSED, or its number
enabled            yes, no
=================  ===========================================================

Of several values one follows the other after a comma; a comma that belongs to
a value is written \\, and a backslash \\\\.
"""

from __future__ import annotations

import difflib
import errno as errno_module
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from snetgui.model import Birth, Conditions, LifetimeKind, Rule, RuleError, TextKind
from snetgui.model.said import translate
from snetgui.model.text import shown

from .check import condition_faults, faults
from .conditions import NAMES
from .field_values import READERS, Lookup, condition_text, ids_reader, lifetime_text
from .labels import LABELS
from .summary import rule_name


def nobody(_name: str) -> int | None:
    """The lookup that knows no names."""
    return None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the fields.

    Attributes:
        rule: None if there is a problem.
        problems: one for each field that is wrong, with its label and the fix.
    """

    rule: Rule | None
    problems: tuple[RuleError, ...]


def read_fields(
    fields: Mapping[str, str],
    birth: Birth,
    *,
    base: Rule | None = None,
    user_id: Lookup = nobody,
    group_id: Lookup = nobody,
) -> Checked:
    """Make a rule of texts; every field is looked at, so that all problems show.

    birth: of now; a date before it is no end.
    base: the rule that is edited: what is no field (id, origin, birth, hits)
    stays as it is there. A new rule without a name is given one.
    """
    readers = {**READERS, "users": ids_reader(user_id), "groups": ids_reader(group_id)}
    values: dict[str, Any] = {}
    problems = [_unknown(name) for name in fields if name not in LABELS]
    for name, read in readers.items():
        try:
            values[name] = read(LABELS[name], fields.get(name, ""))
        except RuleError as fault:
            problems.append(fault)
    if problems:
        asks = {name: value for name, value in values.items() if name in NAMES}
        return Checked(None, (*problems, *condition_faults(Conditions(**asks))))
    rule = _rule(values, birth, base)
    problems = [*faults(rule), *meant_otherwise(rule, birth, base)]
    return Checked(None if problems else rule, tuple(problems))


def rule_from_fields(fields: Mapping[str, str], birth: Birth, **more: Any) -> Rule:
    """As read_fields(). Raises RuleError with the first problem."""
    checked = read_fields(fields, birth, **more)
    if checked.rule is None:
        raise checked.problems[0]
    return checked.rule


def write_fields(rule: Rule) -> dict[str, str]:
    """The texts that read_fields() makes this rule of; every field is there."""
    fields = {name: condition_text(name, getattr(rule.conditions, name)) for name in NAMES}
    return {
        "name": rule.name,
        "enabled": "yes" if rule.enabled else "no",
        "action": rule.action.value,
        "errno": errno_module.errorcode.get(rule.errno, str(rule.errno)) if rule.errno else "",
        "lifetime": lifetime_text(rule.lifetime),
        "priority": str(rule.priority),
        "note": rule.note,
        **fields,
    }


def _rule(values: dict[str, Any], birth: Birth, base: Rule | None) -> Rule:
    conditions = Conditions(**{name: values.pop(name) for name in NAMES})
    name = values.pop("name") or rule_name(values["action"], conditions)
    if base is not None:
        return replace(base, name=name, conditions=conditions, **values)
    return Rule(name=name, conditions=conditions, birth=birth, **values)


def meant_otherwise(rule: Rule, birth: Birth, base: Rule | None) -> Iterator[RuleError]:
    """What makes a rule that can never win, and no person can mean by typing it.

    A rule that is made of an event may have it, and keeps it while it is edited (base).
    birth: of now.
    """
    for name in ("exe", "ancestor"):
        match = getattr(rule.conditions, name)
        if match is None or match.kind is not TextKind.EXACT or match.value.startswith("/"):
            continue
        if match.value and (base is None or getattr(base.conditions, name) != match):
            given = shown(match.value, 60)
            problem = translate("Problem", "{given} is no whole path; begin it with /", given=given)
            yield RuleError(LABELS[name], problem)
    lifetime = rule.lifetime
    if lifetime.kind is not LifetimeKind.UNTIL or lifetime.until is None:
        return
    if lifetime.until <= birth.created and (base is None or base.lifetime != lifetime):
        given = f"{lifetime.until.astimezone():%Y-%m-%d %H:%M}"
        problem = translate("Problem", "{given} is over already; write a later date", given=given)
        yield RuleError(LABELS["lifetime"], problem)


def _unknown(name: str) -> RuleError:
    close = difflib.get_close_matches(name, LABELS, 1)
    hint = f'; did you mean "{close[0]}"?' if close else ""
    return RuleError(shown(name, 40), f"there is no such field{hint}")
