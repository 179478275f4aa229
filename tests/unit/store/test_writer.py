# SPDX-License-Identifier: GPL-2.0-or-later
"""The writer's thread: nothing waits for the disk, nothing is lost in silence, counts add up."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from snetgui.model import Decision, StoreError
from snetgui.store.history import HistoryStore
from snetgui.store.writer import Counts, HistoryWriter, Pace

from . import samples

WAIT_S = 30
QUICK = Pace(batch=100, gather_s=0.01, retry_s=0.01)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[HistoryStore]:
    with closing(HistoryStore(path, busy_timeout_s=0.01)) as store:
        assert store.open() == ()
        yield store


class Disk:
    """A store that stands still, refuses or chokes when it is told to."""

    def __init__(self) -> None:
        self.written: list[Decision] = []
        self.refuses = ""
        self.chokes_on: Decision | None = None
        self.tries = threading.Semaphore(0)
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def append(self, decisions: Sequence[Decision]) -> None:
        self.tries.release()
        assert self.may_go_on.wait(WAIT_S)
        if self.refuses:
            raise StoreError(self.refuses)
        if self.chokes_on in decisions:
            raise OverflowError("too large")
        self.written += decisions

    def was_tried(self) -> None:
        assert self.tries.acquire(timeout=WAIT_S)


@pytest.fixture
def disk() -> Disk:
    return Disk()


class Problems(list[str]):
    """What the writer told."""

    def __init__(self) -> None:
        super().__init__()
        self._told = threading.Semaphore(0)

    def __call__(self, fault: StoreError) -> None:
        self.append(str(fault))
        self._told.release()

    def wait(self) -> None:
        assert self._told.acquire(timeout=WAIT_S)


@pytest.fixture
def problems() -> Problems:
    return Problems()


Make = Callable[..., HistoryWriter]


@pytest.fixture
def writer_on(problems: Problems) -> Iterator[Make]:
    made: list[HistoryWriter] = []

    def make(store: Disk | HistoryStore, pace: Pace = QUICK) -> HistoryWriter:
        writer = HistoryWriter(store, on_problem=problems, pace=pace)
        writer.start()
        made.append(writer)
        return writer

    yield make
    for writer in made:
        writer.close(0)


def some(first: int, last: int) -> list[Decision]:
    return [samples.a_decision(number) for number in range(first, last)]


def test_all_is_written_in_order(writer_on: Make, store: HistoryStore, problems: Problems) -> None:
    writer = writer_on(store)
    for first in range(0, 1000, 50):
        writer.put(some(first, first + 50))
    assert writer.flush(WAIT_S)
    assert writer.counts == Counts(written=1000, waiting=0, unwritten=0)
    assert [row.decision for row in store.export()] == some(0, 1000)[::-1]
    assert problems == []


def test_close_writes_what_waits(writer_on: Make, store: HistoryStore) -> None:
    """Without waiting for more to come."""
    writer = writer_on(store, Pace(gather_s=WAIT_S))
    writer.put(some(0, 10))
    assert writer.close(WAIT_S) == Counts(10, 0, 0)
    assert store.count() == 10


def test_put_after_close_counts_as_unwritten(writer_on: Make, disk: Disk) -> None:
    writer = writer_on(disk)
    writer.close(WAIT_S)
    writer.put(some(0, 3))
    assert writer.counts == Counts(0, 0, 3)


def test_put_does_not_wait_for_a_disk_that_stands_still(writer_on: Make, disk: Disk) -> None:
    disk.may_go_on.clear()
    writer = writer_on(disk, Pace(queue=15, batch=10, gather_s=0.01))
    writer.put(some(0, 10))
    disk.was_tried()
    writer.put(some(10, 18))
    assert writer.counts == Counts(written=0, waiting=15, unwritten=3)
    assert not writer.flush(0)
    disk.may_go_on.set()
    assert writer.flush(WAIT_S)
    assert writer.counts == Counts(written=15, waiting=0, unwritten=3)
    assert disk.written == some(0, 15)


def test_refusal_is_told_once_and_tried_until_it_works(
    writer_on: Make, disk: Disk, problems: Problems
) -> None:
    writer = writer_on(disk)
    disk.refuses = "the disk is full"
    writer.put(some(0, 5))
    for _ in range(3):
        disk.was_tried()
    assert writer.counts == Counts(written=0, waiting=5, unwritten=0)
    disk.refuses = ""
    assert writer.flush(WAIT_S)
    assert disk.written == some(0, 5)
    assert problems == ["the disk is full"]


def test_trouble_that_comes_again_is_told_again(
    writer_on: Make, disk: Disk, problems: Problems
) -> None:
    writer = writer_on(disk)
    for number in range(2):
        disk.refuses = f"trouble {number}"
        writer.put(some(0, 5))
        problems.wait()
        disk.refuses = ""
        assert writer.flush(WAIT_S)
    assert problems == ["trouble 0", "trouble 1"]


def test_close_gives_up_what_the_disk_refuses(
    writer_on: Make, disk: Disk, problems: Problems
) -> None:
    disk.refuses = "the disk is full"
    writer = writer_on(disk, Pace(batch=2, gather_s=0.01, retry_s=WAIT_S))
    writer.put(some(0, 7))
    disk.was_tried()
    assert writer.close(WAIT_S) == Counts(written=0, waiting=0, unwritten=7)
    assert problems == ["the disk is full"]


def test_one_decision_that_cannot_be_written_takes_no_other_along(
    writer_on: Make, disk: Disk, problems: Problems
) -> None:
    disk.chokes_on = samples.a_decision(33)
    writer = writer_on(disk)
    writer.put(some(0, 60))
    assert writer.flush(WAIT_S)
    assert writer.counts == Counts(written=59, waiting=0, unwritten=1)
    assert disk.written == some(0, 33) + some(34, 60)
    assert problems == ["a decision can't be written to the history: OverflowError('too large')"]


def test_locked_file_is_told_and_written_when_it_is_free(
    writer_on: Make, store: HistoryStore, path: Path, problems: Problems
) -> None:
    writer = writer_on(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writer.put(some(0, 5))
        problems.wait()
        assert store.count() == 0
        other.execute("ROLLBACK")
    assert writer.flush(WAIT_S)
    assert store.count() == 5
    assert len(problems) == 1
    assert "another program has locked it" in problems[0]


def test_file_that_is_deleted_is_begun_anew(
    writer_on: Make, store: HistoryStore, path: Path, problems: Problems
) -> None:
    writer = writer_on(store)
    writer.put(some(0, 5))
    assert writer.flush(WAIT_S)
    for found in path.parent.iterdir():
        found.unlink()
    writer.put(some(5, 8))
    assert writer.flush(WAIT_S)
    assert [row.decision for row in store.export()] == some(5, 8)[::-1]
    assert "was deleted or replaced" in store.warnings[-1]
    assert problems == []


def test_readers_and_writers_at_once_see_whole_batches(
    writer_on: Make, store: HistoryStore
) -> None:
    """Ten at a time are put; no reader ever sees a part of a transaction's ten."""
    writer = writer_on(store, Pace(batch=10, gather_s=0))
    seen: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(store.count())

    reader = threading.Thread(target=read)
    reader.start()
    for first in range(0, 300, 10):
        writer.put(some(first, first + 10))
        assert writer.flush(WAIT_S)
    stop.set()
    reader.join(WAIT_S)
    assert seen
    assert all(count % 10 == 0 for count in seen)
    assert seen == sorted(seen)
