# SPDX-License-Identifier: GPL-2.0-or-later
"""How many decisions: counted as they were recorded, read without scanning them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Column, Connection, func, select

from snetgui.model import HistoryQuery, Slot, Step, Total, TotalBy

from .history_schema import addresses, decisions, flows, spans, strings
from .packing import DAY, packed
from .recording import bucket_of
from .selection import Selection, count_of_flows, of_flow, select_by
from .values import instant_in, instant_out, text_out
from .weighing import WEIGHT, Weights, answers, sums, weights_of

_MICROSECONDS: Final = 1_000_000
# Beyond all times there are, and whole days, so that no end is left over.
_BEGINNING: Final = -1_000_000 * DAY
_END: Final = 10_000_000 * DAY


def count(connection: Connection, query: HistoryQuery) -> int:
    """How many decisions match, exactly."""
    selection = select_by(connection, query)
    if selection.empty:
        return 0
    if not selection.time_tests:
        return count_of_flows(connection, selection)
    start = _BEGINNING * _MICROSECONDS if query.since is None else instant_in(query.since)
    end = _END * _MICROSECONDS if query.until is None else instant_in(query.until)
    return _Counting(connection, selection).between(start, end, (Step.DAY, Step.HOUR))


class _Counting:
    """Whole steps from the totals, at both ends smaller ones, the last bits one by one."""

    def __init__(self, connection: Connection, selection: Selection) -> None:
        self._connection = connection
        self._selection = selection
        self._weights: Weights | None = None

    def between(self, start: int, end: int, steps: Sequence[Step]) -> int:
        """How many at start <= at < end."""
        if start >= end:
            return 0
        if not steps:
            return self._one_by_one(start, end)
        each = steps[0].value * _MICROSECONDS
        first, last = -(-start // each) * each, end // each * each
        if first >= last:
            return self.between(start, end, steps[1:])
        return (
            self.between(start, first, steps[1:])
            + self._whole(steps[0], first // _MICROSECONDS, last // _MICROSECONDS)
            + self.between(last, end, steps[1:])
        )

    def _whole(self, step: Step, start: int, end: int) -> int:
        if self._weights is None:
            self._weights = weights_of(self._connection, self._selection)
        found = sums(self._connection, self._weights, step, start, end)
        return sum(sum(answers(weight)) for weight in found.values())

    def _one_by_one(self, start: int, end: int) -> int:
        narrow = HistoryQuery(since=instant_out(start), until=instant_out(end))
        part = select_by(self._connection, narrow)
        statement = (
            select(func.count())
            .select_from(decisions)
            .where(decisions.c.id.between(part.first, part.last), *part.time_tests)
            .with_hint(decisions, "NOT INDEXED", "sqlite")
        )
        if self._selection.flow_tests:
            statement = statement.where(of_flow(self._selection))
        return int(self._connection.scalar(statement) or 0)


def timeline(connection: Connection, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
    """The points of a plot, oldest first; steps without a decision are left out.

    since and until widen to whole steps. Minutes are those of the newest day.
    """
    selection = _at_all_times(connection, query)
    if selection.empty:
        return ()
    start, end = _whole_steps(query, step)
    weights = weights_of(connection, selection)
    if step is Step.MINUTE:
        found = _minutes(connection, weights, start, end)
    else:
        found = sums(connection, weights, step, start, end)
    return tuple(
        Slot(instant_out(bucket * _MICROSECONDS), *answers(weight))
        for bucket, weight in sorted(found.items())
        if weight
    )


def _minutes(connection: Connection, weights: Weights, start: int, end: int) -> dict[int, int]:
    """The same by minutes, of which no totals are kept."""
    minute = spans.c.minute
    newest = connection.scalar(select(func.max(minute))) or 0
    start = max(start, newest - DAY)
    first, last = connection.execute(
        select(func.min(spans.c.first_id), func.max(spans.c.last_id)).where(
            minute >= start, minute < end
        )
    ).one()
    statement = (
        select(decisions.c.at, decisions.c.flow)
        .where(
            decisions.c.id.between(first, last),
            decisions.c.at >= start * _MICROSECONDS,
            decisions.c.at < end * _MICROSECONDS,
        )
        .with_hint(decisions, "NOT INDEXED", "sqlite")
    )
    found: dict[int, int] = defaultdict(int)
    for at, flow in connection.execute(statement):
        found[at // (Step.MINUTE.value * _MICROSECONDS)] += weights[flow]
    return {number * Step.MINUTE.value: weight for number, weight in found.items()}


def largest(
    connection: Connection, query: HistoryQuery, by: TotalBy, limit: int
) -> tuple[Total, ...]:
    """The programs or destinations with the most decisions, the largest first.

    since and until widen to whole hours.
    """
    selection = _at_all_times(connection, query)
    if selection.empty:
        return ()
    keys = (flows.c.program,) if by is TotalBy.PROGRAM else (flows.c.hosts, flows.c.remote)
    if query.since is None and query.until is None:
        by_key = _sums_ever(connection, selection, keys)
    else:
        by_key = _sums_of(connection, selection, keys, _whole_steps(query, Step.HOUR))
    by_name: dict[str, int] = defaultdict(int)
    names = _programs if by is TotalBy.PROGRAM else _destinations
    for key, name in names(connection, list(by_key)):
        by_name[name] += by_key[key]
    found = [Total(name, *answers(weight)) for name, weight in by_name.items() if weight]
    found.sort(key=lambda total: (-total.allowed - total.denied, total.name))
    return tuple(found[:limit])


Key = tuple[int | None, ...]


def _sums_ever(
    connection: Connection, selection: Selection, keys: tuple[Column[int], ...]
) -> dict[Key, int]:
    """What all decisions of the flows that match weigh, by these columns of theirs."""
    numbers = [
        func.coalesce(func.sum(flows.c.count).filter(flows.c.action == action), 0)
        for action in WEIGHT
    ]
    statement = (
        select(*numbers, *keys)
        .where(flows.c.count > 0, *selection.flow_tests)
        .group_by(*(key + 0 for key in keys))  # sorted anew: in an index's order it is slower
    )
    allowed, denied = WEIGHT.values()
    return {
        tuple(key): of_allow * allowed + of_deny * denied
        for of_allow, of_deny, *key in connection.execute(statement)
    }


def _sums_of(
    connection: Connection,
    selection: Selection,
    keys: tuple[Column[int], ...],
    range_: tuple[int, int],
) -> dict[Key, int]:
    """The same of some hours."""
    by_flow: dict[int, int] = defaultdict(int)
    for step, start, end in _days_and_hours(*range_):
        for _, numbers, counts in packed(connection, step, start, end):
            for flow, number in zip(numbers, counts, strict=True):
                by_flow[flow] += number
    statement = select(flows.c.id, flows.c.action, *keys).where(*selection.flow_tests)
    found: dict[Key, int] = defaultdict(int)
    for flow, action, *key in connection.execute(statement):
        if flow in by_flow:
            found[tuple(key)] += by_flow[flow] * WEIGHT[action]
    return found


def _days_and_hours(start: int, end: int) -> Iterator[tuple[Step, int, int]]:
    """Whole days where there are any, and the hours before and after."""
    first, last = -(-start // DAY) * DAY, end // DAY * DAY
    if first >= last:
        yield Step.HOUR, start, end
        return
    yield Step.HOUR, start, first
    yield Step.DAY, first, last
    yield Step.HOUR, last, end


def _programs(connection: Connection, keys: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    texts = _texts(connection, strings.c.id, strings.c.text, {key[0] for key in keys})
    return ((key, texts[key[0]]) for key in keys)


def _destinations(connection: Connection, keys: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    """The newest host's name, else the address, "" where there is none."""
    hosts = _texts(connection, strings.c.id, strings.c.text, {key[0] for key in keys})
    names = {number: _first_of(text) for number, text in hosts.items()}
    nameless = {remote for number, remote in keys if names.get(number) is None}
    places = _texts(connection, addresses.c.id, addresses.c.text, nameless)
    for key in keys:
        name = names.get(key[0])
        yield key, places.get(key[1], "") if name is None else name


def _first_of(hosts: str) -> str | None:
    names = json.loads(hosts)
    return str(names[0]) if names else None


def _texts(
    connection: Connection, number: Column[int], text: Column[str], wanted: set[int | None]
) -> dict[int | None, str]:
    """All of them in one go where they are many."""
    each = func.json_each(json.dumps(list(wanted - {None}))).table_valued("value")
    statement = select(number, text).where(number.in_(select(each.c.value)))
    return {found: text_out(kept) for found, kept in connection.execute(statement)}


def _at_all_times(connection: Connection, query: HistoryQuery) -> Selection:
    """The steps say when; within them, before since and after until count too."""
    return select_by(connection, replace(query, since=None, until=None))


def _whole_steps(query: HistoryQuery, step: Step) -> tuple[int, int]:
    """since and until widened to whole steps: start <= bucket < end, seconds since 1970."""
    start, end = _BEGINNING, _END
    if query.since is not None:
        start = bucket_of(instant_in(query.since), step.value)
    if query.until is not None:
        # The last microsecond that counts: until itself does not.
        end = bucket_of(instant_in(query.until) - 1, step.value) + step.value
    return start, end
