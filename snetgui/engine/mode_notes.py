# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the mode down, so that it is there after a restart."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from snetgui.model import LastingMode, StoreError

from .clock import Alarm, NowNs
from .settings_keeper import SettingsKeeper

EVERY_S = 600  # while learning for a time: what a crash of the machine can add to it
_WORTH_S = 60.0  # at the end: less is not worth a write
CLOSE_S = 8.0  # a disk that hangs must not keep the program from ending
_log = logging.getLogger(__name__)


class ModeNotes:
    """What is kept of the mode.

    A person's choice is written whatever is there. What only passes (the time
    that is left of learning) is not written over what another program wrote.
    """

    def __init__(
        self,
        keeper: SettingsKeeper,
        lasting: Callable[[], LastingMode],
        now_ns: NowNs = time.monotonic_ns,
    ) -> None:
        """Lasting gives what there is to keep now."""
        self._keeper = keeper
        self._lasting = lasting
        self._now_ns = now_ns
        self._kept: LastingMode | None = None
        self._alarm = Alarm(self.note_soon, now_ns)
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, kept: LastingMode) -> None:
        """This is kept now; what is of an earlier boot is written down for this one."""
        self._kept = kept
        if kept.learn_s is not None and kept.boot_id != self._lasting().boot_id:
            self.note_soon()
        self._set_alarm()

    async def keep(self) -> None:
        """Keep what a person chose. Raises StoreError."""
        mode = self._lasting()
        await self._keeper.keep_mode(mode)
        self.begin(mode)

    def note_soon(self) -> None:
        """Keep what time made of it."""
        task = asyncio.get_running_loop().create_task(self._note())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Note what is left, if that is worth it."""
        kept, mode = self._kept, self._lasting()
        old_s = 0.0 if kept is None else mode.boottime_s - kept.boottime_s
        if mode.learn_s is not None and old_s > _WORTH_S:
            self.note_soon()
        if self._tasks:
            await asyncio.wait(tuple(self._tasks), timeout=CLOSE_S)
        self._alarm.cancel()

    async def _note(self) -> None:
        mode = self._lasting()
        try:
            await self._keeper.keep_mode(mode, instead_of=self._kept)
        except StoreError as error:
            _log.warning("the mode could not be written down: %s", error)
        else:
            self._kept = mode
        self._set_alarm()

    def _set_alarm(self) -> None:
        learning = self._kept is not None and self._kept.learn_s is not None
        self._alarm.set(self._now_ns() + EVERY_S * 1_000_000_000 if learning else None)
