# SPDX-License-Identifier: GPL-2.0-or-later
"""Which decisions a query means, found without reading all of them.

Every filter but time is one on flows, of which there are few. Then:

- few decisions in all (the flows count them): the index gives every one of
  them, the newest are picked.
- many: walk back in windows until the page is full, from the newest of them
  on; where even that finds too few (many, but scattered), the index again.
- time: the spans say which ids the minutes have.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Select, func, or_, select

from snetgui.model import HistoryQuery, Step

from .history_schema import addresses, decisions, flows, spans, strings
from .interning import cursor_of, find_string, json_list
from .recording import bucket_of
from .values import instant_in, text_in

_FEW = 10_000
_WINDOWS = (20_000, 60_000, 180_000, 540_000)
_MAX_WORDS = 16
_STREAMED = {"yield_per": 500}
_MAX_PORT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Selection:
    """A query in the words of the tables.

    Attributes:
        flow_tests, time_tests: what must hold for a flow, for a decision's time.
        first, last: no decision outside these ids can match.
    """

    flow_tests: tuple[ColumnElement[bool], ...]
    time_tests: tuple[ColumnElement[bool], ...]
    first: int
    last: int

    @property
    def empty(self) -> bool:
        """Surely nothing matches."""
        return self.first > self.last


def select_by(connection: Connection, query: HistoryQuery) -> Selection:
    """Read what a query means from the file as it is now."""
    first, last = _id_range(connection, query)
    return Selection(tuple(_of_flow(connection, query)), tuple(_of_time(query)), first, last)


def newest_ids(
    connection: Connection, selection: Selection, *, before: int | None, limit: int
) -> list[int]:
    """Ids of the newest decisions that match, falling, all of them below before."""
    first, last = selection.first, selection.last
    if before is not None:
        last = min(last, before - 1)
    if not selection.flow_tests:
        statement = select(decisions.c.id).where(*selection.time_tests)
        return _ids(connection, statement, first, last, limit)
    matching = _few_flows(connection, selection)
    if matching is not None:
        statement = _through_index(selection, _among(matching))
        return _ids(connection, statement, first, last, limit)
    return _walk_back(connection, selection, first, last, limit)


def count_of_flows(connection: Connection, selection: Selection) -> int:
    """How many decisions the matching flows have, at all times."""
    statement = select(func.sum(flows.c.count)).where(*selection.flow_tests)
    return int(connection.scalar(statement) or 0)


def _few_flows(connection: Connection, selection: Selection) -> list[int] | None:
    """The flows that match, or None where they have many decisions."""
    statement = select(flows.c.id, flows.c.count).where(flows.c.count > 0, *selection.flow_tests)
    found: list[int] = []
    decisions_in_all = 0
    for number, count in connection.execute(statement, execution_options=_STREAMED):
        decisions_in_all += count
        if decisions_in_all > _FEW:
            return None
        found.append(number)
    return found


def _walk_back(
    connection: Connection, selection: Selection, first: int, last: int, limit: int
) -> list[int]:
    found: list[int] = []
    for window in _WINDOWS:
        low = max(first, last - window + 1)
        found += _ids(connection, _through_table(selection), low, last, limit - len(found))
        if len(found) == limit or low == first:
            return found
        last = low - 1
        if window == _WINDOWS[0]:
            last = min(last, _newest(connection, selection))
    matching = select(flows.c.id).where(flows.c.count > 0, *selection.flow_tests)
    statement = _through_index(selection, matching)
    return found + _ids(connection, statement, first, last, limit - len(found))


def _newest(connection: Connection, selection: Selection) -> int:
    statement = select(func.max(flows.c.last_id)).where(flows.c.count > 0, *selection.flow_tests)
    return int(connection.scalar(statement) or 0)


def _ids(
    connection: Connection, statement: Select[tuple[int]], first: int, last: int, limit: int
) -> list[int]:
    if first > last:
        return []
    statement = statement.where(decisions.c.id.between(first, last))
    return list(connection.scalars(statement.order_by(decisions.c.id.desc()).limit(limit)))


def _through_index(selection: Selection, matching: Select[tuple[int]]) -> Select[tuple[int]]:
    return (
        select(decisions.c.id)
        .where(decisions.c.flow.in_(matching), *selection.time_tests)
        .with_hint(decisions, "INDEXED BY decisions_flow", "sqlite")
    )


def _among(numbers: Sequence[int]) -> Select[tuple[int]]:
    """These numbers as one bound value, however many they are."""
    each = func.json_each(json.dumps(numbers)).table_valued("value")
    return select(each.c.value)


def _through_table(selection: Selection) -> Select[tuple[int]]:
    return (
        select(decisions.c.id)
        .where(of_flow(selection), *selection.time_tests)
        .with_hint(decisions, "NOT INDEXED", "sqlite")
    )


def of_flow(selection: Selection) -> ColumnElement[bool]:
    """A decision's flow matches: looked up for each decision that is read.

    As a join, SQLite may turn it round and read all decisions for each flow.
    """
    flow = select(flows.c.id).where(flows.c.id == decisions.c.flow, *selection.flow_tests)
    return flow.correlate(decisions).scalar_subquery().is_not(None)


def _id_range(connection: Connection, query: HistoryQuery) -> tuple[int, int]:
    statement = select(func.min(spans.c.first_id), func.max(spans.c.last_id))
    if query.since is not None:
        since = bucket_of(instant_in(query.since), Step.MINUTE.value)
        statement = statement.where(spans.c.minute >= since)
    if query.until is not None:
        until = bucket_of(instant_in(query.until), Step.MINUTE.value)
        statement = statement.where(spans.c.minute <= until)
    first, last = connection.execute(statement).one()
    return (1, 0) if first is None else (first, last)


def _of_time(query: HistoryQuery) -> list[ColumnElement[bool]]:
    found = []
    if query.since is not None:
        found.append(decisions.c.at >= instant_in(query.since))
    if query.until is not None:
        found.append(decisions.c.at < instant_in(query.until))
    return found


def _of_flow(connection: Connection, query: HistoryQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.program is not None:
        found.append(flows.c.program == program_number(connection, query.program))
    if query.destination is not None:
        found.append(_destination(query.destination))
    for column, value in (
        (flows.c.port, query.port),
        (flows.c.uid, query.uid),
        (flows.c.rule_id, query.rule_id),
        (flows.c.action, query.action),
        (flows.c.reason, query.reason),
        (flows.c.syscall, query.syscall),
    ):
        if value is not None:
            found.append(column == (str(value) if isinstance(value, str) else value))
    found += [_word(connection, word) for word in query.search.split()[:_MAX_WORDS]]
    return found


def program_number(connection: Connection, path: str) -> int:
    """The number of a program's path; -1, which is no flow's, where there is none."""
    return find_string(cursor_of(connection), text_in(path)) or -1


def _destination(name: str) -> ColumnElement[bool]:
    """The remote address, or one of the names that it was looked up under."""
    quoted = (json_list((name,)) or "")[1:-1]
    named = select(strings.c.id).where(
        _like(strings.c.text, "[%"), func.instr(strings.c.text, quoted) > 0
    )
    addressed = select(addresses.c.id).where(addresses.c.text == text_in(name))
    return or_(flows.c.remote.in_(addressed), flows.c.hosts.in_(named))


def _word(connection: Connection, word: str) -> ColumnElement[bool]:
    """The strings are looked through once, and not for each column that may have them."""
    pattern = f"%{_escaped(word)}%"
    named, addressed = (
        _among(list(connection.scalars(select(table.c.id).where(_like(table.c.text, pattern)))))
        for table in (strings, addresses)
    )
    tests: list[ColumnElement[bool]] = [
        flows.c.program.in_(named),
        flows.c.user.in_(named),
        flows.c.hosts.in_(named),
        flows.c.remote.in_(addressed),
        flows.c.reason == word.lower(),
    ]
    if word.isascii() and word.isdigit() and int(word) <= _MAX_PORT:
        tests.append(flows.c.port == int(word))
    return or_(*tests)


def _like(column: Column[str], pattern: str) -> ColumnElement[bool]:
    return column.like(pattern, escape="\\")


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
