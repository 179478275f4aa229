# SPDX-License-Identifier: GPL-2.0-or-later
"""How many decisions: counted as they were recorded, read without scanning them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select

from snetgui.model import Action, HistoryQuery, Slot, Step, Total, TotalBy

from .history_schema import addresses, decisions, flows, strings, totals
from .recording import bucket_of
from .selection import Selection, count_of_flows, of_flow, select_by
from .values import instant_in, instant_out, text_out

_MICROSECONDS = 1_000_000
_HOUR = Step.HOUR.value * _MICROSECONDS


def count(connection: Connection, query: HistoryQuery) -> int:
    """How many decisions match, exactly."""
    selection = select_by(connection, query)
    if selection.empty:
        return 0
    if not selection.time_tests:
        return count_of_flows(connection, selection)
    return _count_between(connection, query, selection)


def _count_between(connection: Connection, query: HistoryQuery, selection: Selection) -> int:
    """Whole hours from the totals; the rest at both ends one by one."""
    since = None if query.since is None else instant_in(query.since)
    until = None if query.until is None else instant_in(query.until)
    first_whole = None if since is None else -(-since // _HOUR) * _HOUR
    end_whole = None if until is None else until // _HOUR * _HOUR
    if first_whole is not None and end_whole is not None and first_whole >= end_whole:
        return _count_one_by_one(connection, selection, since, until)
    found = _count_hours(connection, selection, first_whole, end_whole)
    if since is not None and first_whole is not None and since < first_whole:
        found += _count_one_by_one(connection, selection, since, first_whole)
    if until is not None and end_whole is not None and end_whole < until:
        found += _count_one_by_one(connection, selection, end_whole, until)
    return found


def _count_hours(
    connection: Connection, selection: Selection, start: int | None, end: int | None
) -> int:
    statement = select(func.sum(totals.c.count)).where(totals.c.step == Step.HOUR.value)
    if start is not None:
        statement = statement.where(totals.c.bucket >= start // _MICROSECONDS)
    if end is not None:
        statement = statement.where(totals.c.bucket < end // _MICROSECONDS)
    if selection.flow_tests:
        statement = statement.join(flows, flows.c.id == totals.c.flow).where(*selection.flow_tests)
    return int(connection.scalar(statement) or 0)


def _count_one_by_one(
    connection: Connection, selection: Selection, start: int | None, end: int | None
) -> int:
    narrow = HistoryQuery(
        since=None if start is None else instant_out(start),
        until=None if end is None else instant_out(end),
    )
    part = select_by(connection, narrow)
    statement = (
        select(func.count())
        .select_from(decisions)
        .where(decisions.c.id.between(part.first, part.last), *part.time_tests)
        .with_hint(decisions, "NOT INDEXED", "sqlite")
    )
    if selection.flow_tests:
        statement = statement.where(of_flow(selection))
    return int(connection.scalar(statement) or 0)


def timeline(connection: Connection, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
    """The points of a plot, oldest first; steps without a decision are left out.

    since and until widen to whole steps.
    """
    selection = select_by(connection, query)
    statement = (
        select(totals.c.bucket, flows.c.action, func.sum(totals.c.count))
        .join(flows, flows.c.id == totals.c.flow)
        .where(totals.c.count > 0, *_steps(query, step), *selection.flow_tests)
        .group_by(totals.c.bucket, flows.c.action)
        .order_by(totals.c.bucket)
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for bucket, action, number in connection.execute(statement):
        found[bucket][action] = number
    return tuple(
        Slot(instant_out(bucket * _MICROSECONDS), *_answers(by)) for bucket, by in found.items()
    )


def largest(
    connection: Connection, query: HistoryQuery, by: TotalBy, limit: int
) -> tuple[Total, ...]:
    """The programs or destinations with the most decisions, the largest first.

    since and until widen to whole hours.
    """
    if by is TotalBy.PROGRAM:
        rows = _program_sums(connection, query)
    else:
        rows = _destination_sums(connection, query)
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, action, number in rows:
        sums[name][action] += number
    found = [Total(name, *_answers(by_action)) for name, by_action in sums.items()]
    found.sort(key=lambda total: (-total.allowed - total.denied, total.name))
    return tuple(found[:limit])


def _program_sums(connection: Connection, query: HistoryQuery) -> Iterator[tuple[str, str, int]]:
    sums = _sums(connection, query, (flows.c.program,)).subquery()
    statement = select(sums, strings.c.text).join(strings, strings.c.id == sums.c.program)
    for _, action, number, text in connection.execute(statement):
        yield text_out(text), action, number


def _destination_sums(
    connection: Connection, query: HistoryQuery
) -> Iterator[tuple[str, str, int]]:
    sums = _sums(connection, query, (flows.c.hosts, flows.c.remote)).subquery()
    statement = (
        select(sums, strings.c.text, addresses.c.text)
        .join(strings, strings.c.id == sums.c.hosts, isouter=True)
        .join(addresses, addresses.c.id == sums.c.remote, isouter=True)
    )
    for _, _, action, number, hosts, address in connection.execute(statement):
        names = json.loads(hosts) if hosts else []
        yield names[0] if names else text_out(address or ""), action, number


def _sums(connection: Connection, query: HistoryQuery, keys: tuple[Column[int], ...]) -> Any:
    """(keys…, action, number) of the flows that match."""
    selection = select_by(connection, query)
    timed = query.since is not None or query.until is not None
    number = func.sum(totals.c.count if timed else flows.c.count).label("number")
    statement: Any = select(*keys, flows.c.action, number)
    if timed:
        statement = statement.join(totals, totals.c.flow == flows.c.id)
        statement = statement.where(*_steps(query, Step.HOUR))
    statement = statement.where(flows.c.count > 0, *selection.flow_tests)
    return statement.group_by(*keys, flows.c.action)


def _steps(query: HistoryQuery, step: Step) -> list[ColumnElement[bool]]:
    found = [totals.c.step == step.value]
    if query.since is not None:
        found.append(totals.c.bucket >= bucket_of(instant_in(query.since), step.value))
    if query.until is not None:
        # The last microsecond that counts: until itself does not.
        found.append(totals.c.bucket <= bucket_of(instant_in(query.until) - 1, step.value))
    return found


def _answers(by_action: Mapping[str, int]) -> tuple[int, int]:
    return by_action.get(Action.ALLOW, 0), by_action.get(Action.DENY, 0)
