# SPDX-License-Identifier: GPL-2.0-or-later
"""Bench of the history: writes, first page and every filter, on a file of five million rows.

Prints one JSON object. The history is that of a busy desktop: 30 days, 300
programs, of which three go to any of 20,000 destinations and the others to
twenty each, few programs and destinations most of the time; some programs are
visited by others; a new process for every twenty decisions, each with a
command line of its own.

Milliseconds are medians of five, each filter's on its own; the file is in the
page cache, as it is after it was written. Bytes are the whole file's.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from snetgui.model import (
    Action,
    Address,
    Decision,
    Event,
    ExeIdentity,
    Facts,
    HistoryQuery,
    Process,
    Reason,
    Step,
    Syscall,
    TotalBy,
    ip_address,
)
from snetgui.store.history import HistoryStore

ROWS = 5_000_000
BATCH = 2_000
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


def write(store: HistoryStore, rows: int) -> tuple[float, float]:
    """Rows a second, and a second of the processor's, where others share the machine.

    Pruning once a day is included, the making of the decisions is not.
    """
    seconds = cpu_seconds = 0.0
    day = max(1, rows // BATCH // DAYS)
    for number, batch in enumerate(Desktop(rows).decisions()):
        start, start_cpu = time.perf_counter(), time.process_time()
        store.append(batch)
        if number % day == day - 1:
            store.prune(max_age=timedelta(days=DAYS), max_bytes=None, now=batch[-1].when)
        seconds += time.perf_counter() - start
        cpu_seconds += time.process_time() - start_cpu
        if number % 250 == 249:
            print(f"{(number + 1) * BATCH} rows", file=sys.stderr, flush=True)
    return rows / seconds, rows / cpu_seconds


def queries() -> dict[str, HistoryQuery]:
    """One of each filter that the window has: frequent, seldom, and none at all."""
    destinations = Desktop(0).destinations
    middle = START + timedelta(days=DAYS / 2)
    return {
        "program, frequent": HistoryQuery(program="/usr/lib/program-0/bin/program-0"),
        "program, seldom": HistoryQuery(program="/usr/lib/program-299/bin/program-299"),
        "program, none": HistoryQuery(program="/nowhere"),
        "destination, frequent": HistoryQuery(destination=str(destinations[0][0].ip)),
        "destination, seldom": HistoryQuery(destination=str(destinations[-1][0].ip)),
        "destination, host": HistoryQuery(destination=destinations[9000][1][0]),
        "port, frequent": HistoryQuery(port=443),
        "port, seldom": HistoryQuery(port=5222),
        "port, inbound": HistoryQuery(port=22000),
        "user, frequent": HistoryQuery(uid=1000),
        "user, seldom": HistoryQuery(uid=2),
        "decision, allow": HistoryQuery(action=Action.ALLOW),
        "decision, deny": HistoryQuery(action=Action.DENY),
        "reason, frequent": HistoryQuery(reason=Reason.RULE),
        "reason, seldom": HistoryQuery(reason=Reason.TIMEOUT),
        "reason, none": HistoryQuery(reason=Reason.OVERFLOW),
        "time, an hour": HistoryQuery(since=middle, until=middle + timedelta(hours=1)),
        "time, old half": HistoryQuery(until=middle),
        "search, program": HistoryQuery(search="program-12"),
        "search, host": HistoryQuery(search="domain2999"),
        "search, words": HistoryQuery(search="PROGRAM-7 host12 443"),
        "search, none": HistoryQuery(search="no such thing"),
        "all at once": HistoryQuery(
            program="/usr/lib/program-3/bin/program-3",
            port=443,
            uid=1000,
            action=Action.ALLOW,
            since=middle,
            search="domain",
        ),
        "deny in an old hour": HistoryQuery(
            action=Action.DENY, since=START, until=START + timedelta(hours=1)
        ),
    }


def milliseconds(
    call: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median of five."""
    times = []
    for _ in range(5):
        start = clock()
        call()
        times.append((clock() - start) * 1000)
    return statistics.median(times)


def size(path: Path) -> int:
    """Bytes of the file and what lies beside it."""
    return sum(found.stat().st_size for found in path.parent.iterdir())


def measure(directory: Path, rows: int) -> dict[str, object]:
    """Write the history, close and open it, ask it everything."""
    path = directory / "history.sqlite"
    store = HistoryStore(path)
    if warnings := store.open():
        raise SystemExit("; ".join(warnings))
    rate, cpu_rate = write(store, rows) if store.count() < rows else (0.0, 0.0)
    store.close()
    bytes_per_row = size(path) / rows
    start = time.perf_counter()
    store.open()
    opened = (time.perf_counter() - start) * 1000
    first_page = milliseconds(store.page)
    filters, cpu, counts = {}, {}, {}
    for name, query in queries().items():
        filters[name] = round(milliseconds(lambda query=query: store.page(query)), 2)  # type: ignore[misc]
        cpu[name] = milliseconds(lambda query=query: store.page(query), time.process_time)  # type: ignore[misc]
        counts[name] = round(milliseconds(lambda query=query: store.count(query)), 2)  # type: ignore[misc]
    views = {
        "plot, by hour": milliseconds(lambda: store.timeline(HistoryQuery(), Step.HOUR)),
        "plot, by day": milliseconds(lambda: store.timeline(HistoryQuery(), Step.DAY)),
        "plot of a port": milliseconds(lambda: store.timeline(HistoryQuery(port=443), Step.DAY)),
        "programs": milliseconds(lambda: store.totals(HistoryQuery(), TotalBy.PROGRAM)),
        "destinations": milliseconds(lambda: store.totals(HistoryQuery(), TotalBy.DESTINATION)),
    }
    store.close()
    return {
        "rows": rows,
        "history_first_page_ms": round(first_page, 2),
        "history_filter_ms": max(filters.values()),
        "history_filter_cpu_ms": round(max(cpu.values()), 2),
        "history_write_rows_per_s": round(rate),
        "history_write_rows_per_cpu_s": round(cpu_rate),
        "history_bytes_per_row": round(bytes_per_row, 1),
        "history_open_ms": round(opened, 2),
        "filters_ms": filters,
        "counts_ms": counts,
        "views_ms": {name: round(value, 2) for name, value in views.items()},
    }


def main() -> None:
    """Run it and print the object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--directory", type=Path, help="keep the file there, or use the one there")
    options = parser.parse_args()
    rows = max(BATCH, options.rows // BATCH * BATCH)
    if options.directory:
        print(json.dumps(measure(options.directory, rows)))
        return
    with tempfile.TemporaryDirectory(prefix="snet-bench-") as name:
        print(json.dumps(measure(Path(name), rows)))


if __name__ == "__main__":
    main()
