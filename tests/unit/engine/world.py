# SPDX-License-Identifier: GPL-2.0-or-later
"""A small world for engine tests: a kernel of memory, a clock that obeys, facts without a /proc."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address as parse_ip
from typing import Any

from snetgui.engine.backend import Notice, QuestionGone, QuestionOpened
from snetgui.engine.engine import Engine, Parts
from snetgui.engine.facts import FactSource
from snetgui.engine.keeper import Keeper, MemoryKeeper
from snetgui.engine.log import DecisionLog
from snetgui.engine.past import NoHistory
from snetgui.model import (
    NOTHING_KNOWN,
    Decision,
    Event,
    ExeIdentity,
    Facts,
    Process,
    Question,
    Reason,
    Settings,
    Subscription,
    Syscall,
    Verdict,
    ip_address,
)
from snetgui.rules.expiry import Clock
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource

WALL = datetime(2030, 1, 1, tzinfo=UTC)
SECOND = 1_000_000_000
DELAY_S = 30
PATIENCE_S = 10.0
SETTLED = 50  # rounds of the loop: several times what anything takes
POLICY = Policy(DELAY_S, deny=False, max_delay_s=300)


class FakeTime:
    """All clocks of the machine, moved by hand and together."""

    def __init__(self) -> None:
        self.ns = 1000 * SECOND
        self.slept_ns = 0
        self.wall = WALL
        self.boot_id = "boot-1"

    def now_ns(self) -> int:
        return self.ns

    def clock(self) -> Clock:
        return Clock(self.wall, (self.ns + self.slept_ns) / SECOND, self.boot_id)

    def sleep_s(self, seconds: float) -> None:
        """The machine is suspended for so long."""
        self.slept_ns += round(seconds * SECOND)
        self.wall += timedelta(seconds=seconds)

    def pass_s(self, seconds: float) -> None:
        self.ns += round(seconds * SECOND)
        self.wall += timedelta(seconds=seconds)


class FakeFacts:
    """Facts from a table; slow ones wait until let go."""

    def __init__(self) -> None:
        self.known: dict[int, Facts] = {}
        self.slow: frozenset[str] = frozenset()
        self.go = asyncio.Event()
        self.asked: list[tuple[int, frozenset[str]]] = []

    def at_once(self, event: Event, names: frozenset[str]) -> Facts | None:
        return None if names & self.slow else self._known(event, names)

    async def gather(self, event: Event, names: frozenset[str], seconds: float) -> Facts:
        self.asked.append((event.id, names))
        await self.go.wait()
        return self._known(event, names)

    def _known(self, event: Event, names: frozenset[str]) -> Facts:
        known = self.known.get(event.process.pid, NOTHING_KNOWN)
        return Facts(**{name: getattr(known, name) for name in names})

    def close(self) -> None:
        return None


class DirectRecordingSource(RecordingSource):
    """The same kernel of memory, served without the event loop in between."""

    _listener: Callable[[Event], None] | None = None

    def tell_events(self, listener: Callable[[Event], None]) -> None:
        self._listener = listener

    def answer_now(self, verdict: Verdict) -> None:
        if self._no_agent is not None or self.answer_fault is not None:
            return
        self.verdicts.append(verdict)
        if verdict.event_id in self._pending:
            self.end(verdict.event_id, Reason.AGENT, verdict.action, verdict.errno)

    def _tell(self, event: Event) -> None:
        assert self._listener is not None
        self._told.add(event.id)
        self._listener(event)


class ListHistory:
    """A history that is a list, and hands on what it is told."""

    def __init__(self, log: DecisionLog | None = None) -> None:
        self.decisions: list[Decision] = []
        self.kept: Settings | None = None
        self.log = log

    def put(self, decision: Decision) -> None:
        self.decisions.append(decision)
        if self.log is not None:
            self.log.put(decision)

    def retain(self, settings: Settings) -> None:
        self.kept = settings
        if self.log is not None:
            self.log.retain(settings)


def make_event(number: int, time: FakeTime | None = None, **changes: Any) -> Event:
    """One held connect; changes name fields of Event, of its process, or host and port."""
    host, port = changes.pop("host", "203.0.113.7"), changes.pop("port", 443)
    remote = changes.pop("remote", ip_address(parse_ip(host), port))
    raised_ns = changes.pop("raised_ns", (time or FakeTime()).ns)
    delay_s = changes.pop("delay_s", DELAY_S)
    event = {
        "syscall": changes.pop("syscall", Syscall.CONNECT),
        "family": changes.pop("family", 2),
        "type": changes.pop("type", 1),
        "protocol": changes.pop("protocol", 6),
        "local": changes.pop("local", None),
    }
    exe = changes.pop("exe", "/usr/bin/curl")
    process = {
        "pid": 4_000_000 + number,
        "tid": 4_000_000 + number,
        "ppid": 1,
        "start_time_ns": 5 * SECOND,
        "uid": 1000,
        "gid": 1000,
        "comm": "curl",
        "exe": exe,
        "exe_id": ExeIdentity(1, sum(exe.encode()), 0) if exe else None,
    }
    return Event(
        id=number,
        process=Process(**{**process, **changes}),
        raised_ns=raised_ns,
        deadline_ns=raised_ns + delay_s * SECOND,
        remote=remote,
        **event,
    )


@dataclass
class World:
    """An engine that runs, and all that is around it."""

    time: FakeTime
    source: RecordingSource
    facts: FakeFacts
    history: ListHistory
    keeper: Keeper
    engine: Engine
    notices: list[Notice] = field(default_factory=list)

    def raise_(self, number: int, **changes: Any) -> Event:
        event = make_event(number, self.time, **changes)
        self.source.raise_event(event)
        return event

    async def settle(self) -> None:
        """Let all that can happen without time passing happen; other threads are not waited for.

        What goes on for ever (a link that breaks and is mended at once) goes on.
        """
        loop: Any = asyncio.get_running_loop()
        for _ in range(SETTLED):
            await asyncio.sleep(0)
            due = loop._scheduled and loop._scheduled[0].when() <= loop.time()
            if not loop._ready and not due:
                return

    async def pass_s(self, seconds: float) -> None:
        """Time passes for everybody."""
        self.time.pass_s(seconds)
        self.source.expire()
        self.engine.judge.tick()
        await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what other threads do."""
        async with asyncio.timeout(PATIENCE_S):
            while not holds():
                await asyncio.sleep(0.001)

    @property
    def questions(self) -> list[Question]:
        """What waits now, as people see it."""
        found = (self.engine.judge.question(w.id) for w in self.engine.judge.queue)
        return [question for question in found if question is not None]

    @property
    def decided(self) -> dict[int, Decision]:
        return {decision.event.id: decision for decision in self.history.decisions}

    def opened(self) -> list[Question]:
        return [n.question for n in self.notices if isinstance(n, QuestionOpened)]

    def gone(self) -> list[QuestionGone]:
        return [n for n in self.notices if isinstance(n, QuestionGone)]

    def check_counts(self) -> None:
        """What must hold at any time."""
        ledger = self.engine.judge.ledger
        assert ledger.seen == ledger.decided + len(ledger)
        assert ledger.decided == sum(ledger.by_reason.values()) == len(self.history.decisions)
        numbers = [decision.event.id for decision in self.history.decisions]
        assert len(numbers) == len(set(numbers)), "an event was decided twice"
        answered = [verdict.event_id for verdict in self.source.verdicts]
        assert len(answered) == len(set(answered)), "an event was answered twice"
        assert len(self.engine.judge.queue) <= 1000


@asynccontextmanager
async def world(
    keeper: Keeper | None = None,
    *,
    policy: Policy = POLICY,
    start: bool = True,
    direct: bool = False,
    by_settings: bool = False,
    time: FakeTime | None = None,
    log: DecisionLog | None = None,
    facts: FactSource | None = None,
) -> AsyncIterator[World]:
    """A world with its engine, connected; watched from the start.

    Args:
        by_settings: the settings say what is asked about; else it is everything.
        log: decisions go into it too; to be started and closed outside.
        facts: instead of those that are invented.
    """
    time = time or FakeTime()
    kind = DirectRecordingSource if direct else RecordingSource
    source = kind(policy=policy, now_ns=time.now_ns, timers=False)
    invented, history = FakeFacts(), ListHistory(log)
    keeper = MemoryKeeper() if keeper is None else keeper
    parts = Parts(
        history=history,
        past=log or NoHistory(),
        facts=facts or invented,
        clock=time.clock,
        now_ns=time.now_ns,
        warnings=lambda: log.warnings if log else (),
    )
    engine = Engine(source, keeper, None if by_settings else [Subscription()], parts)
    here = World(time, source, invented, history, keeper, engine)
    watching = asyncio.create_task(_watch(here))
    if start:
        await engine.start()
    await here.settle()
    try:
        yield here
    finally:
        invented.go.set()
        async with asyncio.timeout(PATIENCE_S):
            await engine.stop()
            await watching
        here.check_counts()


async def _watch(here: World) -> None:
    async for notice in here.engine.watch(decisions=True):
        here.notices.append(notice)
