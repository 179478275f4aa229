# SPDX-License-Identifier: GPL-2.0-or-later
"""Past decisions of a Backend, page by page, in either order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from snetgui.engine.backend import Backend
from snetgui.model import HistoryQuery, Recorded, Slot, SnetError, Step

PAGE: Final = 500

Rows = tuple[Recorded, ...]


def files(directory: Path | None) -> AbstractAsyncContextManager[Backend]:
    """What shows the history where no engine runs."""
    from snetgui.engine.assemble import history_only  # noqa: PLC0415  (the store takes its time)

    return history_only(directory=directory)


def files_and_rules(directory: Path | None) -> AbstractAsyncContextManager[Backend]:
    """The same, with the rules to explain by."""
    from snetgui.engine.assemble import history_only  # noqa: PLC0415

    return history_only(directory=directory, with_rules=True)


async def find_decision(backend: Backend, number: int) -> Recorded:
    """The decision with that number. Raises SnetError if there is none."""
    rows = (await backend.decisions(before=number + 1, limit=1)).rows
    if not rows or rows[0].id != number:
        raise SnetError(f"there is no decision {number} in the history")
    return rows[0]


async def newest_first(
    backend: Backend, query: HistoryQuery, most: int | None, *, before: int | None = None
) -> AsyncIterator[Rows]:
    """Pages of what matches; most: all in all, None is no bound."""
    left = most
    while left is None or left > 0:
        limit = PAGE if left is None else min(PAGE, left)
        page = await backend.decisions(query, before=before, limit=limit)
        if page.rows:
            yield page.rows
            before = page.rows[-1].id
        if not page.more:
            return
        left = left if left is None else left - len(page.rows)


async def oldest_first(
    backend: Backend, query: HistoryQuery, most: int | None
) -> AsyncIterator[Rows]:
    """The newest of what matches, in the order in which it was decided."""
    if most is None:
        async for rows in _hour_by_hour(backend, query):
            yield rows
        return
    pages = [rows async for rows in newest_first(backend, query, most)]
    for rows in reversed(pages):
        yield rows[::-1]


async def _hour_by_hour(backend: Backend, query: HistoryQuery) -> AsyncIterator[Rows]:
    """Pages can be read from the newest on only: so an hour at a time is held, never all."""
    for slot in await backend.timeline(query, Step.HOUR):
        async for rows in oldest_first(backend, within(query, slot, Step.HOUR), _NO_BOUND):
            yield rows


_NO_BOUND: Final = 1 << 62


def within(query: HistoryQuery, slot: Slot, step: Step) -> HistoryQuery:
    """The same, of this step alone."""
    start, end = slot.start, slot.start + timedelta(seconds=step.value)
    return replace(
        query,
        since=start if query.since is None else max(start, query.since),
        until=end if query.until is None else min(end, query.until),
    )
