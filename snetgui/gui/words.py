# SPDX-License-Identifier: GPL-2.0-or-later
"""What the screen says of an event, in plain sentences.

Everything a program says of itself goes through `shown` here, and is put into
a sentence as a value, never as a part of its pattern.
"""

from __future__ import annotations

import html
import socket

from PyQt6.QtCore import QCoreApplication

from snetgui.model import Action, Address, Event, Facts, Lifetime, LifetimeKind, Scope, Syscall
from snetgui.model.names import family_name, protocol_name, service_name, type_name
from snetgui.model.text import shown

from .telling import date_text

translate = QCoreApplication.translate

_NAME_MOST = 48
_HOST_MOST = 64
_PATH_MOST = 90
_CHIP_MOST = 30
_CALLED = (Syscall.ACCEPT, Syscall.RECVMSG)
_INBOUND = (Syscall.LISTEN, Syscall.BIND, *_CALLED)


def program_name(event: Event) -> str:
    """A short name for the program where no desktop entry names it."""
    name = event.process.exe.rsplit("/", 1)[-1] or event.process.comm
    return shown(name, _NAME_MOST) or translate("Words", "A program")


def peer(event: Event) -> Address | None:
    """The address that the question is about."""
    if event.syscall in (Syscall.BIND, Syscall.LISTEN, Syscall.CREATE):
        return event.local
    return event.remote if event.remote is not None else event.local


def host_name(facts: Facts) -> str:
    """The name that the remote address was last looked up under, or ""."""
    return shown(facts.hosts[0], _HOST_MOST) if facts.hosts else ""


def deed(event: Event, facts: Facts) -> str:
    """What the program wants, to go behind its name: "wants to connect to …"."""
    match event.syscall:
        case Syscall.CONNECT:
            text = translate("Words", "wants to connect to {where}")
        case Syscall.SENDMSG:
            text = translate("Words", "wants to send data to {where}")
        case Syscall.RECVMSG:
            return _receive_deed(event, facts)
        case Syscall.ACCEPT:
            return _accept_deed(event, facts)
        case Syscall.LISTEN:
            return _listen_deed(event)
        case Syscall.BIND:
            text = translate("Words", "wants to use {where}")
        case Syscall.CREATE:
            return translate("Words", "wants to open a socket ({kind})").format(
                kind=socket_kind(event)
            )
    return text.format(where=_where(event, facts))


def sentence(name: str, event: Event, facts: Facts) -> str:
    """The whole question: "Thunderbird wants to connect to …"."""
    return translate("Words", "{program} {deed}").format(program=name, deed=deed(event, facts))


def port_text(event: Event, port: int) -> str:
    """ "port 993 (imaps)", without the brackets where the port has no name."""
    service = service_name(port, protocol_name(event))
    if service:
        return translate("Words", "port {port} ({service})").format(port=port, service=service)
    return translate("Words", "port {port}").format(port=port)


def socket_kind(event: Event) -> str:
    """ "TCP", "UDP", "unix stream", "netlink raw": how the program would talk."""
    if event.family in (socket.AF_INET, socket.AF_INET6):
        name = protocol_name(event)
        return name.upper() if name != "ip" else "IP"
    return f"{family_name(event.family)} {type_name(event.type)}"


def facets(event: Event, facts: Facts) -> str:
    """The line under the sentence: the address where a name was shown, the protocol."""
    address = peer(event)
    parts = []
    if address is not None and address.ip is not None and host_name(facts):
        parts.append(str(address.ip))
    parts.append(socket_kind(event))
    if facts.interface:
        text = translate("Words", "through {interface}")
        parts.append(text.format(interface=shown(facts.interface, _NAME_MOST)))
    return " · ".join(parts)


def origin(event: Event, facts: Facts) -> str:
    """Who it is: process and user."""
    user = user_text(event, facts)
    return translate("Words", "process {pid} · user {user}").format(
        pid=event.process.pid, user=user
    )


def user_text(event: Event, facts: Facts) -> str:
    """ "anna", or "uid 1000" where the number has no name."""
    return shown(facts.user, _NAME_MOST) if facts.user else f"uid {event.process.uid}"


def exe_text(event: Event) -> str:
    """The program's path."""
    return shown(event.process.exe, _PATH_MOST) or translate("Words", "(no executable file)")


def not_of_system(path: str) -> str:
    """The path of a program that no package of the system put there."""
    return translate("Words", "⚠ not part of the system: {path}").format(path=path)


def scope_row(event: Event) -> str:
    """The label in front of the scopes."""
    if event.syscall in _CALLED:
        return translate("Words", "From")
    if event.syscall in (Syscall.BIND, Syscall.LISTEN, Syscall.CREATE):
        return translate("Words", "On")
    return translate("Words", "To")


def scope_text(scope: Scope, event: Event, facts: Facts) -> str:
    """A scope as the label of a choice."""
    address = peer(event)
    port = _scope_port(event)
    host = _host(event, facts, _CHIP_MOST)
    match scope:
        case Scope.DESTINATION:
            return _destination_text(event, address)
        case Scope.HOST:
            return translate("Words", "{host}, any port").format(host=host)
        case Scope.PORT:
            if event.syscall in _INBOUND:
                return translate("Words", "port {port}, any address").format(port=port)
            return translate("Words", "port {port} anywhere").format(port=port)
        case Scope.PROGRAM:
            return translate("Words", "everything")


def lifetime_text(lifetime: Lifetime) -> str:
    """A lifetime as the label of a choice."""
    match lifetime.kind:
        case LifetimeKind.ONCE:
            return translate("Words", "once")
        case LifetimeKind.PROCESS:
            return translate("Words", "until it exits")
        case LifetimeKind.RESTART:
            return translate("Words", "until restart")
        case LifetimeKind.ALWAYS:
            return translate("Words", "always")
        case LifetimeKind.SPAN:
            return span_text(lifetime.seconds or 0)
        case LifetimeKind.UNTIL:
            when = date_text(lifetime.until) if lifetime.until is not None else "?"
            return translate("Words", "until {when}").format(when=when)


def span_text(seconds: float) -> str:
    """ "45 s", "15 minutes", "1 hour", "12 hours"."""
    if seconds < 60:
        return translate("Words", "%Ln s", "", round(seconds))
    minutes = round(seconds / 60)
    if minutes % 60:
        return translate("Words", "%Ln min", "", minutes)
    return translate("Words", "%Ln hours", "", minutes // 60)


def then_text(policy: Action) -> str:
    """What happens when nobody answers."""
    if policy is Action.DENY:
        return translate("Words", "then denied")
    return translate("Words", "then allowed")


def _where(event: Event, facts: Facts) -> str:
    """An address in a sentence: "203.0.113.7, port 993 (imaps)"."""
    address = peer(event)
    if address is None or (address.ip is None and not address.path):
        return _unknown_where(event, address)
    if address.ip is None:
        return translate("Words", "the local socket {path}").format(
            path=shown(address.path or "", _PATH_MOST)
        )
    host = _host(event, facts, _HOST_MOST)
    if not address.port:
        return host
    return translate("Words", "{host}, {port}").format(
        host=host, port=port_text(event, address.port)
    )


def _unknown_where(event: Event, address: Address | None) -> str:
    if address is not None and address.path == "":
        return translate("Words", "an unnamed local socket")
    family = family_name(address.family if address is not None else event.family)
    raw = shown(address.raw.hex(), _HOST_MOST) if address is not None else ""
    text = translate("Words", "a {family} address {raw}").format(family=family, raw=raw)
    return text.rstrip()


def _host(event: Event, facts: Facts, most: int) -> str:
    address = peer(event)
    if address is None:
        return family_name(event.family)
    if address.ip is None:
        return shown(address.path, most) if address.path else family_name(address.family)
    if event.syscall not in (Syscall.BIND, Syscall.LISTEN) and facts.hosts:
        return shown(facts.hosts[0], most)
    if address.ip.is_unspecified:
        return translate("Words", "any address of this computer")
    return str(address.ip)


def _scope_port(event: Event) -> int | None:
    """The port that a rule would be about: when being called, one's own (see rules.scope)."""
    address = event.local if event.syscall in _CALLED else peer(event)
    return None if address is None else address.port


def _destination_text(event: Event, address: Address | None) -> str:
    """The address itself, as the rule would have it: a name may stand for others tomorrow."""
    if address is None or address.ip is None:
        return _host(event, Facts(), _CHIP_MOST)
    if event.syscall in _CALLED:
        return translate("Words", "{host} on port {port}").format(
            host=address.ip, port=_scope_port(event)
        )
    host = f"[{address.ip}]" if address.ip.version == 6 else str(address.ip)
    return f"{host} : {address.port}" if address.port else host


def _listen_deed(event: Event) -> str:
    local = event.local
    if local is None or local.ip is None:
        where = _where(event, Facts())
        return translate("Words", "wants to accept connections on {where}").format(where=where)
    port = local.port or 0
    if local.ip.is_loopback:
        text = translate("Words", "wants to accept connections on {port} from this computer")
    else:
        text = translate("Words", "wants to accept connections on {port} from other computers")
    return text.format(port=port_text(event, port))


def _accept_deed(event: Event, facts: Facts) -> str:
    caller = _host(event, facts, _HOST_MOST)
    if event.local is None or not event.local.port:
        return translate("Words", "wants to take a connection from {caller}").format(caller=caller)
    return translate("Words", "wants to take a connection from {caller} on {port}").format(
        caller=caller, port=port_text(event, event.local.port)
    )


def _receive_deed(event: Event, facts: Facts) -> str:
    if event.local is None or not event.local.port:
        text = translate("Words", "wants to receive data from {where}")
        return text.format(where=_where(event, facts))
    return translate("Words", "wants to receive data from {caller} on {port}").format(
        caller=_host(event, facts, _HOST_MOST), port=port_text(event, event.local.port)
    )


def plain_tooltip(text: str) -> str:
    """A tool tip that shows this text as it is: Qt takes what looks like markup for markup."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"
