# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work on the event loop, cut into short turns: verdicts come between them."""

from __future__ import annotations

import asyncio
from bisect import bisect
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final, TypeVar

HANDFUL: Final = 1024  # that are sorted at once: well under a millisecond
_DEALT: Final = 2048  # in one turn
_SAMPLE: Final = 64  # one of so many is looked at to tell where the bounds are

T = TypeVar("T")


async def in_turns(things: Sequence[T], size: int) -> AsyncIterator[Sequence[T]]:
    """Some of them at a time; others have their turn in between."""
    for start in range(0, len(things), size):
        if start:
            await asyncio.sleep(0)
        yield things[start : start + size]


async def sorted_in_turns(things: list[Any]) -> list[Any]:
    """As sorted(): dealt out by bounds that a sample of them tells, then sorted by handfuls."""
    if len(things) <= HANDFUL:
        return sorted(things)
    bounds = sorted(things[::_SAMPLE])[:: HANDFUL // _SAMPLE]
    handfuls: list[list[Any]] = [[] for _ in range(len(bounds) + 1)]
    async for some in in_turns(things, _DEALT):
        for thing in some:
            handfuls[bisect(bounds, thing)].append(thing)
    out = []
    async for (handful,) in in_turns(handfuls, 1):
        out += sorted(handful)
    return out
