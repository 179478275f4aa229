# SPDX-License-Identifier: GPL-2.0-or-later
"""The history's file while the engine runs: full, locked, damaged, deleted. No verdict waits."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from snetgui.engine.backend import StatusChanged
from snetgui.engine.log import DecisionLog
from snetgui.model import Mode, Settings, StoreError
from snetgui.store.history import HistoryStore
from snetgui.store.writer import Pace

from .world import FakeTime, World, world

ROOT = Path(__file__).parents[3]
QUICK = Pace(queue=500, batch=100, gather_s=0.001, retry_s=0.01)
FOREVER = Settings(max_age_days=None, max_bytes=None)


class Place:
    """A history's file, the engine over it, and what is written in it."""

    def __init__(self, path: Path, here: World, log: DecisionLog, store: HistoryStore) -> None:
        self.path = path
        self.here = here
        self.log = log
        self.store = store
        self._number = 0

    async def decide(self, count: int) -> None:
        """So many events, all of them answered before this returns, whatever the disk does."""
        first, self._number = self._number + 1, self._number + count
        for number in range(first, first + count):
            self.here.raise_(number)
        await self.here.settle()
        assert all(number in self.here.source.ended for number in range(first, self._number + 1))

    async def warning(self) -> str:
        """The one warning that there is now; "" for none."""
        warnings = (await self.here.engine.status()).warnings
        assert len(warnings) <= 1, warnings
        return warnings[0] if warnings else ""

    async def until_written(self) -> None:
        async with asyncio.timeout(30):
            while self.counts.waiting or self.log._batch:
                await asyncio.sleep(0.001)
        await self.here.settle()

    async def until_refused(self) -> None:
        await self.here.until(lambda: bool(self.log._watched.trouble))

    @property
    def counts(self) -> Any:
        return self.log._writer.counts

    def rows(self) -> int:
        """As another program sees the file."""
        with closing(sqlite3.connect(self.path)) as raw:
            return int(raw.execute("SELECT count(*) FROM decisions").fetchone()[0])


@asynccontextmanager
async def place(folder: Path, pace: Pace = QUICK) -> AsyncIterator[Place]:
    """In a pause: every event is allowed and recorded."""
    path = folder / "data" / "history.db"
    time = FakeTime()
    with closing(HistoryStore(path, busy_timeout_s=0.01)) as store:
        assert store.open() == ()
        log = DecisionLog(store, clock=time.clock, pace=pace)
        log.start()
        try:
            async with world(log=log, time=time, by_settings=True) as here:
                log.warned = here.engine.warned
                await here.engine.set_mode(Mode.PAUSED)
                assert log._pruning is not None
                await log._pruning  # would meet a trouble before the writer does
                yield Place(path, here, log, store)
        finally:
            await log.close()


def writing(store: HistoryStore) -> Any:
    """SQLite's own connection that writes."""
    writer = store._database._writer
    assert writer is not None
    return writer.connection.driver_connection


def sqlite_full(place: Place) -> Callable[[], None]:
    """SQLite's own bound on a file's pages stands in for the disk's."""
    raw = writing(place.store)

    def room(pages: int) -> None:
        raw.execute(f"PRAGMA max_page_count = {pages}").fetchall()

    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    room(pages)
    return partial(room, 1 << 30)


def locked(place: Place) -> Callable[[], None]:
    """Another program writes, and does not come to an end."""
    other = sqlite3.connect(place.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other.close


def unreachable(place: Place) -> Callable[[], None]:
    """The folder goes away, and what has its name now is none."""
    folder = place.path.parent
    shutil.rmtree(folder)
    folder.write_text("in the way")
    return folder.unlink


@pytest.mark.parametrize(
    ("trouble", "says", "kept"),
    [
        (sqlite_full, "full", True),
        (locked, "another program has locked it", True),
        (unreachable, "Not a directory", False),
    ],
)
async def test_disk_that_refuses_costs_nothing_but_memory(
    tmp_path: Path, trouble: Callable[[Place], Callable[[], None]], says: str, kept: bool
) -> None:
    async with place(tmp_path) as here:
        await here.decide(150)
        await here.until_written()
        heal = trouble(here)
        await here.decide(300)
        await here.until_refused()
        await here.decide(100)
        await here.until_refused()
        warnings = (await here.here.engine.status()).warnings
        (warning,) = [each for each in warnings if "is not written now" in each]
        assert says in warning
        assert "400 decisions wait" in warning
        heal()
        await here.until_written()
        rest = (await here.here.engine.status()).warnings
        assert not [each for each in rest if "not written" in each], "healed"
        told = [str(n.status.warnings) for n in here.here.notices if isinstance(n, StatusChanged)]
        assert any("not written" in each for each in told)
        assert "not written" not in told[-1]
        assert here.counts.unwritten == 0
        assert here.rows() == (550 if kept else 400)


async def test_what_does_not_fit_the_memory_is_counted(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        heal = locked(here)
        await here.decide(300)
        await here.until_refused()
        await here.decide(1000)
        assert here.counts.waiting == 500
        warnings = (await here.here.engine.status()).warnings
        assert any("800 decisions are not in the history" in each for each in warnings)
        assert any("500 decisions wait" in each for each in warnings)
        heal()
        await here.until_written()
        assert "800 decisions are not in the history" in await here.warning()
        await here.decide(10)
        await here.until_written()
        assert here.rows() == 510
        assert here.rows() + here.counts.unwritten == len(here.here.history.decisions)


async def test_deleted_history_is_begun_anew(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        for _ in range(3):
            await here.decide(100)
            await here.until_written()
            for found in list(here.path.parent.iterdir()):
                found.unlink()
        await here.decide(70)
        await here.until_written()
        assert here.rows() == 70
        assert "was deleted or replaced while in use" in await here.warning()
        assert len(here.store.warnings) == 1
        assert await here.here.engine.count() == 70


async def test_deleted_history_is_told_to_who_watches(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.decide(10)
        await here.until_written()
        watching = here.here.engine.watch()
        for found in list(here.path.parent.iterdir()):
            found.unlink()
        await here.decide(10)
        warnings: tuple[str, ...] = ()
        async with asyncio.timeout(10):
            while not warnings:
                notice = await anext(watching)
                warnings = notice.status.warnings if isinstance(notice, StatusChanged) else ()
        assert "was deleted or replaced" in warnings[0]


def damage(path: Path, table: str) -> None:
    """Break the first page of a table."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = raw.execute(query, (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)


def forget_pages(store: HistoryStore) -> None:
    """Let the writer meet what is on the disk."""
    raw = writing(store)
    raw.execute("PRAGMA cache_size = 0").fetchall()
    raw.execute("PRAGMA shrink_memory").fetchall()


async def test_damage_that_the_writer_meets_sets_the_file_aside(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.decide(200)
        await here.until_written()
        damage(here.path, "decisions")
        forget_pages(here.store)
        await here.decide(50)
        await here.until_written()
        assert "was set aside as" in await here.warning()
        assert here.counts.unwritten == 0
        assert here.rows() == 50
        assert len(list(here.path.parent.glob("history.db.damaged-*"))) >= 1


async def test_damage_that_only_a_reader_meets_sets_the_file_aside_too(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.decide(200)
        await here.until_written()
        damage(here.path, "processes")
        with pytest.raises(StoreError, match="is damaged"):
            await here.here.engine.decisions()
        await here.here.until(lambda: bool(here.store.warnings))
        assert "was set aside as" in await here.warning()
        await here.decide(50)
        await here.until_written()
        assert len((await here.here.engine.decisions()).rows) == 50


# Time


async def test_retention_is_changed_while_it_runs(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.decide(20)
        here.here.time.pass_s(10 * 86_400)
        await here.decide(30)
        await here.until_written()
        await here.here.engine.change_settings(FOREVER)
        await _pruned(here)
        assert here.rows() == 50
        await here.here.engine.change_settings(Settings(max_age_days=5))
        await _pruned(here)
        assert here.rows() == 30


async def test_clock_that_is_set_forward_ages_nothing(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.decide(20)
        here.here.time.wall += timedelta(days=30_000)
        await here.decide(20)
        await here.until_written()
        here.log._prune_soon()
        await _pruned(here)
        assert here.rows() == 40
        here.here.time.wall -= timedelta(days=60_000)
        await here.decide(20)
        await here.until_written()
        here.log._prune_soon()
        await _pruned(here)
        assert here.rows() == 60


async def _pruned(here: Place) -> None:
    pruning = here.log._pruning
    assert pruning is not None
    await pruning


# A disk that is really full


def test_full_file_system(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=1500k snet-test {tmp_path}"
    space = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*space, mount], check=False, capture_output=True).returncode:
        pytest.skip("no name spaces here: SQLite's own bound stands in for the full file system")
    run = f"{mount} && exec {sys.executable} -m tests.unit.engine.full_disk {tmp_path}"
    done = subprocess.run([*space, run], cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=60)
    told = json.loads(done.stdout)
    assert "the disk is full: free some space" in told["warning"]
    assert told["healed"] == []
    assert told["decided"] == told["rows"] > 500
