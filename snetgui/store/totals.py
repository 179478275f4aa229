# SPDX-License-Identifier: GPL-2.0-or-later
"""How many decisions: counted as they were recorded, read without scanning them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, ScalarSelect, Table, func, select

from snetgui.model import EVERYTHING, Action, HistoryQuery, Slot, Step, Total, TotalBy

from .history_schema import activity, addresses, decisions, flows, strings, totals
from .recording import bucket_of
from .selection import Selection, count_of_flows, of_flow, program_number, select_by
from .values import instant_in, instant_out, text_out

_MICROSECONDS = 1_000_000
# Beyond all times there are, and whole days, so that no end is left over.
_BEGINNING = -1_000_000 * Step.DAY.value * _MICROSECONDS
_END = 10_000_000 * Step.DAY.value * _MICROSECONDS


def count(connection: Connection, query: HistoryQuery) -> int:
    """How many decisions match, exactly."""
    selection = select_by(connection, query)
    if selection.empty:
        return 0
    if not selection.time_tests:
        return count_of_flows(connection, selection)
    start = _BEGINNING if query.since is None else instant_in(query.since)
    end = _END if query.until is None else instant_in(query.until)
    return _count_between(connection, selection, (start, end), (Step.DAY, Step.HOUR))


def _count_between(
    connection: Connection, selection: Selection, range_: tuple[int, int], steps: Sequence[Step]
) -> int:
    """Whole steps from the totals, at both ends smaller ones, the last bits one by one."""
    start, end = range_
    if start >= end:
        return 0
    if not steps:
        return _count_one_by_one(connection, selection, start, end)
    each = steps[0].value * _MICROSECONDS
    first, last = -(-start // each) * each, end // each * each
    if first >= last:
        return _count_between(connection, selection, range_, steps[1:])
    return (
        _count_between(connection, selection, (start, first), steps[1:])
        + _count_steps(connection, selection, steps[0], (first, last))
        + _count_between(connection, selection, (last, end), steps[1:])
    )


def _count_steps(
    connection: Connection, selection: Selection, step: Step, range_: tuple[int, int]
) -> int:
    start, end = (edge // _MICROSECONDS for edge in range_)
    statement = select(func.sum(totals.c.count)).where(
        totals.c.step == step.value, totals.c.bucket >= start, totals.c.bucket < end
    )
    if selection.flow_tests:
        statement = statement.where(_of_total(flows.c.id, selection).is_not(None))
    return int(connection.scalar(statement) or 0)


def _count_one_by_one(connection: Connection, selection: Selection, start: int, end: int) -> int:
    narrow = HistoryQuery(since=instant_out(start), until=instant_out(end))
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
    rows: Any
    if _known_by_program(query):
        rows = connection.execute(_by_program(connection, query, step))
    else:
        rows = connection.execute(_by_flow(connection, query, step))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for bucket, answer, number in rows:
        if answer is not None:
            found[bucket][answer] = number
    return tuple(
        Slot(instant_out(bucket * _MICROSECONDS), *_answers(by)) for bucket, by in found.items()
    )


def _known_by_program(query: HistoryQuery) -> bool:
    """Nothing is asked but what activity has."""
    asked = replace(query, program=None, action=None, since=None, until=None)
    return asked == EVERYTHING


def _by_program(connection: Connection, query: HistoryQuery, step: Step) -> Any:
    tests = [activity.c.count > 0, *_steps(activity, query, step)]
    if query.program is not None:
        tests.append(activity.c.program == program_number(connection, query.program))
    if query.action is not None:
        tests.append(activity.c.action == str(query.action))
    return (
        select(activity.c.bucket, activity.c.action, func.sum(activity.c.count))
        .where(*tests)
        .group_by(activity.c.bucket, activity.c.action)
        .order_by(activity.c.bucket)
    )


def _by_flow(connection: Connection, query: HistoryQuery, step: Step) -> Any:
    selection = select_by(connection, query)
    action = _of_total(flows.c.action, selection).label("action")
    return (
        select(totals.c.bucket, action, func.sum(totals.c.count))
        .where(totals.c.count > 0, *_steps(totals, query, step))
        .group_by(totals.c.bucket, action)
        .order_by(totals.c.bucket)
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
    if query.since is None and query.until is None:
        number = func.sum(flows.c.count).label("number")
        statement: Any = select(*keys, flows.c.action, number)
    else:
        each = (
            select(totals.c.flow, func.sum(totals.c.count).label("count"))
            .where(totals.c.count > 0, *_steps(totals, query, Step.HOUR))
            .group_by(totals.c.flow)
            .subquery()
        )
        number = func.sum(each.c.count).label("number")
        statement = select(*keys, flows.c.action, number).join(each, each.c.flow == flows.c.id)
    statement = statement.where(flows.c.count > 0, *selection.flow_tests)
    return statement.group_by(*keys, flows.c.action)


def _of_total(column: Column[Any], selection: Selection) -> ScalarSelect[Any]:
    """A column of a total's flow, NULL where that doesn't match.

    As a join, SQLite may turn it round and read all totals for each flow.
    """
    flow = select(column).where(flows.c.id == totals.c.flow, *selection.flow_tests)
    return flow.correlate(totals).scalar_subquery()


def _steps(table: Table, query: HistoryQuery, step: Step) -> list[ColumnElement[bool]]:
    found = [table.c.step == step.value]
    if query.since is not None:
        found.append(table.c.bucket >= bucket_of(instant_in(query.since), step.value))
    if query.until is not None:
        # The last microsecond that counts: until itself does not.
        found.append(table.c.bucket <= bucket_of(instant_in(query.until) - 1, step.value))
    return found


def _answers(by_action: Mapping[str, int]) -> tuple[int, int]:
    return by_action.get(Action.ALLOW, 0), by_action.get(Action.DENY, 0)
