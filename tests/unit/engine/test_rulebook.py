# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules end when they should: with their process, at their date, at the next start."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from snetgui.engine import proc
from snetgui.engine.keeper import MemoryKeeper
from snetgui.engine.rulebook import RuleBook
from snetgui.model import (
    NOTHING_KNOWN,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Rule,
    TextKind,
    TextMatch,
)

from .test_facts import start_ns
from .world import PATIENCE_S, WALL, FakeTime, make_event

SPAN = Lifetime(LifetimeKind.SPAN, seconds=60)
UNTIL = Lifetime(LifetimeKind.UNTIL, until=WALL + timedelta(seconds=60))
CURL = Conditions(exe=TextMatch("/usr/bin/curl"))


def rule(lifetime: Lifetime, birth: Birth | None = None) -> Rule:
    birth = birth or Birth(WALL, "boot-1", 1000.0)
    return Rule(name="r", action=Action.ALLOW, conditions=CURL, birth=birth, lifetime=lifetime)


def program(text: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", text], stdin=subprocess.PIPE)


class Shelf:
    """A rule book, and how often it told of a change."""

    def __init__(self, keeper: MemoryKeeper | None = None) -> None:
        self.time = FakeTime()
        self.keeper = keeper or MemoryKeeper()
        self.changes = 0
        self.book = RuleBook(
            self.keeper, self.count, clock=self.time.clock, now_ns=self.time.now_ns
        )

    def count(self) -> None:
        self.changes += 1

    def decides(self) -> bool:
        return self.book.decide(make_event(1), NOTHING_KNOWN) is not None

    async def until_kept(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while len(self.keeper.rules) != count:
                await asyncio.sleep(0.001)


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    made = Shelf()
    yield made
    await made.book.close()


@pytest.mark.parametrize("lifetime", [SPAN, UNTIL])
async def test_rule_ends_at_its_time(shelf: Shelf, lifetime: Lifetime) -> None:
    await shelf.book.add(rule(lifetime))
    shelf.time.pass_s(59.9)
    shelf.book.expire()
    assert shelf.decides()
    shelf.time.pass_s(0.1)
    shelf.book.expire()
    assert (len(shelf.book), shelf.changes) == (0, 2)
    await shelf.until_kept(0)


@pytest.mark.parametrize(("jump_s", "span", "until"), [(3600, True, False), (-3600, True, True)])
async def test_clock_jump_moves_dates_and_no_span(
    shelf: Shelf, jump_s: float, span: bool, until: bool
) -> None:
    kept = [(await shelf.book.add(rule(life))).id for life in (SPAN, UNTIL)]
    shelf.time.wall += timedelta(seconds=jump_s)
    shelf.book.expire()
    rows = {row.id for row in (await shelf.book.page()).rows}
    assert rows == {number for number, lives in zip(kept, (span, until), strict=True) if lives}


async def test_alarm_rings_without_anyone_asking() -> None:
    keeper, told = MemoryKeeper(), asyncio.Event()
    book = RuleBook(keeper, told.set)
    short = Lifetime(LifetimeKind.SPAN, seconds=0.01)
    await book.add(rule(short, book.birth()))
    told.clear()
    await asyncio.wait_for(told.wait(), PATIENCE_S)
    assert len(book) == 0
    await book.close()


async def test_rule_ends_with_its_process(shelf: Shelf) -> None:
    with program("input()") as process:
        key = process.pid, start_ns(process.pid)
        birth = Birth(WALL, "boot-1", 1000.0, process=key)
        await shelf.book.add(rule(THIS_PROCESS, birth))
        await shelf.book.add(rule(THIS_PROCESS, birth))
        await asyncio.sleep(0)
        assert len(shelf.book) == 2
        process.kill()
        await shelf.until_kept(0)
    assert len(shelf.book) == 0


@pytest.mark.parametrize("off", [0, 1_000_000_000])
async def test_rule_of_a_process_that_is_gone_ends_at_once(shelf: Shelf, off: int) -> None:
    with program("") as process:
        key = process.pid, start_ns(process.pid) + off
        if not off:
            process.wait()
        await shelf.book.add(rule(THIS_PROCESS, Birth(WALL, "boot-1", 1.0, process=key)))
        await shelf.until_kept(0)
    assert not proc.lives(key)


@pytest.mark.parametrize(
    ("stored", "lives"),
    [
        (rule(UNTIL_RESTART), True),
        (rule(UNTIL_RESTART, Birth(WALL, "boot-0", 1000.0)), False),
        (rule(SPAN), True),
        (rule(SPAN, Birth(WALL, "boot-1", 900.0)), False),
        (replace(rule(SPAN, Birth(WALL, "boot-0", 5.0)), remaining_s=40.0), False),
        (rule(UNTIL), True),
        (rule(replace(UNTIL, until=WALL)), False),
        (rule(THIS_PROCESS, Birth(WALL, "boot-1", 1.0, process=(4_194_305, 1))), False),
    ],
)
async def test_start_up_ends_what_is_over(stored: Rule, lives: bool) -> None:
    shelf = Shelf(MemoryKeeper([replace(stored, id=7)]))
    await shelf.book.load()
    assert shelf.book.warnings == ()
    assert len(shelf.book) == lives
    assert shelf.decides() == lives
    await shelf.until_kept(int(lives))
    await shelf.book.close()


async def test_rule_that_cannot_be_in_play_is_named_and_kept() -> None:
    pattern = Conditions(exe=TextMatch("(", TextKind.REGEX))
    broken = replace(rule(SPAN), id=3, conditions=pattern)
    keeper = MemoryKeeper([broken, replace(rule(SPAN), id=4)])
    shelf = Shelf(keeper)
    await shelf.book.load()
    (problem,) = shelf.book.warnings
    assert problem.startswith("Rule 3 ")
    assert shelf.decides()
    assert set(keeper.rules) == {3, 4}
    await shelf.book.close()
