# SPDX-License-Identifier: GPL-2.0-or-later
"""The text of each field of a rule, read and written; fields.py tells what they look like."""

from __future__ import annotations

import errno as errno_module
import re
import socket
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from snetgui.model import (
    ALWAYS,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    AddressMatch,
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
from snetgui.model.said import translate
from snetgui.model.text import shown

from .hosts import host_name
from .spans import address_range, network, port_span, port_text
from .summary import PROTOCOLS

Lookup = Callable[[str], int | None]
E_ = TypeVar("E_", bound=Enum)

_UNITS = {"d": 86_400, "h": 3600, "m": 60, "s": 1}
_SPAN = re.compile(r"(?:(\d{1,6})d)? ?(?:(\d{1,6})h)? ?(?:(\d{1,6})m)? ?(?:(\d{1,9}(?:\.\d+)?)s)?")
_TEXT = re.compile(r"(exact|glob|regex)(/i)?:(.*)", re.DOTALL)


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
        problem = translate(
            "Problem",
            "{given} is not one; write always, until restart, this process, 15m,"
            " 1h30m, 2d or until 2030-01-02 03:04",
            given=shown(text, 40),
        )
        raise RuleError(label, problem)
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
    wanted = translate("Problem", "ECONNREFUSED or a number")
    return int(_digits(label, word, wanted)) if word else 0


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
        given = shown(text, 40)
        problem = translate("Problem", "{given} is neither yes nor no", given=given)
        raise RuleError(label, problem) from None


def _action(label: str, text: str) -> Action:
    return _one_of(label, text, Action)


def _priority(label: str, text: str) -> int:
    word = text.strip()
    wanted = translate("Problem", "a whole number")
    digits = _digits(label, word.removeprefix("-") or "0", wanted)
    return -int(digits) if word.startswith("-") else int(digits)


def _netns(label: str, text: str) -> int | None:
    word = text.strip()
    wanted = translate("Problem", "the inode number of a namespace")
    return int(_digits(label, word, wanted)) if word else None


def _digits(label: str, word: str, wanted: str) -> str:
    if not (word.isascii() and word.isdigit()):
        raise RuleError(
            label,
            translate("Problem", "{given} is not {wanted}", given=shown(word, 40), wanted=wanted),
        )
    if len(word) > 20:
        given = shown(word, 40)
        raise RuleError(label, translate("Problem", "{given} is too large", given=given))
    return word


def _one_of(label: str, text: str, kind: type[E_]) -> E_:
    try:
        return kind(" ".join(text.lower().split()))
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        if not text.strip():
            problem = translate("Problem", "nothing is chosen; write one of {known}", known=known)
            raise RuleError(label, problem) from None
        given = shown(text, 40)
        problem = translate("Problem", "{given} is not one of {known}", given=given, known=known)
        raise RuleError(label, problem) from None


def ids_reader(lookup: Lookup) -> Callable[[str, str], frozenset[int] | None]:
    """The reader of users or groups: numbers, and names that can be looked up."""

    def read(label: str, text: str) -> frozenset[int] | None:
        return _set(label, text, lambda word: _id(label, word, lookup))

    return read


def _id(label: str, word: str, lookup: Lookup) -> int:
    if word.isascii() and word.isdigit():
        return int(_digits(label, word, translate("Problem", "a number")))
    found = lookup(word)
    if found is None:
        name = shown(word, 40)
        raise RuleError(
            label,
            translate(
                "Problem",
                "there is no {field} {name}; write its number",
                field=translate("Field", label),
                name=name,
            ),
        )
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
        some = ", ".join(sorted(names)[:12])
        wanted = translate("Problem", "a number or one of {names}, …", names=some)
        return int(_digits(label, word, wanted))

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
        problem = translate(
            "Problem",
            "{given} does not say what it lists; write hosts:{given}",
            given=shown(word, 40),
        )
        raise RuleError(label, problem)
    return ListMatch(path, _one_of(label, kind, ListKind))


def _date(label: str, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        problem = translate(
            "Problem",
            "{given} is not a date; write until 2030-01-02 03:04",
            given=shown(text, 40),
        )
        raise RuleError(label, problem) from None


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

READERS: dict[str, Callable[[str, str], Any]] = {
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
"""Reads each field but users and groups; called with its label. Raises RuleError."""

_WRITERS: dict[type, Callable[[Any], str]] = {
    TextMatch: _text_text,
    AddressMatch: _address_text,
    PortMatch: port_text,
    HostMatch: lambda match: f"*.{match.name}" if match.subdomains else match.name,
    tuple: lambda lists: joined(f"{entry.kind}:{entry.path}" for entry in lists),
}
