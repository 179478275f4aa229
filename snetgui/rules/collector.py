# SPDX-License-Identifier: GPL-2.0-or-later
"""Building very many lasting objects without the collector looking at them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def set_apart() -> None:
    """Tell the collector that what there is now will last, and need not be looked at again.

    A full look at a hundred thousand rules holds up everything for half a second.
    """
    gc.freeze()


@contextmanager
def paused() -> Iterator[None]:
    """Keep the cyclic collector still inside; nests, and leaves it as it was.

    Rules are a tree of values without cycles: while a hundred thousand of them
    are made, the collector finds nothing and takes more than half of the time.
    What was made counts as old afterwards: else all of it were looked at then.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _all_is_old()
            gc.enable()


def _all_is_old() -> None:
    """Put all that the collector has not looked at yet where it seldom looks."""
    if not gc.get_freeze_count():  # nobody has set anything apart
        gc.freeze()
        gc.unfreeze()
