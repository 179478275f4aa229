# SPDX-License-Identifier: GPL-2.0-or-later
"""Building very many lasting objects without the collector looking at them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Keep the cyclic collector still inside; nests, and leaves it as it was.

    Rules are a tree of values without cycles: while a hundred thousand of them
    are made, the collector finds nothing and takes more than half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
