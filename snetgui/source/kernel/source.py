# SPDX-License-Identifier: GPL-2.0-or-later
"""KernelSource: the kernel module as a Source, on asyncio."""

from __future__ import annotations

import contextlib
import logging
import math
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from types import TracebackType
from typing import Final, Self

from snetgui.model import (
    Action,
    Ended,
    Event,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourceRefused,
    Subscription,
    Verdict,
)
from snetgui.model.said import translate
from snetgui.source.base import Policy

from .channel import Channel
from .client import Client
from .families import FamilyWatch
from .messages import Config, ConfigChange
from .session import Session

# Nothing tells when another agent leaves, so it is tried again now and then.
_BUSY_RETRY_S: Final = 2.0

_log = logging.getLogger(__name__)


class KernelSource:
    """The kernel module as a Source: see snetgui.source.base.Source.

    Two sockets: the agent's, from which verdicts count and to which events
    come, and one for questions about the module, whose replies are never
    behind a crowd of events. It can be opened again after the module went.

        async with KernelSource() as source:
            await source.open(EVERYTHING)
            async for message in source.messages():
                if isinstance(message, Event):
                    await source.answer([Verdict(message.id, Action.ALLOW)])

    Args:
        restore: put back, at close(), the subscriptions that stood before
            open(). Otherwise they stay, so that the verdict policy goes on
            deciding about the same calls until the next agent comes.
        clock: CLOCK_MONOTONIC in nanoseconds.
    """

    def __init__(
        self,
        *,
        restore: bool = False,
        open_channel: Callable[[], Channel] = Channel,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._restore: Final = restore
        self._open_channel: Final = open_channel
        self._clock: Final = clock
        self._control: Client | None = None
        self._session: Session | None = None
        self._families: FamilyWatch | None = None
        self._busy = False
        self._before: tuple[Subscription, ...] = ()
        self._known = Policy(delay_s=30.0, deny=False, max_delay_s=600.0)

    @property
    def name(self) -> str:
        """ "kernel module 0.1.0", without the number while not open."""
        if not self._control:
            return translate("Source", "kernel module")
        version = self._control.version.module
        return translate("Source", "kernel module {version}", version=version)

    @property
    def policy(self) -> Policy:
        """What is in force now; where it can't be read, what was read last."""
        with contextlib.suppress(SourceError):
            if self._control is not None:
                self._known = _policy(self._control.config())
        return self._known

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        """Become the agent and ask for these events, and for no others.

        Raises:
            SourceMissing, SourceVersion, SourcePermission, SourceBusy: nothing
                was changed.
            SourceRefused: a subscription was refused.
        """
        await self.close()
        self._busy = False
        # From before the attempt on: a module that comes right after it is not missed.
        self._families = FamilyWatch(self._open_channel)
        try:
            self._begin(subscriptions)
        except SourceBusy:
            self._busy = True
            raise
        self._families.close()
        self._families = None

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        """Ask for these events from now on, and for no others; what is pending stays so.

        Raises:
            SourceRefused: there is no room for so many; all is as before.
            SourceMissing: the module is gone, or open() did not come first.
        """
        if self._control is None:
            raise _not_open()
        _subscribe_exactly(self._control, self._control.subscriptions(), subscriptions)

    async def appeared(self) -> None:
        """Return when the module came or went, or another agent may have left."""
        if self._families is None:
            self._families = FamilyWatch(self._open_channel)
            if self._families.is_there():
                return
        await self._families.change(_BUSY_RETRY_S if self._busy else None)

    async def messages(self) -> AsyncIterator[Event | Ended]:
        """Events, and the end of each event exactly once, in order.

        Ends at close(). When the module is unloaded, what it said last comes
        first, then an Ended for each event that was still open, then
        SourceMissing is raised.
        """
        async for message in self._opened().messages():
            yield message

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        """Answer events. One that has ended in the meantime is no error."""
        self._opened().answer(verdicts)

    async def extend(self, event_id: int, seconds: float) -> int:
        """Give an event more time: whole seconds, rounded up.

        Returns:
            the deadline that now holds, CLOCK_MONOTONIC nanoseconds.

        Raises:
            UnknownEvent: it is not pending any more.
        """
        return self._opened().extend(event_id, _whole_seconds(seconds))

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """Change verdict delay (whole seconds, rounded up) and policy, both or none.

        Raises:
            SourceRefused: out of the module's range; nothing was changed.
        """
        change = ConfigChange()
        if delay_s is not None:
            change["verdict_delay"] = _whole_seconds(delay_s)
        if deny is not None:
            change["verdict_policy"] = Action.DENY if deny else Action.ALLOW
        if self._control is None:
            raise _not_open()
        self._control.configure(**change)

    async def close(self) -> None:
        """Stop being the agent. What is pending is left to the policy."""
        if self._session is not None:
            self._session.close()
        if self._control is not None:
            if self._restore:
                self._put_back(self._control)
            self._control.close()
        if self._families is not None:
            self._families.close()
        self._session = self._control = self._families = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def _begin(self, subscriptions: Sequence[Subscription]) -> None:
        """Register first: it fails before anything was changed."""
        with contextlib.ExitStack() as undo:
            control = undo.enter_context(Client(self._open_channel()))
            agent = undo.enter_context(Client(self._open_channel()))
            agent.register()
            before = control.subscriptions()
            self._known = _policy(control.config())
            _subscribe_exactly(control, before, subscriptions)
            undo.pop_all()
        self._before = before
        self._control = control
        self._session = Session(agent, self._policy_action, self._clock)

    def _opened(self) -> Session:
        if self._session is None:
            raise _not_open()
        return self._session

    def _policy_action(self) -> Action:
        return Action.DENY if self.policy.deny else Action.ALLOW

    def _put_back(self, control: Client) -> None:
        try:
            _subscribe_exactly(control, control.subscriptions(), self._before)
        except SourceError as problem:
            _log.warning("could not put the subscriptions back: %s", problem)


def _subscribe_exactly(
    control: Client, standing: Iterable[Subscription], wanted: Sequence[Subscription]
) -> None:
    """Add before removing: what is in both sets is covered all the time."""
    control.subscribe(wanted)
    control.unsubscribe(set(standing).difference(wanted))


def _policy(config: Config) -> Policy:
    return Policy(
        delay_s=float(config.verdict_delay),
        deny=config.verdict_policy is Action.DENY,
        max_delay_s=float(config.max_delay),
    )


def _whole_seconds(seconds: float) -> int:
    if not math.isfinite(seconds):
        raise SourceRefused(f"{seconds} is no number of seconds")
    return math.ceil(seconds)


def _not_open() -> SourceMissing:
    return SourceMissing("this program is not the kernel module's agent: open() comes first")
