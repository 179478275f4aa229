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
import re
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from snetgui.model import (
    ALWAYS,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    AddressMatch,
    Birth,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListKind,
    ListMatch,
    PortMatch,
    Rule,
    RuleError,
    Syscall,
    TextKind,
    TextMatch,
)
from snetgui.model.text import shown

from .check import faults
from .conditions import NAMES
from .hosts import host_name
from .labels import LABELS
from .spans import address_range, network, port_span, port_text
from .summary import PROTOCOLS, rule_name

Lookup = Callable[[str], int | None]
E_ = TypeVar("E_", bound=Enum)

_UNITS = {"d": 86_400, "h": 3600, "m": 60, "s": 1}
_SPAN = re.compile(r"(?:(\d{1,6})d)? ?(?:(\d{1,6})h)? ?(?:(\d{1,6})m)? ?(?:(\d{1,9}(?:\.\d+)?)s)?")
_TEXT = re.compile(r"(exact|glob|regex)(/i)?:(.*)", re.DOTALL)


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

    base: the rule that is edited: what is no field (id, origin, birth, hits)
    stays as it is there. A new rule without a name is given one.
    """
    readers = {**_READERS, "users": _ids(user_id), "groups": _ids(group_id)}
    values: dict[str, Any] = {}
    problems = [_unknown(name) for name in fields if name not in LABELS]
    for name, read in readers.items():
        try:
            values[name] = read(LABELS[name], fields.get(name, ""))
        except RuleError as fault:
            problems.append(fault)
    if problems:
        return Checked(None, tuple(problems))
    rule = _rule(values, birth, base)
    problems = list(faults(rule))
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


def lifetime_text(lifetime: Lifetime) -> str:
    """ "always", "until restart", "this process", "1h30m", "until 2030-01-02T03:04:00+00:00"."""
    match lifetime.kind:
        case LifetimeKind.PROCESS:
            return "this process"
        case LifetimeKind.RESTART:
            return "until restart"
        case LifetimeKind.SPAN:
            return _span_text(lifetime.seconds or 0.0)
        case LifetimeKind.UNTIL:
            return f"until {lifetime.until.isoformat()}" if lifetime.until else "until"
        case _:
            return lifetime.kind.value


def read_lifetime(label: str, text: str) -> Lifetime:
    """The lifetime that a text says; "" is always. Raises RuleError."""
    words = " ".join(text.lower().split())
    if words in _LIFETIMES:
        return _LIFETIMES[words]
    if words.startswith("until "):
        return Lifetime(LifetimeKind.UNTIL, until=_date(label, text.strip()[5:].strip()))
    span = _SPAN.fullmatch(words)
    if span is None or not any(span.groups()):
        raise RuleError(
            label,
            f"{shown(text, 40)} is not one; write always, until restart, this process, 15m,"
            " 1h30m, 2d or until 2030-01-02 03:04",
        )
    counts = zip(span.groups(), _UNITS.values(), strict=True)
    return Lifetime(
        LifetimeKind.SPAN, seconds=float(sum(float(count or 0) * size for count, size in counts))
    )


def read_errno(label: str, text: str) -> int:
    """ "ECONNREFUSED" or "111"; "" is 0. Raises RuleError."""
    word = text.strip()
    number = getattr(errno_module, word.upper(), None) if word.isidentifier() else None
    if isinstance(number, int):
        return number
    return int(_digits(label, word, "ECONNREFUSED or a number")) if word else 0


def _rule(values: dict[str, Any], birth: Birth, base: Rule | None) -> Rule:
    conditions = Conditions(**{name: values.pop(name) for name in NAMES})
    name = values.pop("name") or rule_name(values["action"], conditions)
    if base is not None:
        return replace(base, name=name, conditions=conditions, **values)
    return Rule(name=name, conditions=conditions, birth=birth, **values)


def _unknown(name: str) -> RuleError:
    close = difflib.get_close_matches(name, LABELS, 1)
    hint = f'; did you mean "{close[0]}"?' if close else ""
    return RuleError(shown(name, 40), f"there is no such field{hint}")


def _text(label: str, text: str) -> TextMatch | None:
    told = _TEXT.fullmatch(text)
    if told is not None:
        return TextMatch(told[3], TextKind(told[1]), ignore_case=told[2] is not None)
    return TextMatch(text.strip()) if text.strip() else None


def _text_text(match: TextMatch) -> str:
    plain = match.kind is TextKind.EXACT and not match.ignore_case
    if plain and match.value == match.value.strip() and not _TEXT.fullmatch(match.value):
        return match.value
    return f"{match.kind}{'/i' if match.ignore_case else ''}:{match.value}"


def _word(_label: str, text: str) -> str | None:
    return text.strip() or None


def _sha256(_label: str, text: str) -> str | None:
    return text.strip().lower() or None


def _name(_label: str, text: str) -> str:
    return text.strip()


def _enabled(label: str, text: str) -> bool:
    try:
        return {"": True, "yes": True, "no": False}[text.strip().lower()]
    except KeyError:
        raise RuleError(label, f"{shown(text, 40)} is neither yes nor no") from None


def _action(label: str, text: str) -> Action:
    return _one_of(label, text, Action)


def _priority(label: str, text: str) -> int:
    word = text.strip()
    digits = _digits(label, word.removeprefix("-") or "0", "a whole number")
    return -int(digits) if word.startswith("-") else int(digits)


def _netns(label: str, text: str) -> int | None:
    word = text.strip()
    return int(_digits(label, word, "the inode number of a namespace")) if word else None


def _digits(label: str, word: str, wanted: str) -> str:
    if not (word.isascii() and word.isdigit()):
        raise RuleError(label, f"{shown(word, 40)} is not {wanted}")
    if len(word) > 20:
        raise RuleError(label, f"{shown(word, 40)} is too large")
    return word


def _one_of(label: str, text: str, kind: type[E_]) -> E_:
    try:
        return kind(" ".join(text.lower().split()))
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise RuleError(label, f"{shown(text, 40) or 'nothing'} is not one of {known}") from None


def _ids(lookup: Lookup) -> Callable[[str, str], frozenset[int] | None]:
    def read(label: str, text: str) -> frozenset[int] | None:
        return _set(label, text, lambda word: _id(label, word, lookup))

    return read


def _id(label: str, word: str, lookup: Lookup) -> int:
    if word.isascii() and word.isdigit():
        return int(_digits(label, word, "a number"))
    found = lookup(word)
    if found is None:
        raise RuleError(label, f"there is no {label} {shown(word, 40)}; write its number")
    return found


def _set(label: str, text: str, read: Callable[[str], Any]) -> frozenset[Any] | None:
    words = split(text)
    return frozenset(map(read, words)) if words else None


def _syscalls(label: str, text: str) -> frozenset[Syscall] | None:
    return _set(label, text, lambda word: _one_of(label, word, Syscall))


def _numbers(names: Mapping[str, int]) -> Callable[[str, str], frozenset[int] | None]:
    def one(label: str, word: str) -> int:
        if word.lower() in names:
            return names[word.lower()]
        return int(_digits(label, word, f"a number or one of {', '.join(sorted(names)[:12])}, …"))

    return lambda label, text: _set(label, text, lambda word: one(label, word))


def _address(label: str, text: str) -> AddressMatch | None:
    words = split(text)
    if not words:
        return None
    paths = [word.removeprefix("unix:") for word in words if word.startswith("unix:")]
    others = [word for word in words if not word.startswith("unix:")]
    return AddressMatch(
        networks=tuple(network(label, word) for word in others if "-" not in word),
        ranges=tuple(address_range(label, word) for word in others if "-" in word),
        paths=tuple(paths),
    )


def _address_text(match: AddressMatch) -> str:
    words = [
        str(net.network_address) if net.prefixlen == net.max_prefixlen else str(net)
        for net in match.networks
    ]
    words += [f"{span.first}-{span.last}" for span in match.ranges]
    words += [f"unix:{path}" for path in match.paths]
    return joined(words)


def _ports(label: str, text: str) -> PortMatch | None:
    words = split(text)
    return PortMatch(tuple(port_span(label, word) for word in words)) if words else None


def _host(label: str, text: str) -> HostMatch | None:
    word = text.strip()
    if not word:
        return None
    name = word.removeprefix("*").removeprefix(".")
    return HostMatch(host_name(label, name), subdomains=name != word)


def _lists(label: str, text: str) -> tuple[ListMatch, ...] | None:
    words = split(text)
    return tuple(_list(label, word) for word in words) if words else None


def _list(label: str, word: str) -> ListMatch:
    kind, colon, path = word.partition(":")
    if not colon:
        raise RuleError(
            label, f"{shown(word, 40)} does not say what it lists; write hosts:{shown(word, 40)}"
        )
    return ListMatch(path, _one_of(label, kind, ListKind))


def _date(label: str, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise RuleError(
            label, f"{shown(text, 40)} is not a date; write until 2030-01-02 03:04"
        ) from None


def split(text: str) -> list[str]:
    """The values of a field with several; "\\," and "\\\\" are characters of a value."""
    out = [""]
    quoted = False
    for char in text:
        if not quoted and char in "\\,":
            quoted = char == "\\"
            if char == ",":
                out.append("")
            continue
        out[-1] += char if not quoted or char in "\\," else "\\" + char
        quoted = False
    if quoted:
        out[-1] += "\\"
    return [word for word in (_stripped(word) for word in out) if word]


def joined(words: Iterable[str]) -> str:
    """The text that split() takes apart into these."""
    return ", ".join(word.replace("\\", "\\\\").replace(",", "\\,") for word in words)


def _stripped(word: str) -> str:
    """A path may end in a blank, all else is better off without."""
    return word.lstrip() if word.lstrip().startswith("unix:") or ":/" in word else word.strip()


def condition_text(name: str, value: Any) -> str:
    """The text of one condition's field; "" for None."""
    if value is None:
        return ""
    if isinstance(value, frozenset):
        return joined(_member_text(name, member) for member in sorted(value))
    writer = _WRITERS.get(type(value))
    return str(value) if writer is None else writer(value)


def _member_text(name: str, member: Any) -> str:
    return _NAMES_BACK.get(name, {}).get(member, str(member))


def _span_text(seconds: float) -> str:
    if seconds != int(seconds):
        return f"{seconds!r}s"
    left, out = int(seconds), ""
    for letter, size in _UNITS.items():
        count, left = divmod(left, size)
        out += f"{count}{letter}" if count else ""
    return out or "0s"


_LIFETIMES = {
    "": ALWAYS,
    "always": ALWAYS,
    "until restart": UNTIL_RESTART,
    "restart": UNTIL_RESTART,
    "this process": THIS_PROCESS,
    "process": THIS_PROCESS,
    "once": Lifetime(LifetimeKind.ONCE),
}

_FAMILIES = {
    member.name.removeprefix("AF_").lower(): int(member) for member in socket.AddressFamily
}
_TYPES = {member.name.removeprefix("SOCK_").lower(): int(member) for member in socket.SocketKind}
_TYPES = {name: number for name, number in _TYPES.items() if number < 16}
_PROTOCOL_NUMBERS = {name: number for number, name in PROTOCOLS.items()}
_NAMES_BACK: dict[str, dict[Any, str]] = {
    "families": {number: name for name, number in _FAMILIES.items()},
    "types": {number: name for name, number in _TYPES.items()},
    "protocols": dict(PROTOCOLS),
}

_READERS: dict[str, Callable[[str, str], Any]] = {
    "name": _name,
    "enabled": _enabled,
    "action": _action,
    "errno": read_errno,
    "lifetime": read_lifetime,
    "priority": _priority,
    "note": lambda _label, text: text,
    **dict.fromkeys(("exe", "command", "ancestor", "unit"), _text),
    **dict.fromkeys(("application", "package", "interface"), _word),
    "sha256": _sha256,
    "syscalls": _syscalls,
    "families": _numbers(_FAMILIES),
    "types": _numbers(_TYPES),
    "protocols": _numbers(_PROTOCOL_NUMBERS),
    **dict.fromkeys(("local", "remote"), _address),
    **dict.fromkeys(("local_ports", "remote_ports"), _ports),
    "host": _host,
    "netns": _netns,
    "lists": _lists,
}

_WRITERS: dict[type, Callable[[Any], str]] = {
    TextMatch: _text_text,
    AddressMatch: _address_text,
    PortMatch: port_text,
    HostMatch: lambda match: f"*.{match.name}" if match.subdomains else match.name,
    tuple: lambda lists: joined(f"{entry.kind}:{entry.path}" for entry in lists),
}
