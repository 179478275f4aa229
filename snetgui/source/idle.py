# SPDX-License-Identifier: GPL-2.0-or-later
"""A source from which nothing ever comes: for an engine that only looks after its rules."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

from snetgui.model import Ended, Event, Subscription, UnknownEvent, Verdict

from .base import Policy


class IdleSource:
    """Holds no call, so there is nothing to answer."""

    name = "none"

    def __init__(self) -> None:
        self.policy = Policy(delay_s=30, deny=False, max_delay_s=600)
        self._closed = asyncio.Event()

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        """Nobody is asked for anything."""

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        """Nobody is asked for anything else."""

    async def appeared(self) -> None:
        """Nothing comes."""
        await self._closed.wait()

    async def messages(self) -> AsyncIterator[Event | Ended]:
        """None, until close()."""
        await self._closed.wait()
        return
        yield

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        """Of no event: all have ended, which is no error."""

    async def extend(self, event_id: int, seconds: float) -> int:
        """Raises UnknownEvent."""
        raise UnknownEvent(f"event {event_id} is not pending: this source holds none")

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """Note it: there is no call that it would be about."""
        known = self.policy
        self.policy = Policy(
            known.delay_s if delay_s is None else delay_s,
            known.deny if deny is None else deny,
            known.max_delay_s,
        )

    async def close(self) -> None:
        """End messages()."""
        self._closed.set()
