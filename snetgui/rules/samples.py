# SPDX-License-Identifier: GPL-2.0-or-later
"""An event that a rule matches, as far as one can be made up."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address
from typing import TypeVar

from snetgui.model import (
    Address,
    AddressMatch,
    Conditions,
    Event,
    Facts,
    IPAddress,
    LifetimeKind,
    PortMatch,
    Process,
    Rule,
    Syscall,
    TextKind,
    TextMatch,
    ip_address,
    unix_address,
)

from .spans import address_spans

T = TypeVar("T")


def sample(rule: Rule) -> tuple[Event, Facts]:
    """An event and its facts that meet the rule's conditions one by one.

    Where a condition asks for a pattern or a list, and where it asks for
    nothing, the event has nothing. An address and a port that can't go
    together (a path has no port) give what the address asks for.
    """
    asks = rule.conditions
    return _event(rule, asks), _facts(asks)


def _event(rule: Rule, asks: Conditions) -> Event:
    ends_with = rule.birth.process if rule.lifetime.kind is LifetimeKind.PROCESS else None
    pid, start = ends_with or (0, 0)
    process = Process(
        pid=pid,
        tid=pid,
        ppid=0,
        start_time_ns=start,
        uid=_first(asks.users, -1),
        gid=_first(asks.groups, -1),
        comm="",
        exe=_text(asks.exe) or "",
        netns=asks.netns or 0,
    )
    return Event(
        id=0,
        syscall=min(asks.syscalls) if asks.syscalls else Syscall.CREATE,
        family=_first(asks.families, -1),
        type=_first(asks.types, -1),
        protocol=_first(asks.protocols, -1),
        process=process,
        raised_ns=0,
        deadline_ns=0,
        local=_address(asks.local, asks.local_ports),
        remote=_address(asks.remote, asks.remote_ports),
    )


def _facts(asks: Conditions) -> Facts:
    command, ancestor = _text(asks.command), _text(asks.ancestor)
    return Facts(
        command=None if command is None else (command,),
        ancestors=None if ancestor is None else (ancestor,),
        sha256=asks.sha256,
        application=asks.application,
        package=asks.package,
        unit=_text(asks.unit),
        hosts=None if asks.host is None else (asks.host.name,),
        interface=asks.interface,
    )


def _first(members: Iterable[int] | None, otherwise: int) -> int:
    return min(members, default=otherwise) if members is not None else otherwise


def _text(match: TextMatch | None) -> str | None:
    return match.value if match is not None and match.kind is TextKind.EXACT else None


def _address(match: AddressMatch | None, ports: PortMatch | None) -> Address | None:
    port = min((first for first, _ in ports.ranges), default=0) if ports is not None else None
    if match is None:
        return None if port is None else Address(family=0, raw=b"", port=port)
    for version in (4, 6):
        spans = address_spans(match, version)
        if spans:
            return ip_address(_ip(min(spans)[0], version), port or 0)
    return unix_address(match.paths[0]) if match.paths else None


def _ip(value: int, version: int) -> IPAddress:
    return IPv4Address(value) if version == 4 else IPv6Address(value)
