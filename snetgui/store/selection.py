# SPDX-License-Identifier: GPL-2.0-or-later
"""What a query means in the words of the tables.

Every filter but time is one on flows, of which there are few; time says which
ids can match, by the spans. What is looked for in texts is looked up first:
then a flow is tested by numbers alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, func, literal, or_, select

from snetgui.model import HistoryQuery, Reason, Step
from snetgui.model.matching import MAX_WORDS, folded, port_word

from .history_schema import decisions, flows, spans
from .interning import cursor_of, find_string, json_list
from .recording import bucket_of
from .values import instant_in, text_in, text_out

_LISTED: Final = 500  # numbers that stand in a statement; more become a mask
_LONGEST: Final = 5_000  # no text is as long, and SQLite refuses very long patterns
_NOT_PLAIN: Final = frozenset('",[]\\ ')  # in a list of names they may stand between names
_REASONS: Final = {str(reason) for reason in Reason}

# A text that SQLite can't compare as text comes along, to be compared here.
_TEXTS = (
    "SELECT id, CASE WHEN typeof(text) = 'blob' OR instr(text, '\\') THEN text END "
    "FROM {table} WHERE text LIKE ? ESCAPE '\\' OR typeof(text) = 'blob'"
)
_LISTS = "SELECT id, text FROM strings WHERE text LIKE ? ESCAPE '\\' AND text LIKE '[%'"
_LISTS_NAMING = "SELECT id FROM strings WHERE text LIKE '[%' AND instr(text, ?)"
_ADDRESSES = "SELECT id FROM addresses WHERE text = ?"


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


NOTHING: Final = Selection((), (), 1, 0)


def select_by(connection: Connection, query: HistoryQuery) -> Selection:
    """Read what a query means from the file as it is now."""
    first, last = _id_range(connection, query)
    if first > last:
        return NOTHING
    tests = []
    for test in _of_flow(connection, query):
        if test is None:
            return NOTHING
        tests.append(test)
    return Selection(tuple(tests), tuple(_of_time(query)), first, last)


def count_of_flows(connection: Connection, selection: Selection) -> int:
    """How many decisions the matching flows have, at all times."""
    statement = select(func.sum(flows.c.count)).where(*selection.flow_tests)
    return int(connection.scalar(statement) or 0)


def of_flow(selection: Selection) -> ColumnElement[bool]:
    """A decision's flow matches: looked up for each decision that is read.

    As a join, SQLite may turn it round and read all decisions for each flow.
    """
    flow = select(flows.c.id).where(flows.c.id == decisions.c.flow, *selection.flow_tests)
    return flow.correlate(decisions).scalar_subquery().is_not(None)


def _id_range(connection: Connection, query: HistoryQuery) -> tuple[int, int]:
    if query.since is None and query.until is None:
        return _all_ids(connection)
    statement = select(func.min(spans.c.first_id), func.max(spans.c.last_id))
    if query.since is not None:
        since = bucket_of(instant_in(query.since), Step.MINUTE.value)
        statement = statement.where(spans.c.minute >= since)
    if query.until is not None:
        until = bucket_of(instant_in(query.until), Step.MINUTE.value)
        statement = statement.where(spans.c.minute <= until)
    first, last = connection.execute(statement).one()
    return (1, 0) if first is None else (first, last)


def _all_ids(connection: Connection) -> tuple[int, int]:
    """Each in a statement of its own, for which SQLite reads one row."""
    first = connection.scalar(select(func.min(decisions.c.id)))
    last = connection.scalar(select(func.max(decisions.c.id)))
    return (1, 0) if first is None or last is None else (first, last)


def _of_time(query: HistoryQuery) -> list[ColumnElement[bool]]:
    found = []
    if query.since is not None:
        found.append(decisions.c.at >= instant_in(query.since))
    if query.until is not None:
        found.append(decisions.c.at < instant_in(query.until))
    return found


_Test = ColumnElement[bool] | None
"""None: it holds for no flow."""


def _of_flow(connection: Connection, query: HistoryQuery) -> Iterator[_Test]:
    """What narrows most comes first."""
    if query.program is not None:
        number = find_string(cursor_of(connection), text_in(query.program))
        yield None if number is None else flows.c.program == number
    if query.destination is not None:
        yield _destination(connection, query.destination)
    for column, value in (
        (flows.c.port, query.port),
        (flows.c.uid, query.uid),
        (flows.c.rule_id, query.rule_id),
        (flows.c.action, query.action),
        (flows.c.reason, query.reason),
        (flows.c.syscall, query.syscall),
    ):
        if value is not None:
            yield column == (str(value) if isinstance(value, str) else value)
    for word in query.search.split()[:MAX_WORDS]:
        yield _word(connection, word)


def _destination(connection: Connection, name: str) -> _Test:
    """The remote address, or one of the names that it was looked up under."""
    quoted = (json_list((name,)) or "")[1:-1]
    cursor = cursor_of(connection)
    named = [number for (number,) in cursor.execute(_LISTS_NAMING, (quoted,))]
    placed = [number for (number,) in cursor.execute(_ADDRESSES, (text_in(name),))]
    return _any([*_among(flows.c.remote, placed), *_among(flows.c.hosts, named)])


def _word(connection: Connection, word: str) -> _Test:
    """The texts are looked through once, and not for each column that may have them."""
    if len(word) > _LONGEST:
        return None
    named, listed = _strings_with(connection, word)
    tests = [
        *_among(flows.c.program, named),
        *_among(flows.c.user, named),
        *_among(flows.c.hosts, listed),
        *_among(flows.c.remote, [number for number, _ in _texts(connection, "addresses", word)]),
    ]
    if word.lower() in _REASONS:
        tests.append(flows.c.reason == word.lower())
    if (port := port_word(word)) is not None:
        tests.append(flows.c.port == port)
    return _any(tests)


def _strings_with(connection: Connection, word: str) -> tuple[list[int], list[int]]:
    """Strings that have the word; and lists of names of which one has it."""
    found = _texts(connection, "strings", word)
    named = [number for number, _ in found]
    if word.isascii() and not _NOT_PLAIN & set(word):
        listed = [n for n, text in found if text is None or _one_has(text, word)]
    else:
        escaped = json.dumps(word)[1:-1]
        lists = cursor_of(connection).execute(_LISTS, (_pattern(escaped),))
        listed = [number for number, text in lists if _one_has(text_out(text), word)]
    return named, listed


def _texts(connection: Connection, table: str, word: str) -> list[tuple[int, str | None]]:
    """Numbers of texts that have the word; with the text where it may be more than it seems."""
    is_text = isinstance(text_in(word), str)
    rows = cursor_of(connection).execute(
        _TEXTS.format(table=table), (_pattern(word) if is_text else None,)
    )
    found = ((number, kept if kept is None else text_out(kept)) for number, kept in rows)
    return [(n, text) for n, text in found if text is None or folded(word) in folded(text)]


def _one_has(text: str, word: str) -> bool:
    """Whether this is a list of names, and one of them has the word."""
    if not text.startswith("["):
        return False
    try:
        return any(folded(word) in folded(str(name)) for name in json.loads(text))
    except ValueError:
        return False


def _among(column: Column[Any], numbers: Sequence[int]) -> list[ColumnElement[bool]]:
    """A test, or none where it could hold for no flow."""
    if not numbers:
        return []
    if len(numbers) <= _LISTED:
        return [column.in_(numbers)]
    mask = bytearray(max(numbers) + 1)
    for number in numbers:
        mask[number] = 1
    return [func.substr(literal(bytes(mask)), column + 1, 1) == literal(b"\1")]


def _any(tests: Sequence[ColumnElement[bool]]) -> _Test:
    return or_(*tests) if tests else None


def _pattern(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
