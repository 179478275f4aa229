# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and the mode over real files: after a restart, damaged, and shared by two programs."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from snetgui.engine.asking import subscriptions
from snetgui.engine.assemble import rules_only, standalone
from snetgui.engine.engine import Engine
from snetgui.model import (
    About,
    Action,
    Decision,
    Link,
    Mode,
    Reason,
    Settings,
    Subscription,
)
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource
from snetgui.store.history import HistoryStore

from .world import PATIENCE_S, make_event

CHANGED = Settings(delay_s=60, policy=Action.DENY, asked=frozenset({About.UDP}), max_age_days=None)


async def until_settings(engine: Engine, settings: Settings) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while await engine.settings() != settings:
            await asyncio.sleep(0.01)


async def connected(engine: Engine) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while (await engine.status()).link is not Link.CONNECTED:
            await asyncio.sleep(0.001)


def rows(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / "rules.db")) as raw:
        return dict(raw.execute("SELECT name, value FROM settings"))


def put(folder: Path, name: str, value: str) -> None:
    with closing(sqlite3.connect(folder / "rules.db")) as raw, raw:
        raw.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def old_decision(folder: Path) -> None:
    """One of long ago, which a bound by age takes away."""
    event = make_event(1)
    then = datetime(2000, 1, 1, tzinfo=UTC)
    with closing(HistoryStore(folder / "history.db")) as store:
        assert store.open() == ()
        store.append([Decision(event, Action.ALLOW, 0, Reason.PERSON, 5, then)])


async def old_decisions(engine: Engine) -> int:
    """How many are left of long ago, when the start's pruning is over."""
    log = engine._parts.past
    pruning = log._pruning  # type: ignore[attr-defined]
    if pruning is not None:
        await pruning
    return await engine.count()


async def test_settings_and_mode_are_there_after_a_restart(tmp_path: Path) -> None:
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        await connected(engine)
        await engine.change_settings(CHANGED)
        await engine.set_mode(Mode.LOCK)
        await engine.set_mode(Mode.PAUSED, 300)
    source = RecordingSource()
    async with standalone(source, directory=tmp_path) as engine:
        await connected(engine)
        assert await engine.settings() == CHANGED
        status = await engine.status()
        assert (status.mode, status.mode_until_ns) == (Mode.LOCK, None)
        assert source.policy == Policy(60, deny=True, max_delay_s=300)
        assert source.subscriptions == subscriptions({About.UDP})


async def test_two_programs_over_one_file_agree(tmp_path: Path) -> None:
    one, two = RecordingSource(), RecordingSource()
    async with (
        standalone(one, directory=tmp_path) as first,
        standalone(two, directory=tmp_path) as second,
    ):
        await connected(second)
        await first.change_settings(CHANGED)
        await until_settings(second, CHANGED)
        assert two.policy.delay_s == 60
        await second.change_settings(Settings())
        await until_settings(first, Settings())


async def test_engine_over_one_program_leaves_settings_alone(tmp_path: Path) -> None:
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        await engine.change_settings(replace(CHANGED, max_age_days=20))
        await engine.set_mode(Mode.LOCK)
    old_decision(tmp_path)
    before = rows(tmp_path)
    source = RecordingSource()
    async with standalone(source, directory=tmp_path, subscriptions=[Subscription()]) as engine:
        await connected(engine)
        assert await old_decisions(engine) == 0, "how much is kept holds for all"
        assert (await engine.status()).mode is Mode.ASK
        assert source.policy.delay_s == 30
        await engine.set_mode(Mode.PAUSED)
        await engine.set_policy(delay_s=5)
        assert source.policy.delay_s == 5
    assert rows(tmp_path) == before


async def test_looking_after_rules_changes_settings_and_writes_nothing_else(tmp_path: Path) -> None:
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        await engine.set_mode(Mode.LEARN, 3600)
    before = rows(tmp_path)
    async with rules_only(directory=tmp_path) as engine:
        assert (await engine.status()).problem == ""
    assert rows(tmp_path) == before
    async with rules_only(directory=tmp_path) as engine:
        await engine.change_settings(CHANGED)
    async with rules_only(directory=tmp_path) as engine:
        assert await engine.settings() == CHANGED
        assert (await engine.status()).problem == ""


async def test_damaged_setting_is_said_and_costs_itself_alone(tmp_path: Path) -> None:
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        await engine.change_settings(CHANGED)
    put(tmp_path, "policy", '"perhaps"')
    put(tmp_path, "mode", "7")
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        assert await engine.settings() == replace(CHANGED, policy=None)
        status = await engine.status()
        assert status.mode is Mode.ASK
        assert len(status.warnings) == 2
        assert any("“verdict policy” could not be read" in each for each in status.warnings)
        await engine.change_settings(CHANGED)
        await engine.set_mode(Mode.ASK)
        assert (await engine.status()).warnings == ()
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        assert (await engine.status()).warnings == ()


@pytest.mark.parametrize(
    ("kept", "left"), [("90", 0), ("null", 1), ("-4", 1)], ids=["bound", "no bound", "damaged"]
)
async def test_history_is_cut_as_the_settings_say_from_the_start(
    tmp_path: Path, kept: str, left: int
) -> None:
    """Not before they are known, and not where they can't be read."""
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        assert await engine.count() == 0
    put(tmp_path, "max_age_days", kept)
    old_decision(tmp_path)
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        assert await old_decisions(engine) == left


async def test_unreadable_settings_delete_nothing(tmp_path: Path) -> None:
    (tmp_path / "rules.db").mkdir()
    old_decision(tmp_path)
    async with standalone(RecordingSource(), directory=tmp_path) as engine:
        assert (await engine.status()).warnings
        assert await old_decisions(engine) == 1
        await engine.change_settings(replace(CHANGED, max_age_days=20))
        assert await old_decisions(engine) == 0
