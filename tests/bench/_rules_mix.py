# SPDX-License-Identifier: GPL-2.0-or-later
"""The mix of rules that the benchmark decides with, and the events that it asks about.

Of N rules (about twenty to a program, as a person's answers pile up):

====  =======================================================================
 %    what the rule asks about
====  =======================================================================
54    program, calling out, protocol, one address, one port (the narrow answer)
12    program, calling out, protocol, one host name
 8    program, calling out, protocol, one port
 6    program, network (private, or /16 to /28, IPv6 /32 to /64)
 5    program alone
 5    any program: one address or network (a blocklist)
 4    any program: a domain with all below it (a blocklist)
 2    programs by a glob, one port
 1    programs by a glob alone
 0.5  programs by a regular expression, user
 1    program, range of ports
 1    program, an ancestor, one port
 0.5  program, bind and listen, own port
====  =======================================================================

A fifth deny, one in twenty has another priority than 0. Programs are drawn by
Zipf's law, so that one has a tenth of all rules and most have a few.

Of the events, half are covered by some narrow answer, a quarter come from a
known program to a place that nobody asked about, an eighth from a program that
no rule names, and an eighth go to a blocked address or domain. Half know the
host's name. Which program calls and which answer covers it follows Zipf's law
too: a machine has its habits. events(even=True) draws them evenly instead,
which is the worst for the processor's caches.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_network
from itertools import accumulate
from typing import TypeVar

from snetgui.model import (
    Action,
    AddressMatch,
    Birth,
    Conditions,
    Event,
    Facts,
    HostMatch,
    IPAddress,
    PortMatch,
    Process,
    Rule,
    Syscall,
    TextKind,
    TextMatch,
    ip_address,
)

T = TypeVar("T")

_CREATED = Birth(datetime(2030, 1, 1, tzinfo=UTC), "b" * 36, 1000.0)
_OUT = frozenset({Syscall.CONNECT, Syscall.SENDMSG})
_SERVE = frozenset({Syscall.BIND, Syscall.LISTEN})
_TCP, _UDP = frozenset({6}), frozenset({17})
_PORTS = [443, 443, 443, 443, 80, 80, 53, 22, 993, 587, 8080, 8443, 123, 5222, 6667]
_PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fe80::/10", "fd00::/8"]


class Mix:
    """Draws rules and events; the same numbers give the same draw."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._programs = [self._path(at) for at in range(max(count // 20, 4))]
        self._narrow: list[tuple[str, IPAddress, int]] = []
        self._blocked: list[IPAddress] = []
        self._blocked_hosts: list[str] = []
        self._weights: dict[int, list[float]] = {}
        self._even = False
        self.rules = [self._rule(number + 1) for number in range(count)]

    def events(self, count: int, *, even: bool = False) -> list[tuple[Event, Facts]]:
        """Events with what is known about them."""
        self._even = even
        return [self._event() for _ in range(count)]

    def _path(self, at: int) -> str:
        parent = self._random.choice(["/usr/bin", "/usr/lib/app", "/opt/vendor", "/home/u/.local"])
        return f"{parent}/{at % 97}/program-{at}"

    def _rule(self, number: int) -> Rule:
        draw = self._random
        make = draw.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])[0]
        deny = draw.random() < 0.2
        return Rule(
            id=number,
            name=f"rule {number}",
            action=Action.DENY if deny else Action.ALLOW,
            conditions=make(self),
            birth=_CREATED,
            priority=draw.choice([-1, 1, 10]) if draw.random() < 0.05 else 0,
        )

    def _program(self) -> TextMatch:
        return TextMatch(self._often(self._programs))

    def _often(self, values: Sequence[T]) -> T:
        """One of them by Zipf's law: the first twice as often as the second."""
        if self._even:
            return self._random.choice(values)
        count = len(values)
        if count not in self._weights:
            self._weights[count] = list(accumulate(1 / (rank + 1) for rank in range(count)))
        return self._random.choices(values, cum_weights=self._weights[count])[0]

    def _address(self) -> IPAddress:
        if self._random.random() < 0.25:
            return IPv6Address((0x2001 << 112) | self._random.getrandbits(80))
        return IPv4Address(self._random.randrange(1 << 24, 224 << 24))

    def _port(self) -> PortMatch:
        port = self._random.choice(_PORTS)
        return PortMatch(((port, port),))

    def _protocol(self) -> frozenset[int]:
        return _TCP if self._random.random() < 0.8 else _UDP

    def _host(self) -> str:
        draw = self._random
        return f"h{draw.randrange(50)}.site{draw.randrange(20000)}.example"

    def _network(self) -> AddressMatch:
        if self._random.random() < 0.3:
            return AddressMatch((ip_network(self._random.choice(_PRIVATE)),))
        ip = self._address()
        length = self._random.choice([16, 20, 22, 24, 24, 28] if ip.version == 4 else [32, 48, 64])
        return AddressMatch((ip_network((ip, length), strict=False),))

    def narrow(self) -> Conditions:
        program, ip, port = self._program(), self._address(), self._port()
        self._narrow.append((program.value, ip, port.ranges[0][0]))
        return Conditions(
            exe=program,
            syscalls=_OUT,
            protocols=_TCP,
            remote=AddressMatch((ip_network(ip),)),
            remote_ports=port,
        )

    def host(self) -> Conditions:
        return Conditions(
            exe=self._program(),
            syscalls=_OUT,
            protocols=self._protocol(),
            host=HostMatch(self._host()),
        )

    def port(self) -> Conditions:
        return Conditions(
            exe=self._program(),
            syscalls=_OUT,
            protocols=self._protocol(),
            remote_ports=self._port(),
        )

    def network(self) -> Conditions:
        return Conditions(exe=self._program(), remote=self._network())

    def program(self) -> Conditions:
        return Conditions(exe=self._program())

    def blocked(self) -> Conditions:
        ip = self._address()
        self._blocked.append(ip)
        single = AddressMatch((ip_network(ip),))
        return Conditions(remote=single if self._random.random() < 0.8 else self._network())

    def blocked_host(self) -> Conditions:
        name = f"ads{self._random.randrange(100000)}.example"
        self._blocked_hosts.append("x." + name)
        return Conditions(host=HostMatch(name, subdomains=True))

    def glob_port(self) -> Conditions:
        return Conditions(exe=self._glob(), remote_ports=self._port())

    def glob(self) -> Conditions:
        return Conditions(exe=self._glob())

    def _glob(self) -> TextMatch:
        parent, _, name = self._random.choice(self._programs).rpartition("/")
        shape = self._random.choice(
            [f"{parent}/{name}-*", f"/snap/**/{name}", f"{parent}/{name}/**"]
        )
        return TextMatch(shape, TextKind.GLOB)

    def regex(self) -> Conditions:
        number = self._random.randrange(1000)
        return Conditions(
            exe=TextMatch(rf"^/nix/store/[a-z0-9]+-tool{number}-[0-9.]+/bin/", TextKind.REGEX),
            users=frozenset({1000}),
        )

    def port_range(self) -> Conditions:
        first = self._random.choice([1024, 6881, 27000, 49152])
        return Conditions(exe=self._program(), remote_ports=PortMatch(((first, first + 1000),)))

    def ancestor(self) -> Conditions:
        return Conditions(exe=self._program(), ancestor=self._program(), remote_ports=self._port())

    def serve(self) -> Conditions:
        return Conditions(exe=self._program(), syscalls=_SERVE, local_ports=self._port())

    def _event(self) -> tuple[Event, Facts]:
        draw = self._random
        exe, ip, port = self._often(self._programs), self._address(), draw.choice(_PORTS)
        host = self._host()
        kind = draw.randrange(8)
        if kind < 4:
            exe, ip, port = self._often(self._narrow)
        elif kind == 6:
            exe = f"/usr/games/unknown-{draw.randrange(50)}"
        elif kind == 7 and self._blocked and draw.random() < 0.5:
            ip = draw.choice(self._blocked)
        elif kind == 7 and self._blocked_hosts:
            host = draw.choice(self._blocked_hosts)
        known = kind == 7 or draw.random() < 0.5
        facts = Facts(ancestors=("/usr/bin/bash",), hosts=(host,) if known else None)
        return _call(exe, ip, port), facts


def _call(exe: str, ip: IPAddress, port: int) -> Event:
    process = Process(
        pid=4242,
        tid=4242,
        ppid=1,
        start_time_ns=99,
        uid=1000,
        gid=1000,
        comm=exe[-15:],
        exe=exe,
        netns=4026531840,
    )
    return Event(
        id=1,
        syscall=Syscall.CONNECT,
        family=2 if ip.version == 4 else 10,
        type=1,
        protocol=6,
        process=process,
        raised_ns=0,
        deadline_ns=30_000_000_000,
        remote=ip_address(ip, port),
    )


_KINDS: list[tuple[Callable[[Mix], Conditions], float]] = [
    (Mix.narrow, 54),
    (Mix.host, 12),
    (Mix.port, 8),
    (Mix.network, 6),
    (Mix.program, 5),
    (Mix.blocked, 5),
    (Mix.blocked_host, 4),
    (Mix.glob_port, 2),
    (Mix.glob, 1),
    (Mix.regex, 0.5),
    (Mix.port_range, 1),
    (Mix.ancestor, 1),
    (Mix.serve, 0.5),
]
