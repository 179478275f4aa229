# SPDX-License-Identifier: GPL-2.0-or-later
"""The newest decisions that match, found without reading all of them.

- not many in all (the flows count them): the index gives every one of them, the
  newest are picked.
- many: they are likely among the newest; else the totals say in which hours
  they are, and those are read, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Select, exists, func, literal, select

from snetgui.model import Step

from .history_schema import decisions, flows, spans
from .packing import DAY, HOUR
from .selection import Selection, of_flow
from .weighing import Weights, sums, weights_of

_FEW: Final = 50_000
_WINDOW: Final = 20_000
_LISTED: Final = 10_000
_STREAMED: Final = {"yield_per": 1000}

Range = tuple[int, int]
"""The first and the last id."""


def newest_ids(
    connection: Connection, selection: Selection, *, before: int | None, limit: int
) -> list[int]:
    """Ids of the newest decisions that match, falling, all of them below before."""
    first, last = selection.first, selection.last
    if before is not None:
        last = min(last, before - 1)
    if first > last or limit <= 0:
        return []
    if not selection.flow_tests:
        statement = select(decisions.c.id).where(*selection.time_tests)
        return _ids(connection, statement, (first, last), limit)
    matching = _few_flows(connection, selection)
    if matching is not None:
        return _through_index(connection, selection, matching, (first, last), limit)
    return _through_table(connection, selection, (first, last), limit)


def _few_flows(connection: Connection, selection: Selection) -> list[int] | None:
    """The flows that match, or None where they have many decisions."""
    statement = select(flows.c.id, flows.c.count).where(flows.c.count > 0, *selection.flow_tests)
    found: list[int] = []
    decisions_in_all = 0
    for number, count in connection.execute(statement, execution_options=_STREAMED):
        decisions_in_all += count
        found.append(number)
        if decisions_in_all > _FEW or len(found) > _LISTED:
            return None
    return found


def _through_index(
    connection: Connection, selection: Selection, matching: list[int], range_: Range, limit: int
) -> list[int]:
    """The index has ids alone: times are looked up one by one, and only until it is enough."""
    among = func.json_each(literal(str(matching))).table_valued("value")
    of_flows = (
        select(decisions.c.id)
        .where(decisions.c.flow.in_(select(among.c.value)), decisions.c.id.between(*range_))
        .with_hint(decisions, "INDEXED BY decisions_flow", "sqlite")
        .order_by(decisions.c.id.desc())
    )
    if not selection.time_tests:
        return list(connection.scalars(of_flows.limit(limit)))
    # LIMIT keeps SQLite from mixing the two: all would be looked up before they are sorted.
    falling = of_flows.limit(-1).subquery()
    in_time = exists().where(decisions.c.id == falling.c.id, *selection.time_tests)
    return list(connection.scalars(select(falling.c.id).where(in_time).limit(limit)))


def _through_table(
    connection: Connection, selection: Selection, range_: Range, limit: int
) -> list[int]:
    """The newest of all first, then the hours that have some."""
    first, last = range_
    low = max(first, last - _WINDOW + 1)
    statement = select(decisions.c.id).where(of_flow(selection), *selection.time_tests)
    found = _ids(connection, statement, (low, last), limit)
    if len(found) == limit or low == first:
        return found
    for start, end in _places(connection, selection, (first, low - 1)):
        some = (max(start, first), min(end, low - 1))
        found += _ids(connection, statement, some, limit - len(found))
        if len(found) == limit:
            break
    return found


def _ids(
    connection: Connection, statement: Select[tuple[int]], range_: Range, limit: int
) -> list[int]:
    if range_[0] > range_[1]:
        return []
    return list(
        connection.scalars(
            statement.where(decisions.c.id.between(*range_))
            .with_hint(decisions, "NOT INDEXED", "sqlite")
            .order_by(decisions.c.id.desc())
            .limit(limit)
        )
    )


def _places(connection: Connection, selection: Selection, range_: Range) -> Iterator[Range]:
    """Where among these ids decisions of the flows may be: apart from each other, falling.

    The ids of two hours lie across each other where the clock was set back.
    """
    low, high = 1, 0
    holds = _Holding(connection, weights_of(connection, selection))
    for hour, first, last in _hours(connection, range_):
        if not holds(hour):
            continue
        if low <= high and last < low:
            yield low, high
            low, high = first, last
        elif low <= high:
            yield last + 1, high
            low, high = min(low, first), last
        else:
            low, high = first, last
    yield low, high


def _hours(connection: Connection, range_: Range) -> list[tuple[int, int, int]]:
    """(hour, its first id, its last id), falling by the last."""
    hour = spans.c.minute - ((spans.c.minute % HOUR) + HOUR) % HOUR
    first, last = func.min(spans.c.first_id), func.max(spans.c.last_id)
    statement = (
        select(hour, first, last)
        .where(spans.c.first_id <= range_[1], spans.c.last_id >= range_[0])
        .group_by(hour)
        .order_by(last.desc())
    )
    return [(start, low, high) for start, low, high in connection.execute(statement)]


class _Holding:
    """Whether an hour has decisions of the flows. Its day is asked first, and once."""

    def __init__(self, connection: Connection, weights: Weights) -> None:
        self._connection = connection
        self._weights = weights
        self._days: dict[int, bool] = {}

    def __call__(self, hour: int) -> bool:
        day = hour - hour % DAY
        if day not in self._days:
            self._days[day] = self._has(Step.DAY, day, day + DAY)
        return self._days[day] and self._has(Step.HOUR, hour, hour + HOUR)

    def _has(self, step: Step, start: int, end: int) -> bool:
        return any(sums(self._connection, self._weights, step, start, end).values())
