# SPDX-License-Identifier: GPL-2.0-or-later
"""The log of decisions: handed to the history's writer in batches, pruned now and then."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from snetgui.model import (
    Decision,
    HistoryPage,
    HistoryQuery,
    Settings,
    Slot,
    Step,
    StoreDamaged,
    StoreError,
    Total,
    TotalBy,
)
from snetgui.model.said import translate, words_of
from snetgui.store.history import HistoryStore
from snetgui.store.writer import HistoryWriter, Pace

from .clock import ReadClock, read_clock
from .workers import Workers

PRUNE_EVERY = 20_000  # decisions: some two megabytes
PRUNE_S = 3600.0
PRUNE_END_S = 5.0  # a closed store ends what takes longer
_log = logging.getLogger(__name__)

T = TypeVar("T")


class _Watched:
    """A store, and whether what it was given last could be written, or something came of it.

    Attributes:
        trouble: why not; "" where it could.
    """

    def __init__(self, store: HistoryStore, changed: Callable[[], None]) -> None:
        """Changed is called in the writer's thread."""
        self._store = store
        self._changed = changed
        self._warnings = store.warnings
        self.trouble = ""

    def append(self, decisions: Sequence[Decision]) -> None:
        """As the store's."""
        trouble = ""
        try:
            self._store.append(decisions)
        except StoreError as fault:
            trouble = words_of(fault)
            raise
        finally:
            before, now = (self.trouble, self._warnings), (trouble, self._store.warnings)
            self.trouble, self._warnings = now
            if now != before:
                self._changed()


class DecisionLog:
    """Writes decisions to a history that is open. put() costs a list's append.

    From the event loop only, close() included.
    """

    def __init__(
        self,
        store: HistoryStore,
        *,
        clock: ReadClock = read_clock,
        pace: Pace | None = None,
    ) -> None:
        self._store = store
        self._kept: Settings | None = None
        self._clock = clock
        self._began = clock()
        self._watched = _Watched(store, self._trouble_changed)
        self._writer = HistoryWriter(self._watched, on_problem=self._problem, pace=pace)
        self._pruner = Workers("snet-prune", 1)
        self._readers = Workers("snet-history", 2)
        self._pruning: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._batch: list[Decision] = []
        self._until_prune = PRUNE_EVERY
        self._prune_at: asyncio.TimerHandle | None = None
        self._looked_over = False
        self.warned: Callable[[], None] = lambda: None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know: of the file, and of what could not be written."""
        return (*self._store.warnings, *self._own_warnings())

    def _own_warnings(self) -> Iterator[str]:
        counts, trouble = self._writer.counts, self._watched.trouble
        if trouble:
            yield translate(
                "Store",
                "The history is not written now: {why}. {count} decisions wait in memory for it.",
                why=trouble,
                count=counts.waiting,
            )
        if counts.unwritten:
            yield translate(
                "Store",
                "{count} decisions are not in the history: it could not be written for too long.",
                count=counts.unwritten,
            )

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
        return await self._read(
            partial(self._store.page, query, before=before, limit=max(limit, 0))
        )

    async def count(self, query: HistoryQuery) -> int:
        """As Backend.count()."""
        return await self._read(partial(self._store.count, query))

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """As Backend.timeline()."""
        return await self._read(partial(self._store.timeline, query, step))

    async def totals(self, query: HistoryQuery, by: TotalBy, *, limit: int) -> tuple[Total, ...]:
        """As Backend.totals()."""
        return await self._read(partial(self._store.totals, query, by, limit=max(limit, 0)))

    async def close(self) -> None:
        """Write what is left; returns when it is written or given up."""
        self._hand_over()
        if self._prune_at is not None:
            self._prune_at.cancel()
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
        loop = asyncio.get_running_loop()
        self._until_prune = PRUNE_EVERY
        if self._prune_at is not None:
            self._prune_at.cancel()
        self._prune_at = loop.call_later(PRUNE_S, self._prune_soon)
        if self._pruning is None or self._pruning.done():
            self._pruning = loop.create_task(self._prune())

    async def _prune(self) -> None:
        """With the bounds that hold when it is done: they may change meanwhile."""
        pruned = None
        while (kept := self._kept) is not None and _bounds(kept) != pruned:
            pruned = max_age, max_bytes = _bounds(kept)
            prune = partial(self._store.prune, max_age=max_age, max_bytes=max_bytes)
            try:
                await self._pruner.run(partial(prune, now=self._safe_now()))
            except StoreDamaged as fault:
                await self._look_over(fault)
            except StoreError as error:
                _log.warning("the history could not be pruned: %s", error)

    def _safe_now(self) -> datetime:
        """What is deleted for its age is gone: a clock that is set forward ages nothing."""
        clock, began = self._clock(), self._began
        passed = timedelta(seconds=clock.boottime_s - began.boottime_s)
        return min(clock.wall, began.wall + passed)

    async def _read(self, look: Callable[[], T]) -> T:
        try:
            return await self._readers.run(look)
        except StoreDamaged as fault:
            await self._look_over(fault)
            raise

    async def _look_over(self, fault: StoreDamaged) -> None:
        """Damage that only readers meet would be met for ever."""
        if self._looked_over:
            return
        self._looked_over = True
        try:
            await self._pruner.run(partial(self._store.look_over, fault))
        except StoreError as error:
            _log.warning("the history could not be looked over: %s", error)
        self.warned()

    # In the writer's thread

    def _trouble_changed(self) -> None:
        if self._loop is not None:
            try:
                self._loop.call_soon_threadsafe(self.warned)
            except RuntimeError:
                _log.warning("the history at the end: %s", self._watched.trouble or "written")

    def _problem(self, error: StoreError) -> None:
        if str(error) != self._watched.trouble:  # a bug of ours with one decision
            _log.error("%s", error)


def _bounds(settings: Settings) -> tuple[timedelta | None, int | None]:
    days = settings.max_age_days
    return None if days is None else timedelta(days=days), settings.max_bytes
