# SPDX-License-Identifier: GPL-2.0-or-later
"""What is deleted by age and size, and that all counts go down with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from snetgui.model import Decision, Facts, HistoryQuery, Step, TotalBy, ip_address
from snetgui.store import packing, retention
from snetgui.store.history import HistoryStore
from snetgui.store.history_schema import metadata
from snetgui.store.recording import bucket_of

from . import samples

NOW = samples.NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with closing(HistoryStore(tmp_path / "history.sqlite", clock=lambda: NOW)) as store:
        assert store.open() == ()
        yield store


@pytest.fixture(scope="module")
def memory() -> Iterator[HistoryStore]:
    """A store whose file can't be made: as quick as a test of many rounds needs it."""
    with closing(HistoryStore(Path("/dev/null/history.sqlite"))) as store:
        store.open()
        yield store


def at(number: int, age: timedelta) -> Decision:
    return samples.a_decision(number, when=NOW - age)


def kept(store: HistoryStore) -> list[int]:
    return [row.decision.event.id for row in store.export()]


def check_counts(store: HistoryStore) -> None:
    """Every count that is kept is what counting now would give; nothing is left over."""
    with store._database.read() as connection:
        run = connection.exec_driver_sql
        count = run("SELECT count(*) FROM decisions").scalar_one()
        assert (run("SELECT sum(count) FROM spans").scalar() or 0) == count
        assert not run(
            "SELECT id FROM flows WHERE count != "
            "(SELECT count(*) FROM decisions WHERE flow = flows.id)"
        ).all()
        assert not run(
            "SELECT id FROM processes WHERE count != "
            "(SELECT count(*) FROM decisions WHERE process = processes.id)"
        ).all()
        for step in (Step.HOUR, Step.DAY):
            counted: Counter[tuple[int, int]] = Counter()
            for at, flow in run("SELECT at, flow FROM decisions"):
                counted[bucket_of(at, step.value), flow] += 1
            assert totals_in(connection, step) == counted
        assert run("PRAGMA foreign_key_check").all() == []


def totals_in(connection: Connection, step: Step) -> Counter[tuple[int, int]]:
    """By step and flow, what is packed and what is not."""
    found: Counter[tuple[int, int]] = Counter()
    for bucket, flows, counts in packing.packed(connection, step, -(10**15), 10**15):
        for flow, count in zip(flows, counts, strict=True):
            found[bucket - bucket % step.value, flow] += count
    return +found


def rows_in(store: HistoryStore) -> dict[str, int]:
    names = set(metadata.tables) - {"counters"}
    with store._database.read() as connection:
        return {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
            for name in names
        }


def test_age_deletes_what_is_older_to_the_minute(store: HistoryStore) -> None:
    ages = [
        timedelta(days=40),
        timedelta(days=31),
        timedelta(days=30, minutes=1),
        timedelta(days=29),
    ]
    store.append([at(number, age) for number, age in enumerate(ages)])
    assert store.prune(max_age=timedelta(days=30), max_bytes=None, now=NOW) == 3
    assert kept(store) == [3]
    check_counts(store)


def test_clock_that_was_wrong_takes_nobody_else_along(store: HistoryStore) -> None:
    """In 1970 for a moment, and in 2099: only what is stamped too old goes."""
    far = timedelta(days=20_000)
    store.append([at(1, timedelta(days=1)), at(2, far), at(3, -far), at(4, timedelta(hours=1))])
    assert store.prune(max_age=timedelta(days=30), max_bytes=None, now=NOW) == 1
    assert kept(store) == [4, 3, 1]
    check_counts(store)
    assert store.count(HistoryQuery(until=NOW)) == 2


def test_deleting_everything_leaves_no_row_behind(store: HistoryStore) -> None:
    store.append([at(number, timedelta(days=50)) for number in range(500)])
    assert store.prune(max_age=timedelta(days=30), max_bytes=None, now=NOW) == 500
    assert set(rows_in(store).values()) == {0}
    assert store.totals(HistoryQuery(), TotalBy.PROGRAM) == ()


def test_texts_that_nobody_uses_go_once_many_decisions_went(store: HistoryStore) -> None:
    """Not with each: finding them reads every flow and process."""
    with_hosts = [
        replace(found, facts=Facts(hosts=(f"host{found.event.id}.test",)))
        for found in (at(number, timedelta(days=100 - number)) for number in range(100))
    ]
    store.append(with_hosts)
    kept_texts = rows_in(store)["strings"]
    store.prune(max_age=timedelta(days=97, hours=12), max_bytes=None, now=NOW)
    assert (store.count(), rows_in(store)["strings"]) == (97, kept_texts)
    store.prune(max_age=timedelta(days=94, hours=12), max_bytes=None, now=NOW)
    assert (store.count(), rows_in(store)["strings"]) == (94, kept_texts - 6)
    check_counts(store)


def test_size_deletes_the_oldest_and_shrinks_the_file(store: HistoryStore, tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    for first in range(0, 6000, 1000):
        store.append([varied(number) for number in range(first, first + 1000)])
    store.prune(max_age=None, max_bytes=None, now=NOW)
    assert store.size() > 600_000
    deleted = store.prune(max_age=None, max_bytes=300_000, now=NOW)
    assert 0 < deleted < 6000
    assert kept(store) == list(range(5999, deleted - 1, -1))
    assert store.size() <= 300_000
    assert path.stat().st_size <= 300_000
    check_counts(store)


def varied(number: int) -> Decision:
    """A decision with a process, a destination and a command of its own."""
    event = samples.an_event(number, remote=ip_address(IPv4Address(number), 443))
    process = replace(event.process, pid=number, tid=number + 1)
    facts = Facts(command=("program", str(number)))
    when = NOW + timedelta(seconds=number)
    return replace(
        samples.a_decision(number), event=replace(event, process=process), facts=facts, when=when
    )


def test_minutes_are_those_of_the_newest_day_and_hours_stay(store: HistoryStore) -> None:
    store.append([at(1, timedelta(days=3)), at(2, timedelta(hours=1))])
    assert store.prune(max_age=None, max_bytes=None, now=NOW) == 0
    assert len(store.timeline(HistoryQuery(), Step.MINUTE)) == 1
    assert len(store.timeline(HistoryQuery(), Step.HOUR)) == 2
    assert store.count() == 2


def test_deleted_strings_are_not_taken_for_known(store: HistoryStore) -> None:
    """What the writer has in its memory goes with what is deleted."""
    store.append([at(1, timedelta(days=50))])
    store.prune(max_age=timedelta(days=30), max_bytes=None, now=NOW)
    store.append([at(1, timedelta())])
    assert store.page().rows[0].decision == at(1, timedelta())
    check_counts(store)


def test_what_another_process_deleted_is_not_taken_for_known(
    store: HistoryStore, tmp_path: Path
) -> None:
    """Nor is a number that then stands for something else."""
    store.append([varied(1)])
    with closing(HistoryStore(tmp_path / "history.sqlite", clock=lambda: NOW)) as other:
        assert other.open() == ()
        assert other.prune(max_age=None, max_bytes=0, now=NOW) == 1
        other.append([varied(2)])
        store.append([varied(1)])
        decisions = [row.decision for row in other.export()]
        assert [found.event.remote for found in decisions] == [
            ip_address(IPv4Address(1), 443),
            ip_address(IPv4Address(2), 443),
        ]
    check_counts(store)


@settings(deadline=None, max_examples=50)
@given(
    ages=st.lists(st.integers(0, 60 * 24 * 3), min_size=1, max_size=40),
    bound=st.integers(0, 60 * 24 * 3),
    chunk=st.integers(1, 5),
    packed_at=st.none() | st.integers(-60 * 24 * 2, 60 * 24 * 3),
)
def test_any_mix_is_deleted_in_any_chunks(
    memory: HistoryStore, ages: list[int], bound: int, chunk: int, packed_at: int | None
) -> None:
    """Packed before, also by a clock that is set back afterwards, or not."""
    store = memory
    with pytest.MonkeyPatch.context() as patch:
        store.prune(max_age=None, max_bytes=0, now=NOW)
        patch.setattr(retention, "_CHUNK", chunk)
        store.append([at(n, timedelta(minutes=age)) for n, age in enumerate(ages)])
        if packed_at is not None:
            when = NOW - timedelta(minutes=packed_at)
            store.prune(max_age=None, max_bytes=None, now=when)
            check_counts(store)
        store.prune(max_age=timedelta(minutes=bound), max_bytes=None, now=NOW)
        assert kept(store) == [n for n, age in enumerate(ages) if age <= bound][::-1]
        check_counts(store)
