# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions as they are made, each once, over ends and starts of the engine.

The history numbers decisions and has them some tenths of a second after the
engine told of them; so a notice only says that it is worth looking. What the
history does not get (its disk is full, or the engine keeps none) is shown all
the same after a while, without a number.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from snetgui.bus import BackendClient
from snetgui.engine.backend import Backend, Decided, StatusChanged
from snetgui.model import Decision, HistoryQuery, Recorded, SnetError, StoreError
from snetgui.model.matching import matches

from .log_output import Row
from .log_session import newest_first
from .rules_session import running_one, say

LOOK_EVERY_S: Final = 0.25
SLOWLY_S: Final = 2.0
LOOKS: Final = 20  # after the last notice: the writer gathers for a moment before it writes,
QUICK_LOOKS: Final = 8  # and on a busy machine, or a slow disk, for longer
PATIENCE: Final = 12  # looks until a decision is shown without its number
WAIT_S: Final = 1.0  # between looks for an engine
_MOST_KNOWN: Final = 60_000  # more than the engine holds back for a disk that refuses

Key = tuple[int, int, object]
Print = Callable[[Sequence[Row]], None]


class Follower:
    """What of one history and its engines has been shown already.

    Args:
        last: the number of the newest decision that needs not be shown.
    """

    def __init__(self, query: HistoryQuery, show: Print, last: int) -> None:
        self._query = query
        self._show = show
        self._last = last
        self._waiting: dict[Key, tuple[int, Decision]] = {}  # not seen in the history yet
        self._unnumbered: dict[Key, None] = {}  # shown, but may still come from the history
        self._looks = 0
        self._looks_left = 0
        self._said: set[str] = set()
        self._wake = asyncio.Event()

    async def follow_next(self, directory: Path | None) -> None:
        """Follow the next engine over these files: wait for it, return when it ends."""
        client = await _next_engine(directory)
        try:
            await self.follow(client, waited=True)
        finally:
            await client.close()

    async def follow(self, backend: Backend, *, waited: bool = False) -> None:
        """Until this engine ends; says so, and that it is there if it was waited for."""
        looking = asyncio.ensure_future(self._look_now_and_then(backend))
        listening = asyncio.ensure_future(self._listen(backend, waited=waited))
        try:
            await asyncio.wait({looking, listening}, return_when=asyncio.FIRST_COMPLETED)
            for task in (listening, looking):
                if task.done():
                    task.result()
            say("the snet that was followed has ended. Waiting for the next one")
        except SnetError as problem:
            say(f"{problem}. Waiting for the next one")
        finally:
            for task in (looking, listening):
                task.cancel()
            await asyncio.gather(looking, listening, return_exceptions=True)
        self._show_unnumbered(self._looks)

    async def _listen(self, backend: Backend, *, waited: bool) -> None:
        async for notice in backend.watch(decisions=True):
            if isinstance(notice, StatusChanged):
                self._warn(notice.status.warnings)
                if waited:
                    say("it runs now")
                    waited = False
            if isinstance(notice, StatusChanged | Decided):
                self._looks_left = LOOKS
                self._wake.set()
            if isinstance(notice, Decided):
                found = [d for d in notice.decisions if matches(d, self._query)]
                self._waiting |= {_key(decision): (self._looks, decision) for decision in found}

    async def _look_now_and_then(self, backend: Backend) -> None:
        while True:
            await self._wake.wait()
            if self._looks_left <= 0 and not self._waiting:
                self._wake.clear()
                continue
            self._looks_left -= 1
            self._looks += 1
            await self._look(backend)
            await self._pause()

    async def _pause(self) -> None:
        """Slower and slower the longer nothing was heard, but quick again at a notice."""
        self._wake.clear()
        quick = self._waiting or self._looks_left > LOOKS - QUICK_LOOKS
        if not quick:
            with suppress(TimeoutError):
                async with asyncio.timeout(SLOWLY_S):
                    await self._wake.wait()
        await asyncio.sleep(LOOK_EVERY_S)
        self._wake.set()

    async def _look(self, backend: Backend) -> None:
        """Show what is new in the history, and what it has not got in time."""
        try:
            self._show_rows(await self._new_rows(backend))
        except StoreError as problem:
            self._warn([str(problem)])
        self._show_unnumbered(self._looks - PATIENCE)

    async def _new_rows(self, backend: Backend) -> list[Recorded]:
        """Oldest first, whether they are asked for or not."""
        newest = (await backend.decisions(limit=1)).rows
        if newest and newest[0].id < self._last:  # a history that was begun anew
            self._last = 0
        new: list[Recorded] = []
        if not newest or newest[0].id == self._last:
            return new
        async for page in newest_first(backend, HistoryQuery(), None):
            new += [row for row in page if row.id > self._last]
            if page[-1].id <= self._last:
                break
        self._last = new[0].id if new else self._last
        return new[::-1]

    def _show_rows(self, rows: Iterable[Recorded]) -> None:
        found: list[Row] = []
        for row in rows:
            key = _key(row.decision)
            self._waiting.pop(key, None)
            was_shown = key in self._unnumbered
            self._unnumbered.pop(key, None)
            if not was_shown and matches(row.decision, self._query):
                found.append((row.id, row.decision))
        if found:
            self._show(found)

    def _show_unnumbered(self, before: int) -> None:
        """Those that were told of before this look: better without a number than not at all."""
        late = [key for key, (look, _) in self._waiting.items() if look <= before]
        if late:
            self._show([(None, self._waiting.pop(key)[1]) for key in late])
        self._unnumbered |= dict.fromkeys(late)
        for key in list(self._unnumbered)[:-_MOST_KNOWN]:
            del self._unnumbered[key]

    def _warn(self, warnings: Iterable[str]) -> None:
        for warning in warnings:
            if warning not in self._said:
                self._said.add(warning)
                say(warning)


async def _next_engine(directory: Path | None) -> BackendClient:
    while True:
        with suppress(SnetError):
            client = await running_one(directory)
            if client is not None:
                return client
        await asyncio.sleep(WAIT_S)


def _key(decision: Decision) -> Key:
    """The same for a decision as it is told and as it is read again."""
    return decision.event.id, decision.event.process.pid, decision.when
