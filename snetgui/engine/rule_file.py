# SPDX-License-Identifier: GPL-2.0-or-later
"""Notices when another program writes the file of rules: two engines may share it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from .inotify import Inotify

QUIET_S = 0.2  # a change is several writes


class RuleFileWatch:
    """Calls when SQLite's file or its log was written, be it by this program.

    Where inotify is not to be had, what others write is met at the next start.
    """

    def __init__(self, path: Path, written: Callable[[], Awaitable[None]]) -> None:
        self._place = path.resolve()
        self._names = {self._place.name, f"{self._place.name}-wal", ""}
        self._written = written
        self._inotify = Inotify(self._told)
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to watch."""
        self._inotify.open()
        await asyncio.to_thread(self._inotify.add, str(self._place.parent))

    async def close(self) -> None:
        """Watch no more."""
        self._inotify.close()
        if self._timer is not None:
            self._timer.cancel()
        if self._task is not None:
            await asyncio.wait([self._task])

    def _told(self, _directory: str, name: str) -> None:
        if name in self._names and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(QUIET_S, self._look)

    def _look(self) -> None:
        self._timer = None
        if self._task is not None and not self._task.done():
            self._told("", "")  # it may have missed what was written just now
            return
        self._task = asyncio.get_running_loop().create_task(self._call())

    async def _call(self) -> None:
        await self._written()
