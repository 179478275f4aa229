# SPDX-License-Identifier: GPL-2.0-or-later
"""What is deleted from the history: by age, by size, and what nothing refers to any more.

One step is one short transaction, so that writers hardly wait. The unit is a
minute: all counts that are kept of its decisions go down with them. By age
goes what is stamped too old, whatever its number: a clock that once stood in
the past takes nobody else's decisions along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from snetgui.model import Step

from .recording import bucket_of, count_hours
from .values import instant_in

_CHUNK = 20_000

_BY_STAMP = "SELECT minute, first_id, last_id, count FROM spans ORDER BY minute LIMIT 1"
_BY_ID = "SELECT minute, first_id, last_id, count FROM spans ORDER BY first_id LIMIT 1"
_OF_SPAN = (
    "SELECT id, flow, process FROM decisions NOT INDEXED "
    "WHERE id BETWEEN ? AND ? AND at >= ? AND at < ? ORDER BY id LIMIT ?"
)
_DELETE = "DELETE FROM decisions WHERE id = ?"
_UNCOUNT_FLOW = "UPDATE flows SET count = count - ? WHERE id = ?"
_UNCOUNT_PROCESS = "UPDATE processes SET count = count - ? WHERE id = ?"
_SPAN_DONE = "DELETE FROM spans WHERE minute = ?"
_SPAN_PART = "UPDATE spans SET first_id = ?, count = count - ? WHERE minute = ?"
_UNUSED = (
    "DELETE FROM totals WHERE count = 0",
    "DELETE FROM flows WHERE count <= 0",
    "DELETE FROM processes WHERE count <= 0",
)
_UNUSED_TEXTS = (
    """
    DELETE FROM strings WHERE id NOT IN (
        SELECT program FROM flows
        UNION SELECT user FROM flows WHERE user IS NOT NULL
        UNION SELECT hosts FROM flows WHERE hosts IS NOT NULL
        UNION SELECT interface FROM flows WHERE interface IS NOT NULL
        UNION SELECT comm FROM processes
        UNION SELECT ancestors FROM processes WHERE ancestors IS NOT NULL
        UNION SELECT sha256 FROM processes WHERE sha256 IS NOT NULL
        UNION SELECT application FROM processes WHERE application IS NOT NULL
        UNION SELECT package FROM processes WHERE package IS NOT NULL
        UNION SELECT unit FROM processes WHERE unit IS NOT NULL)
    """,
    """
    DELETE FROM addresses WHERE id NOT IN (
        SELECT remote FROM flows WHERE remote IS NOT NULL
        UNION SELECT local FROM flows WHERE local IS NOT NULL)
    """,
)


def delete_older(connection: Connection, cutoff: datetime) -> int:
    """Delete some decisions of minutes before the cutoff's; how many, 0 when done."""
    end = bucket_of(instant_in(cutoff), Step.MINUTE.value)
    deleted = 0
    while deleted < _CHUNK:
        span = connection.exec_driver_sql(_BY_STAMP).one_or_none()
        if span is None or span.minute >= end:
            break
        deleted += _delete_of(connection, span, _CHUNK)
    return deleted


def delete_oldest(connection: Connection, most: int) -> int:
    """Delete some of the decisions that were recorded first; how many, 0 if there is none."""
    deleted = 0
    while deleted < min(most, _CHUNK):
        span = connection.exec_driver_sql(_BY_ID).one_or_none()
        if span is None:
            break
        deleted += _delete_of(connection, span, min(most, _CHUNK) - deleted)
    return deleted


def delete_unused(connection: Connection) -> int:
    """Delete flows and processes that no decision refers to any more; how many rows.

    Totals must be packed before: what is packed may still name them.
    """
    return sum(connection.exec_driver_sql(statement).rowcount for statement in _UNUSED)


def delete_unused_texts(connection: Connection) -> int:
    """Delete texts that nothing refers to any more; how many. Reads all flows and processes."""
    return sum(connection.exec_driver_sql(statement).rowcount for statement in _UNUSED_TEXTS)


def _delete_of(connection: Connection, span: Row[Any], most: int) -> int:
    """Delete up to that many of a minute's decisions, and all counts of them."""
    start = span.minute * 1_000_000
    end = start + Step.MINUTE.value * 1_000_000
    bounds = (span.first_id, span.last_id, start, end, most)
    rows = connection.exec_driver_sql(_OF_SPAN, bounds).all()
    if rows:
        connection.exec_driver_sql(_DELETE, [(row.id,) for row in rows])
        _uncount(connection, span.minute, rows)
    if len(rows) < most:
        connection.exec_driver_sql(_SPAN_DONE, (span.minute,))
    else:
        connection.exec_driver_sql(_SPAN_PART, (rows[-1].id + 1, len(rows), span.minute))
    return len(rows)


def _uncount(connection: Connection, minute: int, rows: Sequence[Row[Any]]) -> None:
    by_flow = Counter(row.flow for row in rows)
    by_process = Counter(row.process for row in rows)
    connection.exec_driver_sql(_UNCOUNT_FLOW, [(n, flow) for flow, n in by_flow.items()])
    connection.exec_driver_sql(
        _UNCOUNT_PROCESS, [(n, process) for process, n in by_process.items()]
    )
    hour = minute - minute % Step.HOUR.value
    count_hours(connection, Counter({(hour, flow): -n for flow, n in by_flow.items()}))
