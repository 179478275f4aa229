# SPDX-License-Identifier: GPL-2.0-or-later
"""The supervisor's children: the command, what it left behind, and its own helpers."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable


class Children:
    """Waits for every child, whoever it is: the supervisor is the reaper of orphans.

    Args:
        told: of the command's stops, goes on, ends: a status of waitpid(2).
    """

    def __init__(self, command: int, told: Callable[[int], None]) -> None:
        self._command = command
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._loop.add_signal_handler(signal.SIGCHLD, self._reap)
        self._reap()  # what ended before anybody listened

    def close(self) -> None:
        self._loop.remove_signal_handler(signal.SIGCHLD)

    def _reap(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG | os.WUNTRACED)
            except ChildProcessError:
                return
            if not pid:
                return
            if pid == self._command:
                self._told(status)
