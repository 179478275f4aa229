# SPDX-License-Identifier: GPL-2.0-or-later
"""Processes that this one started, and theirs."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path


def descendants(pid: int) -> Iterator[int]:
    """Ids of all processes below one, the nearest first (proc(5), /proc/pid/task/tid/children)."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(word) for word in task.read_text().split()]
        except OSError:  # the thread or the process has ended
            continue
        for child in children:
            yield child
            yield from descendants(child)


def kill_all() -> None:
    """Kill all that this process started, machines included."""
    for pid in list(descendants(os.getpid())):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
