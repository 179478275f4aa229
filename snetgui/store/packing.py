# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals of hours that are over, packed: an array is read twenty times as fast as its rows.

What was counted of an hour stands in rows (flow, count) until the hour is over.
Then it becomes one row of two arrays: the flows' numbers, rising, and their
counts. A day that is over has the sum of its hours besides. What changes a
packed hour later (a clock that was set back, deletion) stands in rows again
until the next packing, as a difference: it may be negative.

So for an hour: its arrays and its rows count together. For a day: its arrays if
it has them, else those of its hours; and the rows of its hours.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from snetgui.model import Step, StoreDamaged

from .interning import cursor_of
from .values import instant_in

HOUR: Final = Step.HOUR.value
DAY: Final = Step.DAY.value
_MICROSECONDS: Final = 1_000_000
_NUMBER: Final = "I"  # 32 bits, least byte first
_EVER: Final = 1 << 60

Packed = tuple[int, "array[int]", "array[int]"]
"""Where a step begins (seconds since 1970), numbers of flows, counts of them."""

_ROWS = "SELECT flow, count FROM totals WHERE bucket = ?"
_ROWS_BETWEEN = (
    "SELECT bucket, flow, count FROM totals WHERE bucket >= ? AND bucket < ? ORDER BY bucket"
)
_ROWS_DONE = "DELETE FROM totals WHERE bucket = ?"
_HOUR_THAT_IS_OVER = "SELECT bucket FROM totals WHERE bucket < ? ORDER BY bucket LIMIT 1"
_HOUR_THAT_IS_PACKED = (
    "SELECT bucket FROM packed_hours AS packed WHERE bucket >= ? "
    "AND EXISTS (SELECT 1 FROM totals WHERE bucket = packed.bucket) LIMIT 1"
)
_NEXT_HOUR = "SELECT min(bucket) FROM packed_hours WHERE bucket >= ?"
_HAS_DAY = "SELECT 1 FROM packed_days WHERE bucket = ?"
_PACKED = "SELECT flows, counts FROM {table} WHERE bucket = ?"
_PACKED_BETWEEN = "SELECT bucket, flows, counts FROM {table} WHERE bucket >= ? AND bucket < ?"
_OF_NO_DAY = (
    " AND bucket - ((bucket % 86400) + 86400) % 86400 NOT IN (SELECT bucket FROM packed_days)"
)
_KEEP = "INSERT OR REPLACE INTO {table} (bucket, flows, counts) VALUES (?, ?, ?)"
_DROP = "DELETE FROM {table} WHERE bucket = ?"


def pack_some(connection: Connection, now: datetime) -> int:
    """Pack one hour or one day that needs it; how many, 0 when none is left."""
    cursor = cursor_of(connection)
    second = instant_in(now) // _MICROSECONDS
    this_hour, this_day = second - second % HOUR, second - second % DAY
    for statement in (_HOUR_THAT_IS_OVER, _HOUR_THAT_IS_PACKED):
        found = cursor.execute(statement, (this_hour,)).fetchone()
        if found is not None:
            _pack_hour(connection, int(found[0]))
            return 1
    day = _day_to_pack(connection, this_day)
    if day is None:
        return 0
    _pack_day(connection, day)
    return 1


def packed(connection: Connection, step: Step, start: int, end: int) -> Iterator[Packed]:
    """What is packed of start <= bucket < end, and what is not packed yet, in no order.

    The same step may come several times. A bucket is an hour's, with DAY also a day's.
    """
    cursor = cursor_of(connection)
    hours = _PACKED_BETWEEN.format(table="packed_hours")
    if step is Step.DAY:
        days = _PACKED_BETWEEN.format(table="packed_days")
        yield from map(_unpack, cursor.execute(days, (start, end)))
        hours += _OF_NO_DAY
    yield from map(_unpack, cursor.execute(hours, (start, end)))
    yield from _unpacked(connection, start, end)


def _unpacked(connection: Connection, start: int, end: int) -> Iterator[Packed]:
    """The rows, as arrays that may have negative counts."""
    found: Packed | None = None
    rows = cursor_of(connection).execute(_ROWS_BETWEEN, (start, end))
    for bucket, flow, count in rows:
        if found is None or found[0] != bucket:
            if found is not None:
                yield found
            found = (bucket, array("q"), array("q"))
        found[1].append(flow)
        found[2].append(count)
    if found is not None:
        yield found


def _pack_hour(connection: Connection, hour: int) -> None:
    cursor = cursor_of(connection)
    changes = dict(cursor.execute(_ROWS, (hour,)))
    day = hour - hour % DAY
    _add(connection, "packed_hours", hour, changes)
    if cursor.execute(_HAS_DAY, (day,)).fetchone() is not None:
        _add(connection, "packed_days", day, changes)
    cursor.execute(_ROWS_DONE, (hour,))


def _day_to_pack(connection: Connection, before: int) -> int | None:
    """One that is over and has hours, but no arrays of its own."""
    cursor, start = cursor_of(connection), -_EVER
    while True:
        (hour,) = cursor.execute(_NEXT_HOUR, (start,)).fetchone()
        if hour is None or hour >= before:
            return None
        day: int = hour - hour % DAY
        if cursor.execute(_HAS_DAY, (day,)).fetchone() is None:
            return day
        start = day + DAY


def _pack_day(connection: Connection, day: int) -> None:
    statement = _PACKED_BETWEEN.format(table="packed_hours")
    total: dict[int, int] = {}
    for _, flows, counts in map(
        _unpack, cursor_of(connection).execute(statement, (day, day + DAY))
    ):
        _add_to(total, dict(zip(flows, counts, strict=True)))
    _add(connection, "packed_days", day, total)


def _add(connection: Connection, table: str, bucket: int, changes: Mapping[int, int]) -> None:
    """Change what is packed; what then is nothing goes."""
    cursor = cursor_of(connection)
    old = cursor.execute(_PACKED.format(table=table), (bucket,)).fetchone()
    total: dict[int, int] = {}
    if old is not None:
        _, flows, counts = _unpack((bucket, *old))
        total = dict(zip(flows, counts, strict=True))
    _add_to(total, changes)
    left = sorted((flow, count) for flow, count in total.items() if count > 0)
    if left:
        kept = (_bytes([flow for flow, _ in left]), _bytes([count for _, count in left]))
        cursor.execute(_KEEP.format(table=table), (bucket, *kept))
    else:
        cursor.execute(_DROP.format(table=table), (bucket,))


def _add_to(total: dict[int, int], changes: Mapping[int, int]) -> None:
    for flow, count in changes.items():
        total[flow] = total.get(flow, 0) + count


def _bytes(numbers: list[int]) -> bytes:
    packed_numbers = array(_NUMBER, numbers)
    if sys.byteorder == "big":
        packed_numbers.byteswap()
    return packed_numbers.tobytes()


def _unpack(row: tuple[int, bytes, bytes]) -> Packed:
    """Raises StoreDamaged for what _bytes() can't have made."""
    bucket, *raw = row
    try:
        flows, counts = map(_numbers, raw)
    except ValueError as fault:
        raise StoreDamaged(f"the history is damaged: totals of {bucket} ({fault})") from fault
    if len(flows) != len(counts):
        raise StoreDamaged(f"the history is damaged: totals of {bucket} are not in pairs")
    return bucket, flows, counts


def _numbers(data: bytes) -> array[int]:
    numbers = array(_NUMBER)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
