# SPDX-License-Identifier: GPL-2.0-or-later
"""Tells when a process ends, without asking again and again: pidfd_open(2)."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from functools import partial

from . import proc

Key = tuple[int, int]


class ProcessWatch:
    """Processes by (pid, start_time_ns), each watched until it ends."""

    def __init__(self, ended: Callable[[Key], None]) -> None:
        """Ended is called once for each process, from the event loop."""
        self._ended = ended
        self._descriptors: dict[Key, int] = {}

    def add(self, key: Key) -> bool:
        """Watch a process; False if it is gone. One that can't be watched counts as there."""
        if key in self._descriptors:
            return True
        try:
            descriptor = os.pidfd_open(key[0])
        except OSError:
            return proc.lives(key)
        if not proc.lives(key):  # the number belongs to another one now
            os.close(descriptor)
            return False
        self._descriptors[key] = descriptor
        asyncio.get_running_loop().add_reader(descriptor, partial(self._is_over, key))
        return True

    def remove(self, key: Key) -> None:
        """Nobody asks about that process any more."""
        descriptor = self._descriptors.pop(key, None)
        if descriptor is not None:
            asyncio.get_running_loop().remove_reader(descriptor)
            os.close(descriptor)

    def close(self) -> None:
        for key in tuple(self._descriptors):
            self.remove(key)

    def _is_over(self, key: Key) -> None:
        self.remove(key)
        self._ended(key)
