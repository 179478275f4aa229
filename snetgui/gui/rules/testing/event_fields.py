# SPDX-License-Identifier: GPL-2.0-or-later
"""An event as a person makes it up: texts in, an event and its facts out."""

from __future__ import annotations

import grp
import pwd
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address as parse_ip
from typing import Any

from snetgui.gui.words import translate
from snetgui.model import (
    NOTHING_KNOWN,
    Address,
    Event,
    Facts,
    Process,
    Syscall,
    ip_address,
    unix_address,
)
from snetgui.model.text import shown
from snetgui.rules.conditions import command_text

USUAL = (
    "exe",
    "syscall",
    "protocol",
    "remote",
    "remote_port",
    "host",
    "user",
    "local",
    "local_port",
)
MORE = (
    "group",
    "command",
    "ancestor",
    "unit",
    "sha256",
    "netns",
    "application",
    "package",
    "interface",
)
NAMES = (*USUAL, *MORE)

_KINDS = {
    "tcp": (socket.SOCK_STREAM, socket.IPPROTO_TCP),
    "udp": (socket.SOCK_DGRAM, socket.IPPROTO_UDP),
    "icmp": (socket.SOCK_DGRAM, socket.IPPROTO_ICMP),
}
PROTOCOLS = tuple(_KINDS)
_IP = (socket.AF_INET, socket.AF_INET6)
_NOBODY = 0xFFFF_FFFE  # no user has it
_PORT_MOST = 65_535
_DIGITS_MOST = 11  # an inode of a namespace has 32 bits

_FACTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "host": lambda text: {"hosts": (text.lower().rstrip("."),) if text else None},
    "command": lambda text: {"command": (text,) if text else None},
    "ancestor": lambda text: {"ancestors": (text,) if text else None},
    "unit": lambda text: {"unit": text or None},
    "sha256": lambda text: {"sha256": text.lower() or None},
    "application": lambda text: {"application": text or None},
    "package": lambda text: {"package": text or None},
    "interface": lambda text: {"interface": text or None},
}
"""Fields that tell a fact, and what of Facts becomes of their text."""

NO_EVENT = Event(
    id=0,
    syscall=Syscall.CONNECT,
    family=socket.AF_INET,
    type=socket.SOCK_STREAM,
    protocol=socket.IPPROTO_TCP,
    process=Process(
        pid=0, tid=0, ppid=0, start_time_ns=0, uid=_NOBODY, gid=_NOBODY, comm="", exe=""
    ),
    raised_ns=0,
    deadline_ns=0,
)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of the texts.

    Attributes:
        event: None if there is a problem.
        problems: name of a field to what is wrong with it.
    """

    event: Event | None
    facts: Facts
    problems: Mapping[str, str]


class _Wrong(Exception):
    """A field's text says nothing sensible."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field


def texts_of(event: Event, facts: Facts) -> dict[str, str]:
    """The texts that make this event, as far as they can tell it."""
    names = {number: name for name, (_type, number) in _KINDS.items()}
    return {
        "exe": event.process.exe,
        "syscall": event.syscall.value,
        "protocol": names.get(event.protocol, "") if event.family in _IP else "",
        "remote": _host_text(event.remote),
        "remote_port": _port_text(event.remote),
        "host": facts.hosts[0] if facts.hosts else "",
        "local": _host_text(event.local),
        "local_port": _port_text(event.local),
        "user": facts.user or _id_text(event.process.uid),
        **_more_of(event, facts),
    }


def _more_of(event: Event, facts: Facts) -> dict[str, str]:
    return {
        "group": _id_text(event.process.gid),
        "command": command_text(facts.command or ()),
        "ancestor": facts.ancestors[0] if facts.ancestors else "",
        "unit": facts.unit or "",
        "sha256": facts.sha256 or "",
        "netns": str(event.process.netns or ""),
        "application": facts.application or "",
        "package": facts.package or "",
        "interface": facts.interface or "",
    }


def plausible(event: Event) -> Event:
    """The same event; where it has no family, type or protocol, those of a usual one."""
    remote = event.remote
    family = event.family if event.family >= 0 else remote.family if remote else socket.AF_INET
    kind = event.type if event.type >= 0 else socket.SOCK_STREAM
    usual = socket.IPPROTO_TCP if family in _IP else 0
    protocol = event.protocol if event.protocol >= 0 else usual
    return replace(event, family=family or socket.AF_INET, type=kind, protocol=protocol)


def make(texts: Mapping[str, str], event: Event = NO_EVENT, facts: Facts = NOTHING_KNOWN) -> Made:
    """The event that the texts tell; what they don't tell is as in the one given.

    A text that was not changed leaves the event's own value, which may be more
    than a text can tell.
    """
    before = texts_of(event, facts)
    problems: dict[str, str] = {}
    for name in NAMES:
        if texts[name] == before[name]:
            continue
        try:
            event, facts = _changed(event, facts, name, texts)
        except _Wrong as wrong:
            problems[wrong.field] = str(wrong)
    return Made(None if problems else event, facts, problems)


def _changed(
    event: Event, facts: Facts, name: str, texts: Mapping[str, str]
) -> tuple[Event, Facts]:
    text = texts[name].strip()
    if name in _FACTS:
        return event, replace(facts, **_FACTS[name](text))
    match name:
        case "exe":
            return replace(event, process=replace(event.process, exe=text, exe_id=None)), facts
        case "syscall":
            return replace(event, syscall=Syscall(text)), facts
        case "protocol":
            kind, number = _KINDS.get(text, (event.type, event.protocol))
            return replace(event, type=kind, protocol=number), facts
        case "user" | "group" | "netns":
            user = None if text.isdigit() or not text else text
            known = replace(facts, user=user) if name == "user" else facts
            return replace(event, process=replace(event.process, **_number(name, text))), known
        case _:
            return _addressed(event, name, texts), facts


def _number(name: str, text: str) -> dict[str, Any]:
    if name == "user":
        return {"uid": _id(name, text, lambda name: pwd.getpwnam(name).pw_uid)}
    if name == "group":
        return {"gid": _id(name, text, lambda name: grp.getgrnam(name).gr_gid)}
    if text and not (text.isascii() and text.isdigit() and len(text) < _DIGITS_MOST):
        message = translate("TestRule", "{text} is no namespace; write the number of its inode")
        raise _Wrong(name, message.format(text=shown(text, 20)))
    return {"netns": int(text or 0)}


def _addressed(event: Event, name: str, texts: Mapping[str, str]) -> Event:
    side = name.removesuffix("_port")
    port = _port(f"{side}_port", texts[f"{side}_port"].strip())
    address = _address(side, texts[side].strip(), port)
    if address is None and port:
        address = Address(event.family, b"", port=port)
    if side == "local":
        return replace(event, local=address)
    family = address.family if address is not None else event.family
    return replace(event, remote=address, family=family)


def _address(field: str, text: str, port: int) -> Address | None:
    if not text:
        return None
    if text.startswith("unix:"):
        return unix_address(text.removeprefix("unix:"))
    try:
        return ip_address(parse_ip(text), port)
    except ValueError:
        message = translate(
            "TestRule", "{text} is no address; write 192.0.2.1, 2001:db8::1 or unix:/x"
        )
        raise _Wrong(field, message.format(text=shown(text, 40))) from None


def _port(field: str, text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _PORT_MOST:
        message = translate("TestRule", "{text} is no port; write a number up to 65535")
        raise _Wrong(field, message.format(text=shown(text, 20)))
    return int(text)


def _id(field: str, text: str, lookup: Callable[[str], int]) -> int:
    if not text:
        return _NOBODY
    if text.isascii() and text.isdigit() and int(text[:11]) < _NOBODY:
        return int(text)
    try:
        return lookup(text)
    except (KeyError, ValueError):
        if field == "group":
            message = translate("TestRule", "no group is called {text}; write a name or a number")
        else:
            message = translate("TestRule", "no user is called {text}; write a name or a number")
        raise _Wrong(field, message.format(text=shown(text, 40))) from None


def _host_text(address: Address | None) -> str:
    if address is None:
        return ""
    if address.path is not None:
        return f"unix:{address.path}"
    return str(address.ip) if address.ip is not None else ""


def _port_text(address: Address | None) -> str:
    return str(address.port) if address is not None and address.port else ""


def _id_text(number: int) -> str:
    return str(number) if 0 <= number < _NOBODY else ""
