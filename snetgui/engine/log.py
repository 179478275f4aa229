# SPDX-License-Identifier: GPL-2.0-or-later
"""The log of decisions: handed to the history's writer in batches, pruned now and then."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from snetgui.model import (
    Decision,
    HistoryPage,
    HistoryQuery,
    Settings,
    Slot,
    Step,
    StoreError,
    Total,
    TotalBy,
)
from snetgui.store.history import HistoryStore
from snetgui.store.settings_rows import UNREAD
from snetgui.store.writer import HistoryWriter

from .workers import Workers

PRUNE_EVERY = 20_000  # decisions: some two megabytes
PRUNE_END_S = 5.0  # a closed store ends what takes longer
_log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class DecisionLog:
    """Writes decisions to a history that is open. put() costs a list's append.

    From the event loop only, close() included.
    """

    def __init__(
        self,
        store: HistoryStore,
        *,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._store = store
        self._kept: Settings | None = None
        self._now = now
        self._writer = HistoryWriter(store, on_problem=self._problem)
        self._pruner = Workers("snet-prune", 1)
        self._readers = Workers("snet-history", 2)
        self._pruning: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._batch: list[Decision] = []
        self._until_prune = PRUNE_EVERY
        self._troubles: tuple[str, ...] = ()
        self.warned: Callable[[], None] = lambda: None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know: of the file, and of what could not be written."""
        lost = self._writer.counts.unwritten
        gone = (f"{lost} decisions are not in the history: it could not be written.",)
        return (*self._store.warnings, *self._troubles, *(gone if lost else ()))

    def start(self) -> None:
        """Start the thread that writes. Nothing is pruned before retain()."""
        self._loop = asyncio.get_running_loop()
        self._writer.start()

    def retain(self, settings: Settings) -> None:
        """Keep as much as these say from now on."""
        before, self._kept = self._kept, settings
        if before is None or _bounds(before) != _bounds(settings):
            self._prune_soon()

    def put(self, decision: Decision) -> None:
        """Have it written soon."""
        if not self._batch:
            asyncio.get_running_loop().call_soon(self._hand_over)
        self._batch.append(decision)

    async def page(self, query: HistoryQuery, *, before: int | None, limit: int) -> HistoryPage:
        """Past decisions, newest first. Raises StoreError."""
        return await self._readers.run(
            partial(self._store.page, query, before=before, limit=max(limit, 0))
        )

    async def count(self, query: HistoryQuery) -> int:
        """As Backend.count()."""
        return await self._readers.run(partial(self._store.count, query))

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """As Backend.timeline()."""
        return await self._readers.run(partial(self._store.timeline, query, step))

    async def totals(self, query: HistoryQuery, by: TotalBy, *, limit: int) -> tuple[Total, ...]:
        """As Backend.totals()."""
        return await self._readers.run(partial(self._store.totals, query, by, limit=max(limit, 0)))

    async def close(self) -> None:
        """Write what is left; returns when it is written or given up."""
        self._hand_over()
        if self._pruning is not None:
            await asyncio.wait([self._pruning], timeout=PRUNE_END_S)
        await asyncio.to_thread(self._writer.close)
        self._pruner.close()
        self._readers.close()

    def _hand_over(self) -> None:
        batch, self._batch = self._batch, []
        if not batch:
            return
        self._writer.put(batch)
        self._until_prune -= len(batch)
        if self._until_prune <= 0:
            self._prune_soon()

    def _prune_soon(self) -> None:
        self._until_prune = PRUNE_EVERY
        if self._pruning is None or self._pruning.done():
            self._pruning = asyncio.get_running_loop().create_task(self._prune())

    async def _prune(self) -> None:
        max_age, max_bytes = _bounds(self._kept or UNREAD)
        prune = partial(self._store.prune, now=self._now())
        try:
            await self._pruner.run(partial(prune, max_age=max_age, max_bytes=max_bytes))
        except StoreError as error:
            _log.warning("the history could not be pruned: %s", error)

    def _problem(self, error: StoreError) -> None:
        """In the writer's thread."""
        if self._loop is not None:
            try:
                self._loop.call_soon_threadsafe(self._note, str(error))
            except RuntimeError:
                _log.warning("the history could not be written at the end: %s", error)

    def _note(self, trouble: str) -> None:
        if trouble not in self._troubles:
            self._troubles = (*self._troubles, trouble)
        self.warned()


def _bounds(settings: Settings) -> tuple[timedelta | None, int | None]:
    days = settings.max_age_days
    return None if days is None else timedelta(days=days), settings.max_bytes
