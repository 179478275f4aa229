# SPDX-License-Identifier: GPL-2.0-or-later
"""The one small interface of everything that events come from.

Events come out, verdicts go in. The kernel module, the seccomp supervisor and
a recording all look like this; the engine can't tell them apart.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from snetgui.model import Ended, Event, Subscription, Verdict


@dataclass(frozen=True, slots=True)
class Policy:
    """What happens to an event that nobody answers.

    Attributes:
        delay_s: verdict delay, in seconds.
        deny: verdict policy: True denies, False accepts.
        max_delay_s: the latest that an extension can reach, from raised on.
    """

    delay_s: float
    deny: bool
    max_delay_s: float


class Source(Protocol):
    """Where events come from. One event loop; not safe from other threads."""

    @property
    def name(self) -> str:
        """For a person: "kernel module 0.1.0", "seccomp"."""
        ...

    @property
    def policy(self) -> Policy:
        """What is in force now."""
        ...

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        """Become the agent and ask for these events.

        Raises:
            SourceMissing, SourceVersion, SourcePermission, SourceBusy.
        """
        ...

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        """While open: ask for these events from now on, and for no others.

        What is pending stays pending, and is told of to its end. Raises
        SourceRefused: all is as before; SourceError if the source is gone.
        """
        ...

    async def appeared(self) -> None:
        """Return when another open() is worth a try: something came or changed."""
        ...

    def messages(self) -> AsyncIterator[Event | Ended]:
        """Events, and the end of each event exactly once, in order.

        Ends when close() is called. An event that was pending before open()
        comes too. Raises SourceMissing when the source goes away.
        """
        ...

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        """Answer events.

        An event that has ended in the meantime is no error: its Ended tells
        how. Raises SourceError if the source is gone.
        """
        ...

    async def extend(self, event_id: int, seconds: float) -> int:
        """Give an event more time, from now on, within the source's bound.

        Returns:
            the deadline that now holds, CLOCK_MONOTONIC nanoseconds.

        Raises:
            UnknownEvent: it is not pending any more.
        """
        ...

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """Change verdict delay and policy. Raises SourceRefused if out of range."""
        ...

    async def close(self) -> None:
        """Stop being the agent. What is pending is left to the policy."""
        ...


@runtime_checkable
class DirectSource(Source, Protocol):
    """A source that can be served without the event loop in between, which costs it time."""

    def tell_events(self, listener: Callable[[Event], None]) -> None:
        """Call this with each event, at once; messages() then tells only how events end."""
        ...

    def answer_now(self, verdict: Verdict) -> None:
        """As answer(), at once; also from inside the listener."""
        ...
