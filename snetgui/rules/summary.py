# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule in plain language. Whatever a program may have chosen is made safe to look at."""

from __future__ import annotations

import errno as errno_module
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath

from snetgui.model import (
    Action,
    AddressMatch,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListKind,
    PortMatch,
    Rule,
    Syscall,
    TextKind,
    TextMatch,
)
from snetgui.model.names import family_name, service_name, type_name
from snetgui.model.text import shown

PROTOCOLS = {
    1: "icmp",
    6: "tcp",
    17: "udp",
    58: "icmpv6",
    132: "sctp",
    136: "udplite",
    262: "mptcp",
}
_MOST_NAMED = 4  # more of a kind are counted, not listed

_VERBS = {
    Syscall.CREATE: "make sockets",
    Syscall.BIND: "bind",
    Syscall.CONNECT: "connect",
    Syscall.LISTEN: "listen",
    Syscall.ACCEPT: "be called",
    Syscall.SENDMSG: "send",
    Syscall.RECVMSG: "receive",
}
_CLASSES = (
    ({Syscall.CONNECT, Syscall.SENDMSG}, "connect"),
    ({Syscall.BIND, Syscall.LISTEN}, "listen"),
    ({Syscall.ACCEPT, Syscall.RECVMSG}, "be called"),
)
_LIST_WORDS = {
    ListKind.ADDRESSES: "an address of",
    ListKind.HOSTS: "a host of",
    ListKind.HOST_REGEXES: "a host that matches",
    ListKind.SHA256: "a program of",
}


def sentence(rule: Rule, program: str = "") -> str:
    """One sentence that says what the rule does, safe to show.

    "curl may not connect to 127.0.0.1 on tcp 80 (http), until restart."

    program: a nicer name for the program than its file's, as a desktop entry
    has it; used where the rule is about one program exactly.
    """
    conditions = rule.conditions
    may = "may" if rule.action is Action.ALLOW else "may not"
    words = [_subject(conditions, program), may, _deed(conditions)]
    tail = [*_circumstances(conditions), _lifetime_words(rule.lifetime), _errno_words(rule)]
    return ", ".join([" ".join(words), *filter(None, tail)]) + "."


def rule_name(action: Action, conditions: Conditions, program: str = "") -> str:
    """A short name: "Allow curl to 127.0.0.1 on tcp 80 (http)"."""
    verb = "Allow" if action is Action.ALLOW else "Deny"
    where = _where(conditions)
    return shown(" ".join(filter(None, [verb, _subject(conditions, program), where])), 120)


def program_name(path: str) -> str:
    """The last part of an executable's path, safe to show."""
    return shown(PurePosixPath(path).name or path, 60)


def address_words(match: AddressMatch) -> str:
    """ "192.0.2.7", "192.0.2.0/24 or ::1", "any of 12 addresses"."""
    words = [
        str(net.network_address) if net.prefixlen == net.max_prefixlen else str(net)
        for net in match.networks
    ]
    words += [f"{span.first} to {span.last}" for span in match.ranges]
    words += [shown(path, 60) or "an unnamed socket" for path in match.paths]
    return _listed(words, "addresses")


def port_words(match: PortMatch, protocol: str = "") -> str:
    """ "80 (http)", "1000 to 2000", "80 (http) or 443 (https)"."""
    return _listed([_span_words(span, protocol) for span in match.ranges], "ports")


def lifetime_words(lifetime: Lifetime) -> str:
    """ "always", "until restart", "for 15 minutes", "until 2030-01-02 03:04"."""
    return _lifetime_words(lifetime) or "always"


def protocol_word(protocol: int) -> str:
    """ "tcp"; "protocol 200" where it has no common name."""
    return PROTOCOLS.get(protocol, f"protocol {protocol}")


def _subject(conditions: Conditions, program: str) -> str:
    exe = conditions.exe
    if exe is None:
        return (
            f"application {shown(conditions.application, 60)}"
            if conditions.application
            else "any program"
        )
    if exe.kind is TextKind.EXACT:
        return shown(program, 60) or program_name(exe.value)
    return f"any program {_text_words(exe)}"


def _text_words(match: TextMatch) -> str:
    case = " in any case" if match.ignore_case else ""
    text = shown(match.value, 80) or "“”"
    joint = {TextKind.EXACT: "that is", TextKind.GLOB: "like", TextKind.REGEX: "that matches"}
    return f"{joint[match.kind]} {text}{case}"


def _deed(conditions: Conditions) -> str:
    where = _where(conditions)
    if conditions.syscalls is None:
        return f"use the network {where}" if where else "do anything on the network"
    return f"{_verbs(conditions.syscalls)} {where or _anything(conditions.syscalls)}"


def _verbs(syscalls: frozenset[Syscall]) -> str:
    left = set(syscalls)
    words = []
    for members, word in _CLASSES:
        if members <= left:
            left -= members
            words.append(word)
    words += [_VERBS[syscall] for syscall in Syscall if syscall in left]
    return " or ".join(words) or "make no call at all"


def _anything(syscalls: frozenset[Syscall]) -> str:
    if syscalls <= {Syscall.BIND, Syscall.LISTEN}:
        return "anywhere"
    return "from anywhere" if syscalls <= {Syscall.ACCEPT, Syscall.RECVMSG} else "to anything"


def _where(conditions: Conditions) -> str:
    protocols = _protocol_words(conditions)
    peer = _peer_words(conditions)
    ports = _ports_words(conditions.remote_ports, protocols)
    here = _here_words(conditions, protocols)
    if not peer and ports:
        peer = _direction(conditions) + " anything"
    joint = " " if ports.startswith("on ") else ", "
    there = joint.join(filter(None, [peer, ports]))
    said = " ".join(filter(None, [there, here]))
    if protocols and not ports and protocols not in here:
        said = f"{said} over {protocols}".strip()
    return said


def _direction(conditions: Conditions) -> str:
    calls = conditions.syscalls
    if calls is not None and calls <= {Syscall.ACCEPT, Syscall.RECVMSG}:
        return "from"
    return "with" if calls is None else "to"


def _peer_words(conditions: Conditions) -> str:
    words = []
    if conditions.host is not None:
        words.append(_host_words(conditions.host))
    if conditions.remote is not None:
        words.append(address_words(conditions.remote))
    return f"{_direction(conditions)} {' at '.join(words)}" if words else ""


def _host_words(match: HostMatch) -> str:
    name = shown(match.name, 80)
    return f"{name} and all below it" if match.subdomains else name


def _here_words(conditions: Conditions, protocols: str) -> str:
    local, ports = conditions.local, conditions.local_ports
    serving = conditions.syscalls is not None and conditions.syscalls <= {
        Syscall.BIND,
        Syscall.LISTEN,
    }
    words = []
    if local is not None:
        words.append(("at " if serving else "from its own ") + address_words(local))
    if ports is not None:
        own = "" if serving else "its own "
        words.append(f"on {own}{protocols or 'port'} {port_words(ports, _one(protocols))}")
    return " ".join(words)


def _ports_words(match: PortMatch | None, protocols: str) -> str:
    if match is None:
        return ""
    words = port_words(match, _one(protocols))
    return f"on {protocols} {words}" if protocols else f"port {words}"


def _one(protocols: str) -> str:
    return protocols if protocols in PROTOCOLS.values() else ""


def _protocol_words(conditions: Conditions) -> str:
    families = conditions.families
    words = []
    if families is not None:
        words.append(" or ".join(shown(family_name(family), 20) for family in sorted(families)))
    if conditions.protocols is not None and (families is None or families <= {2, 10}):
        known = sorted(conditions.protocols)
        words.append(" or ".join(map(protocol_word, known)) if known != [0] else "")
    elif conditions.protocols not in {None, frozenset({0})}:
        words.append("protocol " + " or ".join(map(str, sorted(conditions.protocols or ()))))
    if conditions.types is not None and families != frozenset({1}):
        words.append(" or ".join(type_name(kind) for kind in sorted(conditions.types)))
    return " ".join(filter(None, words))


def _span_words(span: tuple[int, int], protocol: str) -> str:
    first, last = span
    if first != last:
        return f"{first} to {last}"
    service = service_name(first, protocol or "tcp")
    return f"{first} ({service})" if service else str(first)


def _circumstances(conditions: Conditions) -> Iterable[str]:
    if conditions.exe is not None and conditions.application is not None:
        yield f"as application {shown(conditions.application, 60)}"
    if conditions.sha256 is not None:
        yield f"while its file has the hash {conditions.sha256[:12]}…"
    if conditions.command is not None:
        yield f"with a command line {_text_words(conditions.command)}"
    if conditions.ancestor is not None:
        yield f"when started by a program {_text_words(conditions.ancestor)}"
    if conditions.package is not None:
        yield f"from the package {shown(conditions.package, 60)}"
    if conditions.unit is not None:
        yield f"in a unit {_text_words(conditions.unit)}"
    yield from _owners(conditions)
    if conditions.netns is not None:
        yield f"in network namespace {conditions.netns}"
    if conditions.interface is not None:
        yield f"through {shown(conditions.interface, 20)}"
    for entry in conditions.lists or ():
        yield f"if it is {_LIST_WORDS[entry.kind]} the list {shown(entry.path, 60)}"


def _owners(conditions: Conditions) -> Iterable[str]:
    if conditions.users is not None:
        yield f"run by user {_listed(sorted(map(str, conditions.users)), 'users')}"
    if conditions.groups is not None:
        yield f"run by group {_listed(sorted(map(str, conditions.groups)), 'groups')}"


def _listed(words: list[str], kind: str) -> str:
    if not words:
        return f"none of all {kind}"
    if len(words) > _MOST_NAMED:
        return f"any of {len(words)} {kind}"
    return " or ".join(words)


def _lifetime_words(lifetime: Lifetime) -> str:
    match lifetime.kind:
        case LifetimeKind.ALWAYS:
            return ""
        case LifetimeKind.ONCE:
            return "this once"
        case LifetimeKind.PROCESS:
            return "until this process ends"
        case LifetimeKind.RESTART:
            return "until restart"
        case LifetimeKind.SPAN:
            return f"for {_span_of_time(lifetime.seconds or 0)}"
        case LifetimeKind.UNTIL:
            return f"until {_date_words(lifetime.until)}"


def _date_words(until: datetime | None) -> str:
    return "a date" if until is None else until.astimezone().strftime("%Y-%m-%d %H:%M")


def _span_of_time(seconds: float) -> str:
    for size, word in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size and seconds % size == 0:
            count = int(seconds // size)
            return f"{count} {word}" + "s" * (count != 1)
    return f"{seconds:g} second" + "s" * (seconds != 1)


def _errno_words(rule: Rule) -> str:
    if rule.action is Action.ALLOW or rule.errno in {0, errno_module.EPERM}:
        return ""
    name = errno_module.errorcode.get(rule.errno, str(rule.errno))
    return f"with the error {name}"
