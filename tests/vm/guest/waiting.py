# SPDX-License-Identifier: GPL-2.0-or-later
"""Wait for a condition with a deadline, never for a time."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.patience import seconds

IS_DEBUG = Path("/sys/kernel/debug/kmemleak").exists()
"""Whether this is the kernel that looks after itself: several times slower."""

PATIENCE = seconds(60)
"""Seconds after which a condition counts as never coming true: emulation is slow."""


def until(condition: Callable[[], bool], what: str, *, patience: float = PATIENCE) -> None:
    """Return once the condition holds."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, f"{what}: not within {patience:.0f} s"
        time.sleep(0.005)
