# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole engine over real files: what is remembered, and what a broken file does."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from snetgui.engine.assemble import data_dir, forgetful, standalone
from snetgui.engine.backend import StatusChanged
from snetgui.engine.engine import Engine
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Answer,
    Decision,
    Lifetime,
    LifetimeKind,
    Link,
    Reason,
)
from snetgui.source.recording import RecordingSource
from snetgui.store.history import HistoryStore

from .world import PATIENCE_S, make_event


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            await asyncio.sleep(0.001)


def raise_(source: RecordingSource, number: int, **changes: Any) -> None:
    source.raise_event(make_event(number, raised_ns=time.monotonic_ns(), **changes))


async def answer_next(engine: Engine, answer: Answer) -> None:
    await until(lambda: len(engine.judge.queue) > 0)
    (waiting,) = engine.judge.queue
    await engine.answer(waiting.id, answer)


async def connected(engine: Engine) -> None:
    async with asyncio.timeout(PATIENCE_S):
        async for notice in engine.watch():
            if isinstance(notice, StatusChanged) and notice.status.link is Link.CONNECTED:
                return


@pytest.mark.parametrize(
    ("lifetime", "left"),
    [
        (ALWAYS, 1),
        (UNTIL_RESTART, 1),
        (Lifetime(LifetimeKind.SPAN, seconds=3600), 1),
        (Lifetime(LifetimeKind.SPAN, seconds=0.001), 0),
        (Lifetime(LifetimeKind.PROCESS), 0),  # of a process that never was
    ],
)
async def test_what_is_remembered_across_a_restart(
    tmp_path: Path, lifetime: Lifetime, left: int
) -> None:
    first = RecordingSource()
    async with standalone(first, directory=tmp_path) as engine:
        await connected(engine)
        raise_(first, 1)
        await answer_next(engine, Answer(Action.DENY, lifetime=lifetime))
        await until(lambda: 1 in first.ended)
    second = RecordingSource()
    async with standalone(second, directory=tmp_path) as engine:
        await connected(engine)
        assert (await engine.rules()).total == left
        raise_(second, 2)
        await until(lambda: 2 in second.ended or len(engine.judge.queue) > 0)
        assert (2 in second.ended) == bool(left)
        if left:
            await until(lambda: engine.judge.ledger.decided == 1)
    rows = recorded(tmp_path)
    reasons = {decision.event.id: decision.reason for decision in rows}
    assert reasons == {1: Reason.PERSON, 2: Reason.RULE if left else Reason.NO_AGENT}


async def test_hits_and_last_use_are_there_after_a_restart(tmp_path: Path) -> None:
    source = RecordingSource()
    async with standalone(source, directory=tmp_path) as engine:
        await connected(engine)
        raise_(source, 1)
        await answer_next(engine, Answer(Action.ALLOW, lifetime=ALWAYS))
        for number in range(2, 7):
            raise_(source, number)
        await until(lambda: engine.judge.ledger.decided == 6)
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        (rule,) = (await engine.rules()).rows
        assert rule.hits == 5
        assert rule.last_used is not None


async def test_damaged_files_are_said_and_the_firewall_goes_on(tmp_path: Path) -> None:
    for name in ("rules.db", "history.db"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
        (tmp_path / name).chmod(0o600)
    source = RecordingSource()
    async with standalone(source, directory=tmp_path) as engine:
        await connected(engine)
        warnings = (await engine.status()).warnings
        assert len(warnings) == 2, warnings
        raise_(source, 1)
        await answer_next(engine, Answer(Action.ALLOW, lifetime=ALWAYS))
        raise_(source, 2)
        await until(lambda: engine.judge.ledger.decided == 2)
    assert len(recorded(tmp_path)) == 2
    assert len(list(tmp_path.glob("rules.db*"))) > 1, "the damaged file is set aside, not gone"


async def test_directory_that_cannot_be_made_leaves_rules_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="ascii")
    source = RecordingSource()
    async with standalone(source, directory=tmp_path / "file" / "snet") as engine:
        await connected(engine)
        assert (await engine.status()).warnings
        raise_(source, 1)
        await answer_next(engine, Answer(Action.ALLOW, lifetime=ALWAYS))
        raise_(source, 2)
        await until(lambda: engine.judge.ledger.decided == 2)
        assert engine.judge.ledger.by_reason == {Reason.PERSON: 1, Reason.RULE: 1}


async def test_locked_rules_file_answers_and_keeps_nothing(tmp_path: Path) -> None:
    """Another program holds the file's lock for longer than the store waits."""
    source = RecordingSource()
    async with standalone(source, directory=tmp_path) as engine:
        await connected(engine)
        raise_(source, 1)
        await until(lambda: len(engine.judge.queue) > 0)
        lock = sqlite3.connect(tmp_path / "rules.db", isolation_level=None)
        try:
            lock.execute("BEGIN IMMEDIATE")
            (waiting,) = engine.judge.queue
            begun = asyncio.create_task(
                engine.answer(waiting.id, Answer(Action.ALLOW, lifetime=ALWAYS))
            )
            await until(lambda: 1 in source.ended)
            assert not begun.done(), "the verdict did not wait for the disk"
            raise_(source, 2)  # the coming rule would decide it
            lock.execute("ROLLBACK")
            await begun
            await until(lambda: engine.judge.ledger.decided == 2)
        finally:
            lock.close()


async def test_forgetful_engine_touches_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SNET_DATA_DIR", str(tmp_path / "data"))
    source = RecordingSource()
    async with forgetful(source) as engine:
        await connected(engine)
        raise_(source, 1)
        await answer_next(engine, Answer(Action.ALLOW, lifetime=ALWAYS))
        assert (await engine.rules()).total == 1
    assert list(tmp_path.iterdir()) == []


def test_data_dir_is_the_named_one_or_the_desktops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNET_DATA_DIR", "/srv/snet")
    assert data_dir() == Path("/srv/snet")
    monkeypatch.setenv("SNET_DATA_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/me/.data")
    assert data_dir() == Path("/home/me/.data/snet")


def recorded(directory: Path) -> list[Decision]:
    """The decisions in the history's file, oldest first."""
    store = HistoryStore(directory / "history.db")
    store.open()
    try:
        return [row.decision for row in reversed(store.page().rows)]
    finally:
        store.close()
