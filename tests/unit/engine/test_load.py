# SPDX-License-Identifier: GPL-2.0-or-later
"""Thousands of events, in all ways in which one can end: none is lost and none counted twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from snetgui.engine.backend import QuestionOpened
from snetgui.engine.keeper import MemoryKeeper
from snetgui.engine.log import DecisionLog
from snetgui.model import (
    ALWAYS,
    ASKED_FIRST,
    About,
    Action,
    Answer,
    HistoryQuery,
    Mode,
    Reason,
    Scope,
    Settings,
)
from snetgui.store.history import HistoryStore
from snetgui.store.settings_rows import KeptSettings

from .people import rule
from .world import FakeTime, World, world

QUIET = Settings(
    asked=ASKED_FIRST - {About.LOOPBACK}, max_age_days=None, max_bytes=None, delay_s=30
)
ENDINGS = set(Reason) - {Reason.TICKET, Reason.AGENT}  # neither is the engine's to give


@asynccontextmanager
async def loaded(path: Path, *, direct: bool = False) -> AsyncIterator[World]:
    """A world that writes a history, and afterwards the comparison of all counts."""
    keeper = MemoryKeeper()
    keeper.kept = KeptSettings(QUIET)
    time = FakeTime()
    with closing(HistoryStore(path)) as store:
        assert store.open() == ()
        log = DecisionLog(store, clock=time.clock)
        log.start()
        async with world(keeper, log=log, time=time, by_settings=True, direct=direct) as here:
            yield here
        await log.close()
        check(here, store, log)


def check(here: World, store: HistoryStore, log: DecisionLog) -> None:
    """What was told, what was decided and what is written are the same, reason by reason."""
    ledger = here.engine.judge.ledger
    recorded = Counter(decision.reason for decision in here.history.decisions)
    assert len(ledger) == 0
    assert ledger.seen == ledger.decided == recorded.total()
    assert recorded == ledger.by_reason
    assert log._writer.counts.written == store.count() == recorded.total()
    rows = {reason: store.count(HistoryQuery(reason=reason)) for reason in Reason}
    assert Counter(rows) == recorded
    actions = Counter(decision.action for decision in here.history.decisions)
    assert actions == Counter({a: store.count(HistoryQuery(action=a)) for a in Action})


class Crowd:
    """Programs, people and the world, at random but the same each time."""

    def __init__(self, here: World) -> None:
        self.here = here
        self.random = random.Random(5)
        self.number = 0

    def call(self, exe: str = "", host: str = "203.0.113.7") -> None:
        self.number += 1
        self.here.raise_(self.number, exe=exe or f"/bin/{self.random.randrange(40)}", host=host)

    def calls(self) -> None:
        for _ in range(self.random.randrange(30)):
            self.call()

    def known(self) -> None:
        for _ in range(self.random.randrange(30)):
            self.call("/bin/known")

    def loopback(self) -> None:
        for _ in range(self.random.randrange(30)):
            self.call(host="127.0.0.1")

    def die(self) -> None:
        for event in self.here.source.pending[:: self.random.randrange(2, 9)]:
            self.here.source.cancel(event.id)

    async def answer(self) -> None:
        for question in self.here.questions[: self.random.randrange(9)]:
            action = self.random.choice(list(Action))
            await self.here.engine.answer(question.id, Answer(action))

    async def mode(self) -> None:
        await self.here.engine.set_mode(self.random.choice(list(Mode)))
        self.calls()
        await self.here.settle()
        await self.here.engine.set_mode(Mode.ASK)

    async def wait(self) -> None:
        self.calls()
        await self.here.settle()
        await self.here.pass_s(self.random.choice([1, 10, 31]))

    async def cut(self) -> None:
        """Some end unheard, the others are told again."""
        self.calls()
        await self.here.settle()
        self.here.source.cut()
        for event in self.here.source.pending[::3]:
            self.here.source.end(event.id, Reason.TIMEOUT)

    async def unload(self) -> None:
        self.here.source.lose()
        await self.here.settle()
        self.here.source.appear()

    async def flood(self) -> None:
        """More questions than are kept."""
        for each in range(self.random.randrange(1001, 1100)):
            self.call(f"/bin/flood{each}")


@pytest.mark.parametrize("direct", [False, True])
async def test_counts_add_up_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, direct: bool
) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    monkeypatch.setattr("snetgui.engine.link.HEAR_OUT_S", 0.0)
    async with loaded(tmp_path / "history.db", direct=direct) as here:
        await here.engine.add_rule(rule("/bin/known", Action.DENY))
        crowd = Crowd(here)
        deeds = [crowd.calls, crowd.known, crowd.loopback, crowd.die, crowd.answer, crowd.mode]
        deeds += [crowd.wait, crowd.cut, crowd.unload]
        for turn in range(300):
            deed = crowd.flood if turn in (100, 200) else crowd.random.choice(deeds)
            if (done := deed()) is not None:
                await done
            await here.settle()
            here.check_counts()
        crowd.calls()
        await here.settle()
    assert set(here.engine.judge.ledger.by_reason) == ENDINGS
    assert crowd.number > 4000


@pytest.mark.parametrize("direct", [False, True])
async def test_storm_of_ten_thousand_events_from_a_thousand_programs(
    tmp_path: Path, direct: bool
) -> None:
    async with loaded(tmp_path / "history.db", direct=direct) as here:
        for number in range(10_000):
            here.raise_(number + 1, exe=f"/bin/{number % 1000}", pid=100_000 + number % 1000)
        await here.settle()
        assert [question.count for question in here.questions] == [10] * 1000
        assert len(here.opened()) <= 1000 + 1, "who watches is told of each question once"
        here.raise_(20_000, exe="/bin/1000")
        await here.settle()
        assert here.decided[20_000].reason is Reason.OVERFLOW
        assert (await here.engine.missed()).total == 1
        first, second, third = (question.id for question in here.questions[:3])
        await here.engine.answer(first, Answer(Action.DENY))
        await here.engine.answer(second, Answer(Action.ALLOW, Scope.PROGRAM, ALWAYS))
        await here.settle()
        assert len(here.decided) == 1 + 10 + 10
        await here.pass_s(29)
        await here.engine.extend(third)
        await here.pass_s(1)
        (question,) = here.questions
        assert (question.id, question.count) == (third, 10), "it is being read"
        assert (await here.engine.missed()).total == 1 + 997
        await here.engine.set_mode(Mode.LOCK)
        await here.settle()
        assert here.engine.judge.ledger.by_reason == {
            Reason.OVERFLOW: 1,
            Reason.PERSON: 20,
            Reason.TIMEOUT: 9970,
            Reason.MODE: 10,
        }
        assert not any(isinstance(each, QuestionOpened) for each in here.notices[-10:])
