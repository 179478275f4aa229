# SPDX-License-Identifier: GPL-2.0-or-later
"""The store of decisions: every filter held against a plain search through a list."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address as parse_ip
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snetgui.model import (
    EVERYTHING,
    Action,
    Address,
    Decision,
    Facts,
    HistoryQuery,
    Reason,
    Slot,
    Step,
    StoreDamaged,
    Syscall,
    Total,
    TotalBy,
    ip_address,
    unix_address,
)
from snetgui.store import newest, selection
from snetgui.store.history import HistoryStore

from . import samples

NOW = samples.NOW
PROGRAMS = ["/usr/bin/curl", "/usr/bin/CURL_2", "/opt/100%/x", "/opt/\udcff", "", '["www"]', "[x"]
PLACES: list[Address | None] = [
    None,
    ip_address(parse_ip("192.0.2.1"), 443),
    ip_address(parse_ip("192.0.2.1"), 80),
    ip_address(parse_ip("2001:db8::7"), 443),
    ip_address(parse_ip("::ffff:192.0.2.1"), 80),
    unix_address("/run/dbus"),
    unix_address("@abstract"),
    unix_address("@a\0behind"),
]
HOSTS = [
    None,
    (),
    ("example.org",),
    ("www.example.org", "example.org"),
    ("other.test",),
    ("ex\u00e4mple.test", 'a"b,c', "back\\slash"),
]
MINUTES = [0, 1, 59, 60, 61, 60 * 24, 60 * 24 * 3]


@st.composite
def small_decisions(draw: st.DrawFn) -> Decision:
    """Few values, so that filters meet them often."""
    event = samples.an_event(draw(st.integers(1, 5)))
    process = replace(
        event.process, exe=draw(st.sampled_from(PROGRAMS)), uid=draw(st.sampled_from([0, 1000]))
    )
    event = replace(
        event,
        process=process,
        syscall=draw(st.sampled_from([Syscall.CONNECT, Syscall.LISTEN, Syscall.ACCEPT])),
        local=draw(st.sampled_from(PLACES)),
        remote=draw(st.sampled_from(PLACES)),
    )
    return Decision(
        event=event,
        action=draw(st.sampled_from(Action)),
        errno=0,
        reason=draw(st.sampled_from([Reason.RULE, Reason.TIMEOUT, Reason.NO_AGENT])),
        held_ns=5,
        when=NOW + timedelta(minutes=draw(st.sampled_from(MINUTES))),
        rule_id=draw(st.sampled_from([None, 1])),
        facts=Facts(
            user=draw(st.sampled_from([None, "ada", "Bob"])),
            hosts=draw(st.sampled_from(HOSTS)),
        ),
    )


WORDS = [
    *("curl", "CURL_", "0%", "%", "_", "www", "443", "0443", "ADA", "bin", "192.0.2", "timeout"),
    *("no", "'", "[", '"', ",", '","', "\\", "e4", "u00e4", "\u00e4", "\u00c4", "slash", "k\\s"),
    *("\udcff", "\udcfe", "behind", "a\0b", "9" * 5000, "x" * 6000),
]
EDGES = [
    *(NOW + timedelta(minutes=minute, seconds=s) for minute in MINUTES for s in (-30, 0, 30)),
    *(NOW.replace(minute=0, second=0, microsecond=0) + timedelta(hours=h) for h in (0, 1, 2, 25)),
    NOW.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1),
]
_edges = st.none() | st.sampled_from(EDGES)
queries = st.builds(
    HistoryQuery,
    program=st.none() | st.sampled_from([*PROGRAMS, "/usr/bin/cur", "/nowhere"]),
    destination=st.none()
    | st.sampled_from(["192.0.2.1", "2001:db8::7", "example.org", "org", "/run/dbus", "@abstract"]),
    port=st.none() | st.sampled_from([80, 443, 22]),
    uid=st.none() | st.sampled_from([0, 1000, 5]),
    action=st.none() | st.sampled_from(Action),
    reason=st.none() | st.sampled_from(Reason),
    syscall=st.none() | st.sampled_from(Syscall),
    rule_id=st.none() | st.sampled_from([1, 2]),
    since=_edges,
    until=_edges,
    search=st.sampled_from(["", "", ""])
    | st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
)


def peer_text(decision: Decision) -> str | None:
    remote = decision.event.remote
    return None if remote is None else str(remote.ip) if remote.ip else remote.path


def service_port(decision: Decision) -> int | None:
    event = decision.event
    address = event.remote if event.syscall is Syscall.CONNECT else event.local
    return None if address is None else address.port


def fold(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)


def has_word(decision: Decision, word: str) -> bool:
    texts = [decision.event.process.exe, peer_text(decision) or "", decision.facts.user or ""]
    texts += decision.facts.hosts or ()
    return (
        any(fold(word) in fold(text) for text in texts)
        or (word.isdigit() and len(word) < 6 and int(word) == service_port(decision))
        or word.lower() == decision.reason
    )


def matches(decision: Decision, query: HistoryQuery) -> bool:
    """What HistoryQuery says, word by word."""
    event = decision.event
    tests = [
        (query.program, event.process.exe),
        (query.port, service_port(decision)),
        (query.uid, event.process.uid),
        (query.action, decision.action),
        (query.reason, decision.reason),
        (query.syscall, event.syscall),
        (query.rule_id, decision.rule_id),
    ]
    names = (peer_text(decision), *(decision.facts.hosts or ()))
    return (
        all(asked is None or asked == found for asked, found in tests)
        and (query.destination is None or query.destination in names)
        and (query.since is None or query.since <= decision.when)
        and (query.until is None or decision.when < query.until)
        and all(has_word(decision, word) for word in query.search.split())
    )


def ids_of(found: Sequence[Decision], query: HistoryQuery) -> list[int]:
    return [n for n, decision in enumerate(found, 1) if matches(decision, query)][::-1]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with closing(HistoryStore(tmp_path / "history.sqlite", clock=lambda: NOW)) as store:
        assert store.open() == ()
        yield store


@pytest.fixture(scope="module")
def memory() -> Iterator[HistoryStore]:
    """A store whose file can't be made: as quick as a test of many rounds needs it."""
    with closing(HistoryStore(Path("/dev/null/history.sqlite"))) as store:
        (warning,) = store.open()
        assert "in memory only" in warning
        yield store


def begin_round(
    store: HistoryStore, recorded: list[Decision], packings: Sequence[tuple[int, int]] = ()
) -> int:
    """Leave nothing but these; returns the id before the first of them.

    Args:
        packings: (how many first, minutes of the clock), rising: totals are packed then.
    """
    store.prune(max_age=None, max_bytes=0, now=NOW)
    store.append([samples.a_decision()])
    (marker,) = store.page().rows
    store.prune(max_age=None, max_bytes=0, now=NOW)
    done = 0
    for first, minutes in packings:
        store.append(recorded[done:first])
        store.prune(max_age=None, max_bytes=None, now=NOW + timedelta(minutes=minutes))
        done = max(done, first)
    store.append(recorded[done:])
    return marker.id


_packings = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from([0, 61, 60 * 25, 60 * 24 * 9])), max_size=3
).map(sorted)


@pytest.mark.parametrize("few", [50_000, 0], ids=["few", "many"])
@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    recorded=st.lists(small_decisions(), max_size=25),
    asked=st.lists(queries, min_size=1, max_size=8),
    packings=_packings,
    limit=st.integers(1, 7),
)
def test_filters_pages_and_counts_are_those_of_a_plain_search(
    memory: HistoryStore,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    recorded: list[Decision],
    asked: list[HistoryQuery],
    packings: list[tuple[int, int]],
    limit: int,
) -> None:
    """few=0 takes the way of many decisions; a window of 3 lets it go on to the hours."""
    monkeypatch.setattr(newest, "_FEW", few)
    monkeypatch.setattr(newest, "_WINDOW", 3)
    last = begin_round(memory, recorded, packings)
    for query in [*asked, EVERYTHING]:
        expected = [last + number for number in ids_of(recorded, query)]
        assert [row.id for row in memory.export(query)] == expected
        assert memory.count(query) == len(expected)
        check_pages(memory, query, expected, limit)


@pytest.fixture(scope="module")
def varied(memory: HistoryStore) -> tuple[HistoryStore, int, list[Decision]]:
    """All programs, places and names, each in several hours; and the id before the first."""
    made = [
        replace(
            samples.a_decision(number, reason=Reason.TIMEOUT if number % 4 == 0 else Reason.RULE),
            when=NOW + timedelta(minutes=minutes),
            facts=Facts(user=("ada", "Bob")[number % 2], hosts=hosts),
        )
        for number, (hosts, minutes) in enumerate(product(HOSTS, MINUTES), 1)
    ]
    for number, decision in enumerate(made):
        process = replace(decision.event.process, exe=PROGRAMS[number % len(PROGRAMS)])
        event = replace(decision.event, process=process, remote=PLACES[number % len(PLACES)])
        made[number] = replace(decision, event=event)
    return memory, begin_round(memory, made, [(20, 60 * 25)]), made


@pytest.mark.parametrize("word", WORDS, ids=lambda word: repr(word[:10]))
def test_each_word_finds_what_has_it(
    varied: tuple[HistoryStore, int, list[Decision]], word: str
) -> None:
    store, last, made = varied
    query = HistoryQuery(search=word)
    assert [row.id - last for row in store.export(query)] == ids_of(made, query)


@pytest.mark.parametrize("since", [None, *EDGES[::3], *EDGES[-5:]])
@pytest.mark.parametrize("few", [50_000, 0], ids=["few", "many"])
def test_each_span_of_time_has_what_is_in_it(
    varied: tuple[HistoryStore, int, list[Decision]],
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    since: datetime | None,
) -> None:
    monkeypatch.setattr(newest, "_FEW", few)
    monkeypatch.setattr(newest, "_WINDOW", 3)
    store, last, made = varied
    for until in (None, *EDGES):
        query = HistoryQuery(since=since, until=until, reason=Reason.RULE, search="a")
        expected = ids_of(made, query)
        assert [row.id - last for row in store.export(query)] == expected
        assert store.count(query) == len(expected)
        for by in TotalBy:
            wide = widened(query, Step.HOUR)
            assert store.totals(query, by) == largest([d for d in made if matches(d, wide)], by)
        for step in (Step.HOUR, Step.DAY):
            check_timeline(store, made, query, step)


def check_pages(store: HistoryStore, query: HistoryQuery, expected: list[int], limit: int) -> None:
    page = store.page(query, limit=limit)
    assert [row.id for row in page.rows] == expected[:limit]
    assert page.more == (len(expected) > limit)
    if page.more:
        following = store.page(query, before=page.rows[-1].id, limit=limit)
        assert [row.id for row in following.rows] == expected[limit : 2 * limit]
        assert store.page(query, offset=limit, limit=limit) == following


@pytest.mark.parametrize("places", [(2, 4, 5), (2, 10, 18), (1, 20), (9, 10, 11, 12), (1,)])
@pytest.mark.parametrize(
    "hours",
    [
        range(1, 21),
        range(20, 0, -1),
        [*range(1, 9), *range(4, 16)],
        [7] * 20,
        [1, 30] * 10,
        [1] * 8 + [5] * 4 + [1] * 8,
    ],
    ids=["even", "backwards", "set back", "one", "across", "around"],
)
@pytest.mark.parametrize("packed", [True, False])
def test_many_are_found_however_old_and_scattered(
    store: HistoryStore,
    monkeypatch: pytest.MonkeyPatch,
    places: tuple[int, ...],
    hours: Sequence[int],
    packed: bool,
) -> None:
    """Among the newest, and in the hours that have some, whatever the clock did."""
    monkeypatch.setattr(newest, "_FEW", 0)
    monkeypatch.setattr(newest, "_WINDOW", 3)
    reasons = dict.fromkeys(places, Reason.TIMEOUT)
    store.append(
        [
            samples.a_decision(
                n, reason=reasons.get(n, Reason.RULE), when=NOW + timedelta(hours=hour)
            )
            for n, hour in enumerate(hours, 1)
        ]
    )
    if packed:
        store.prune(max_age=None, max_bytes=None, now=NOW + timedelta(days=5))
    found = [row.id for row in store.export(HistoryQuery(reason=Reason.TIMEOUT))]
    assert found == sorted(places, reverse=True)


def name_of(decision: Decision, by: TotalBy) -> str:
    if by is TotalBy.PROGRAM:
        return decision.event.process.exe
    return (decision.facts.hosts or (peer_text(decision) or "",))[0]


@settings(deadline=None, max_examples=50)
@given(
    recorded=st.lists(small_decisions(), max_size=25),
    query=queries,
    by=st.sampled_from(TotalBy),
    step=st.sampled_from(Step),
    packings=_packings,
)
def test_totals_and_plots_are_those_of_a_plain_search(
    memory: HistoryStore,
    recorded: list[Decision],
    query: HistoryQuery,
    by: TotalBy,
    step: Step,
    packings: list[tuple[int, int]],
) -> None:
    begin_round(memory, recorded, packings)
    simple = HistoryQuery(program=query.program, action=query.action, since=query.since)
    for asked in (query, simple, EVERYTHING):
        check_timeline(memory, recorded, asked, step)
    wide = widened(query, Step.HOUR)
    matching = [decision for decision in recorded if matches(decision, wide)]
    assert memory.totals(query, by) == largest(matching, by)


def check_timeline(
    memory: HistoryStore, recorded: list[Decision], query: HistoryQuery, step: Step
) -> None:
    wide = widened(query, step)
    matching = [decision for decision in recorded if matches(decision, wide)]
    if step is Step.MINUTE and recorded:
        newest_minute = start_of(max(found.when for found in recorded), step)
        matching = [found for found in matching if found.when >= newest_minute - timedelta(days=1)]
    assert memory.timeline(query, step) == slots(matching, step)


def start_of(when: datetime, step: Step) -> datetime:
    return datetime.fromtimestamp(when.timestamp() // step.value * step.value, UTC)


def widened(query: HistoryQuery, step: Step) -> HistoryQuery:
    since, until = query.since, query.until
    if since is not None:
        since = start_of(since, step)
    if until is not None:
        last = start_of(until - timedelta(microseconds=1), step)
        until = last + timedelta(seconds=step.value)
    return replace(query, since=since, until=until)


def slots(decisions: Sequence[Decision], step: Step) -> tuple[Slot, ...]:
    counts = Counter((start_of(found.when, step), found.action) for found in decisions)
    starts = sorted({start for start, _ in counts})
    return tuple(Slot(s, counts[s, Action.ALLOW], counts[s, Action.DENY]) for s in starts)


def largest(decisions: Sequence[Decision], by: TotalBy) -> tuple[Total, ...]:
    counts = Counter((name_of(found, by), found.action) for found in decisions)
    rows = [
        Total(name, counts[name, Action.ALLOW], counts[name, Action.DENY])
        for name in {name for name, _ in counts}
    ]
    return tuple(sorted(rows, key=lambda row: (-row.allowed - row.denied, row.name)))


def test_ids_are_not_used_again_when_all_was_deleted(store: HistoryStore) -> None:
    store.append([samples.a_decision(n) for n in range(5)])
    assert store.prune(max_age=None, max_bytes=0, now=NOW) == 5
    assert store.count() == 0
    store.append([samples.a_decision()])
    assert [row.id for row in store.page().rows] == [6]


def test_append_of_nothing_is_nothing(store: HistoryStore) -> None:
    store.append([])
    assert store.count() == 0
    assert store.page().rows == ()


def test_batch_that_fails_leaves_nothing_and_the_next_one_is_whole(store: HistoryStore) -> None:
    """The numbers of what the failed batch added must be forgotten with it."""
    bad = samples.a_decision(2, held_ns=2**70)
    with pytest.raises(OverflowError):
        store.append([samples.a_decision(1), bad])
    assert store.count() == 0
    good = [samples.a_decision(1), samples.a_decision(3)]
    store.append(good)
    assert [row.decision for row in store.page().rows] == good[::-1]
    assert [row.id for row in store.page().rows] == [2, 1]


def statement_plans(store: HistoryStore, query: HistoryQuery) -> str:
    """How SQLite answers the statements of a page."""
    seen: list[tuple[str, object]] = []
    with store._database.read() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(lambda statement: seen.append((statement, None)))
        chosen = selection.select_by(connection, query)
        newest.newest_ids(connection, chosen, before=None, limit=10)
        raw.set_trace_callback(None)
        plans = [
            raw.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            for statement, _ in seen
            if statement.startswith("SELECT")
        ]
    return json.dumps(plans)


@pytest.mark.parametrize("few", [50_000, 0], ids=["few", "many"])
def test_no_page_sorts_or_scans_all_decisions(
    store: HistoryStore, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(newest, "_FEW", few)
    store.append([samples.a_decision(n) for n in range(50)])
    for query in (
        HistoryQuery(program="/usr/bin/program1", since=NOW),
        HistoryQuery(action=Action.DENY),
        HistoryQuery(search="program"),
        EVERYTHING,
    ):
        plan = statement_plans(store, query)
        assert '"SCAN decisions"' not in plan
        if few and query.action:
            assert "SEARCH decisions USING COVERING INDEX decisions_flow (flow=? AND rowid" in plan
        if not few or query == EVERYTHING:
            assert "SEARCH decisions USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan
            assert "TEMP B-TREE FOR ORDER BY" not in plan


def test_damaged_totals_are_told_as_damage(store: HistoryStore) -> None:
    store.append([samples.a_decision()])
    store.prune(max_age=None, max_bytes=None, now=NOW + timedelta(days=2))
    for spoilt in ("counts = x'010203'", "counts = x''", "flows = x'ffffff7f', counts = flows"):
        with store._database.write() as connection:
            connection.exec_driver_sql(f"UPDATE packed_hours SET {spoilt}")
        with pytest.raises(StoreDamaged, match="totals of "):
            store.timeline(EVERYTHING, Step.HOUR)
