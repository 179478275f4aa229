# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of a busy desktop, for benchmarks.

30 days, 300 programs, of which three go to any of 20,000 destinations and the
others to twenty each, few programs and destinations most of the time; some
programs are visited by others; a new process for every twenty decisions, each
with a command line of its own.
"""

from __future__ import annotations

import random
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address

from snetgui.model import (
    Action,
    Address,
    Decision,
    Event,
    ExeIdentity,
    Facts,
    Process,
    Reason,
    Syscall,
    ip_address,
)

BATCH = 8_000  # as the engine writes them when it has many
DAYS = 30
PROGRAMS = 300
DESTINATIONS = 20_000
BROWSERS = 3
DECISIONS_A_PROCESS = 20
START = datetime(2026, 1, 1, tzinfo=UTC)
PORTS = (443, 443, 443, 443, 80, 53, 993, 22, 123, 5222)
ANY4 = ip_address(IPv4Address(0), 0)
ANY6 = ip_address(IPv6Address(0), 0)


class Desktop:
    """Makes decisions, always the same ones for a seed."""

    def __init__(self, rows: int) -> None:
        self._random = random.Random(1)
        self._rows = rows
        self._processes: list[tuple[Process, Facts]] = []
        self.destinations = [self._destination(number) for number in range(DESTINATIONS)]

    def decisions(self) -> Iterator[list[Decision]]:
        """All of them, in batches, oldest first."""
        for first in range(0, self._rows, BATCH):
            yield [self._decision(number) for number in range(first, first + BATCH)]

    def _decision(self, number: int) -> Decision:
        process, facts = self._process(number)
        program = process.ppid - 1
        place = self._few(DESTINATIONS)
        if program >= BROWSERS:
            place = (program * 61 + place % 20) % DESTINATIONS
        address, hosts = self.destinations[place]
        outgoing = program % 30 != 10
        denied = place % 17 == 0
        reason = Reason.RULE if number % 50 else Reason.PERSON
        if number % 9973 == 0:
            reason = Reason.TIMEOUT
        event = Event(
            id=number,
            syscall=Syscall.CONNECT if outgoing else Syscall.ACCEPT,
            family=address.family,
            type=socket.SOCK_STREAM,
            protocol=socket.IPPROTO_TCP,
            process=process,
            raised_ns=0,
            deadline_ns=0,
            local=self._local(address, outgoing),
            remote=self._remote(address, outgoing),
        )
        return Decision(
            event=event,
            action=Action.DENY if denied else Action.ALLOW,
            errno=1 if denied else 0,
            reason=reason,
            held_ns=self._random.randrange(20_000, 5_000_000),
            when=START + timedelta(seconds=number * DAYS * 86400 / self._rows),
            rule_id=place % 200 if reason is Reason.RULE else None,
            facts=Facts(
                command=facts.command,
                ancestors=facts.ancestors,
                sha256=facts.sha256,
                unit=facts.unit,
                user=facts.user,
                hosts=hosts if outgoing else None,
                interface="wlan0",
            ),
        )

    def _local(self, address: Address, outgoing: bool) -> Address:
        assert address.ip is not None
        if outgoing:
            return ANY4 if address.ip.version == 4 else ANY6
        return ip_address(IPv4Address("192.168.1.20"), 22000)

    def _remote(self, address: Address, outgoing: bool) -> Address:
        """A peer that comes to us has a port that hardly repeats."""
        if outgoing:
            return address
        peer = IPv4Address("192.168.1.0") + self._few(200)
        return ip_address(peer, self._random.randrange(32768, 61000))

    def _process(self, number: int) -> tuple[Process, Facts]:
        if number % DECISIONS_A_PROCESS == 0:
            self._processes.append(self._new_process(number))
            self._processes = self._processes[-40:]
        return self._random.choice(self._processes)

    def _new_process(self, number: int) -> tuple[Process, Facts]:
        program = self._few(PROGRAMS)
        exe = f"/usr/lib/program-{program}/bin/program-{program}"
        uid = 1000 if program % 5 else program % 3
        process = Process(
            pid=number % 4_000_000 + 300,
            tid=number % 4_000_000 + 300,
            ppid=1 + program,
            start_time_ns=number * 518_400_000,
            uid=uid,
            gid=uid,
            comm=f"program-{program}"[:15],
            exe=exe,
            exe_id=ExeIdentity(2049, 1_000_000 + program, 1_700_000_000_000_000_000 + program),
            cgroup=5000 + program,
            netns=4026531840,
            mntns=4026531841,
        )
        command = (exe, "--profile", f"/home/ada/.cache/{number:x}", "https://example.org/index")
        facts = Facts(
            command=command,
            ancestors=("/usr/bin/bash", "/usr/bin/gnome-shell", "/usr/lib/systemd/systemd"),
            sha256=f"{program:064x}",
            unit=f"app-{program}.scope",
            user="ada" if uid == 1000 else f"service{uid}",
        )
        return process, facts

    def _destination(self, number: int) -> tuple[Address, tuple[str, ...]]:
        port = PORTS[number % len(PORTS)]
        hosts = (f"host{number}.domain{number % 3000}.example",)
        if number % 4:
            return ip_address(IPv4Address(0x05000000 + number * 977), port), hosts
        return ip_address(IPv6Address((0x20010DB8 << 96) + number * 977), port), hosts

    def _few(self, most: int) -> int:
        """Small numbers often, large ones seldom (a power law)."""
        return int(most * self._random.random() ** 3)
