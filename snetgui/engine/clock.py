# SPDX-License-Identifier: GPL-2.0-or-later
"""The machine's clocks, and one timer that rings at the next moment that matters."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from snetgui.rules.expiry import Clock

NowNs = Callable[[], int]
ReadClock = Callable[[], Clock]

_LONGEST_S = 86_400.0  # a moment that is further away is looked at again tomorrow


def read_clock() -> Clock:
    """The time now, as far as lifetimes care."""
    return Clock(
        wall=datetime.now(UTC),
        boottime_s=time.clock_gettime(time.CLOCK_BOOTTIME),
        boot_id=_boot_id(),
    )


@cache
def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


class Alarm:
    """One timer. It may ring early, never for nothing set; who hears it looks at the clock."""

    def __init__(self, ring: Callable[[], None], now_ns: NowNs = time.monotonic_ns) -> None:
        self._ring = ring
        self._now_ns = now_ns
        self._moment_ns: int | None = None
        self._handle: asyncio.TimerHandle | None = None

    def set(self, moment_ns: int | None) -> None:
        """Ring at that moment instead of the one before; None: not at all."""
        if moment_ns == self._moment_ns and (moment_ns is None or self._handle is not None):
            return
        self.cancel()
        if moment_ns is None:
            return
        self._moment_ns = moment_ns
        wait_s = min(max(0, moment_ns - self._now_ns()) / 1e9, _LONGEST_S)
        self._handle = asyncio.get_running_loop().call_later(wait_s, self._rings)

    def cancel(self) -> None:
        self._moment_ns = None
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _rings(self) -> None:
        self._moment_ns = self._handle = None
        self._ring()
