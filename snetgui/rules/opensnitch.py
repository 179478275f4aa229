# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSnitch's rule files, taken over with their meaning and their order.

OpenSnitch goes through its rules by name: the first that matches and denies,
rejects or has precedence wins, else the last allow that matches. Here that
becomes a priority for each rule: first the deciding ones, first name first,
then the other allows, last name first; all below 0, so that what a person
answers here comes before what was brought along.

OpenSnitch decides about outgoing IPv4 and IPv6 only: that is what its rules
are about here too. What can't be said here is never said more widely: the rule
stays out and is named. If it denied, the allows that it may have kept from
winning are switched off and named as well.
"""

from __future__ import annotations

import errno as errno_module
import json
import re
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Origin,
    Rule,
    RuleError,
    Syscall,
)
from snetgui.model.text import shown

from .check import MAX_NAME, MAX_NOTE, check_rule
from .covers import disjoint
from .exchange import Loaded, Rejected
from .opensnitch_operators import CannotSay, Environment, conditions_of
from .untold import untold_words

OUTGOING = Conditions(
    syscalls=frozenset({Syscall.CONNECT, Syscall.SENDMSG}),
    families=frozenset({int(socket.AF_INET), int(socket.AF_INET6)}),
)
"""What every rule of OpenSnitch is about, whatever else it says."""

_FIELDS = {
    *("created", "updated", "name", "description", "action", "duration", "enabled"),
    *("precedence", "nolog", "operator"),
}
_KINDS = {
    **dict.fromkeys(("created", "updated", "name", "description", "action", "duration"), "text"),
    **dict.fromkeys(("enabled", "precedence", "nolog"), "yes or no"),
}
_DURATION = re.compile(r"(?:(\d+(?:\.\d+)?)(h|ms|m|s))")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


@dataclass(frozen=True, slots=True)
class _Foreign:
    """One file, as far as it could be read.

    Attributes:
        read: it is a rule to OpenSnitch too.
        decides: wins at once where it matches.
        rules: what it becomes: several where it says "or".
        at_most: where it can't be carried over: what it matches is within this.
    """

    file: str
    position: int
    name: str
    denies: bool
    decides: bool
    rules: tuple[Rule, ...] = ()
    reason: str = ""
    at_most: Conditions | None = None
    read: bool = True
    remarks: tuple[str, ...] = field(default=())


def load_opensnitch(
    files: Mapping[str, str | bytes], birth: Birth, environment: Environment | None = None
) -> Loaded:
    """Take over OpenSnitch's rules.

    Args:
        files: file name to content, one rule each.
        birth: of now: OpenSnitch keeps no boot, and spans begin with the import.
        environment: what else is known of the machine that they come from.

    Returns:
        the rules, not stored yet (id 0), those first that win; and what was
        not taken, was switched off, or differs in a detail, rule by rule.
    """
    known = environment or Environment()
    read = [
        _read(file, position, content, birth, known)
        for position, (file, content) in enumerate(sorted(files.items()), 1)
    ]
    ordered = _in_order(_last_of_each_name(read))
    rejected = [Rejected(one.position, one.name, one.reason) for one in ordered if one.reason]
    rejected += [
        Rejected(one.position, one.name, remark) for one in ordered for remark in one.remarks
    ]
    rules, switched_off = _placed(ordered)
    return Loaded(tuple(rules), (*rejected, *switched_off))


def _last_of_each_name(read: list[_Foreign]) -> list[_Foreign]:
    """OpenSnitch keeps its rules by name, so that a later file takes an earlier one's place."""
    last = {one.name: one.file for one in read if one.read}
    return [
        one
        if not one.read or last[one.name] == one.file
        else replace(
            one,
            rules=(),
            remarks=(),
            at_most=None,
            reason=f"OpenSnitch itself leaves it out: {shown(last[one.name], 50)} has its name too",
        )
        for one in read
    ]


def _in_order(read: list[_Foreign]) -> list[_Foreign]:
    """Those first that win: the deciding ones by name, then the allows, last name first."""
    by_name = sorted(read, key=lambda one: (one.name, one.file))
    deciding = [one for one in by_name if one.decides]
    return deciding + [one for one in reversed(by_name) if not one.decides]


def _placed(ordered: list[_Foreign]) -> tuple[list[Rule], list[Rejected]]:
    rules: list[Rule] = []
    switched_off: list[Rejected] = []
    holes: list[tuple[str, Conditions]] = []
    for one in ordered:
        if one.denies and one.at_most is not None:
            holes.append((one.name, one.at_most))
        for rule in one.rules:
            placed = replace(rule, priority=-1 - len(rules))
            hole = _hole_under(placed, holes)
            if hole is not None:
                placed = replace(placed, enabled=False)
                switched_off.append(Rejected(one.position, one.name, _off_text(hole)))
            rules.append(placed)
    return rules, switched_off


def _hole_under(rule: Rule, holes: list[tuple[str, Conditions]]) -> str | None:
    """The deny that is missing and may have kept this allow from winning."""
    if rule.action is Action.DENY or not rule.enabled:
        return None
    missing = (name for name, within in holes if not disjoint(rule.conditions, within))
    return next(missing, None)


def _off_text(hole: str) -> str:
    return (
        f"taken, but switched off: “{shown(hole, 60)}” denied before it and could not be"
        " taken; look at both, then switch it on"
    )


def _read(
    file: str, position: int, content: str | bytes, birth: Birth, known: Environment
) -> _Foreign:
    data: Any = None
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as fault:
        return _unread(file, position, f"this is not JSON: {shown(str(fault), 80)}")
    if not isinstance(data, dict):
        return _unread(file, position, "this is no rule: it is no object {…}")
    odd = next((name for name, kind in _KINDS.items() if not _is(kind, data.get(name))), None)
    if odd is not None:
        return _unread(file, position, f"OpenSnitch can't read it: its {odd} is no {_KINDS[odd]}")
    name, action = data.get("name"), data.get("action")
    one = _Foreign(
        file,
        position,
        str(name or file),
        denies=action != "allow",
        decides=action != "allow" or data.get("precedence") is True,
    )
    return _carried(one, data, birth, known)


def _is(kind: str, value: Any) -> bool:
    return value is None or isinstance(value, str if kind == "text" else bool)


def _unread(file: str, position: int, reason: str) -> _Foreign:
    """A file that OpenSnitch itself could not read: there it had no effect either."""
    return _Foreign(file, position, file, denies=False, decides=False, reason=reason, read=False)


def _carried(one: _Foreign, data: dict[str, Any], birth: Birth, known: Environment) -> _Foreign:
    within = OUTGOING
    try:
        told = conditions_of(data.get("operator"), OUTGOING, known)
        within = told.at_most
        told.must_be_complete()
        rules = tuple(
            _rule(_part_name(one.name, part, len(told.any_of)), data, conditions, birth)
            for part, conditions in enumerate(told.any_of, 1)
        )
    except (CannotSay, RuleError) as fault:
        return replace(
            one, reason=str(fault), at_most=None if data.get("enabled") is False else within
        )
    return replace(one, rules=rules, remarks=(*told.remarks, *_remarks(data, rules)))


def _remarks(data: dict[str, Any], rules: tuple[Rule, ...]) -> Iterator[str]:
    if data.get("nolog") is True:
        yield "taken; that its decisions are not logged can't be said here: they are"
    whys = {str(untold_words(rule.conditions)) for rule in rules}
    yield from (f"taken. {why}" for why in sorted(whys) if why)


def _part_name(name: str, part: int, parts: int) -> str:
    return name[:MAX_NAME] if parts == 1 else f"{name[: MAX_NAME - 20]} ({part} of {parts})"


def _rule(name: str, data: dict[str, Any], conditions: Conditions, birth: Birth) -> Rule:
    unknown = sorted(set(data) - _FIELDS)
    if unknown:
        raise CannotSay(f'it has a field "{shown(unknown[0], 40)}" whose meaning is not known')
    if not isinstance(data.get("enabled"), bool):
        raise CannotSay("it does not say whether it is enabled")
    action, errno = _ACTIONS.get(str(data.get("action")), (None, 0))
    if action is None:
        raise CannotSay(f'its action "{shown(str(data.get("action")), 40)}" is not known')
    rule = Rule(
        name=name,
        action=action,
        errno=errno,
        conditions=conditions,
        birth=birth,
        lifetime=_lifetime(data.get("duration")),
        enabled=data["enabled"],
        note=str(data.get("description") or "")[:MAX_NOTE],
        origin=Origin.IMPORTED,
    )
    check_rule(rule)
    return rule


def _lifetime(duration: Any) -> Lifetime:
    if duration == "always":
        return ALWAYS
    if duration == "until restart":
        return UNTIL_RESTART
    if duration == "once":
        raise CannotSay("it was for once, and that one time is over")
    seconds = _go_duration(duration) if isinstance(duration, str) else None
    if not seconds:
        raise CannotSay(
            f'its duration "{shown(str(duration), 40)}" is none; OpenSnitch complains and keeps'
            " it active for good, which nobody can have meant"
        )
    return Lifetime(LifetimeKind.SPAN, seconds=seconds)


def _go_duration(text: str) -> float | None:
    """Seconds of a duration as Go writes it (time.ParseDuration), None if it is none."""
    parts = _DURATION.findall(text)
    if "".join(count + unit for count, unit in parts) != text:
        return None
    return float(sum(float(count) * _SECONDS[unit] for count, unit in parts))


_ACTIONS: Mapping[str, tuple[Action, int]] = {
    "allow": (Action.ALLOW, 0),
    "deny": (Action.DENY, errno_module.EPERM),
    "reject": (Action.DENY, errno_module.ECONNREFUSED),
}
