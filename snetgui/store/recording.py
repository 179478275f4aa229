# SPDX-License-Identifier: GPL-2.0-or-later
"""One batch of decisions into the history's tables, with all counts that are kept of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection

from snetgui.model import Decision, Step

from .interning import Interner, cursor_of
from .values import instant_in, u64_in

_MICROSECONDS = 1_000_000
_MINUTE = Step.MINUTE.value
_HOUR = Step.HOUR.value

_TAKE_IDS = "UPDATE counters SET value = value + ? WHERE name = 'decisions' RETURNING value"
_ADD = (
    "INSERT INTO decisions (id, flow, process, tid, at, held_ns, event_id, port) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_COUNT_FLOW = "UPDATE flows SET count = count + ? WHERE id = ?"
_COUNT_PROCESS = "UPDATE processes SET count = count + ? WHERE id = ?"
_COUNT_TOTAL = (
    "INSERT INTO totals (bucket, flow, count) VALUES (?, ?, ?) "
    "ON CONFLICT DO UPDATE SET count = count + excluded.count"
)
_COUNT_SPAN = (
    "INSERT INTO spans (minute, first_id, last_id, count) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET first_id = min(first_id, excluded.first_id), "
    "last_id = max(last_id, excluded.last_id), count = count + excluded.count"
)


def bucket_of(at: int, step: int) -> int:
    """The start of the step (seconds since 1970) that a time (microseconds) is in."""
    second = at // _MICROSECONDS
    return second - second % step


def record(connection: Connection, interner: Interner, decisions: Sequence[Decision]) -> None:
    """Write a batch, inside the caller's transaction."""
    if not decisions:
        return
    taken = connection.exec_driver_sql(_TAKE_IDS, (len(decisions),)).scalar_one()
    first = int(taken) - len(decisions) + 1
    cursor = cursor_of(connection)
    rows = []
    for number, decision in enumerate(decisions, first):
        event = decision.event
        flow, other_port = interner.flow(cursor, decision)
        process = interner.process(cursor, event, decision.facts)
        tid = None if event.process.tid == event.process.pid else event.process.tid
        at = instant_in(decision.when)
        event_id = u64_in(event.id)
        rows.append((number, flow, process, tid, at, decision.held_ns, event_id, other_port))
    cursor.executemany(_ADD, rows)
    _count(connection, rows)


_Row = tuple[int, int, int, int | None, int, int, int, int | None]


def _count(connection: Connection, rows: Sequence[_Row]) -> None:
    spans: dict[int, tuple[int, int, int]] = {}
    flows = Counter(row[1] for row in rows)
    processes = Counter(row[2] for row in rows)
    hours: Counter[tuple[int, int]] = Counter()
    for number, flow, _, _, at, *_ in rows:
        second = at // _MICROSECONDS
        hours[second - second % _HOUR, flow] += 1
        minute = second - second % _MINUTE
        first, _last, count = spans.get(minute, (number, number, 0))
        spans[minute] = (first, number, count + 1)
    run = cursor_of(connection).executemany
    run(_COUNT_FLOW, [(count, flow) for flow, count in flows.items()])
    run(_COUNT_PROCESS, [(count, process) for process, count in processes.items()])
    run(_COUNT_SPAN, [(minute, *span) for minute, span in spans.items()])
    count_hours(connection, hours)


def count_hours(connection: Connection, counts: Counter[tuple[int, int]]) -> None:
    """Add to totals: counts of (hour, flow), negative ones too."""
    rows = [(*key, count) for key, count in sorted(counts.items())]
    cursor_of(connection).executemany(_COUNT_TOTAL, rows)
