# SPDX-License-Identifier: GPL-2.0-or-later
"""One registration as the agent, from REGISTER until it is given up or the module goes."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Final

from snetgui.model import Action, Ended, Event, SourceError, SourceMissing, Verdict

from .client import Client
from .ledger import Ledger

# How often to look for ends that should have come, while any event is open.
_SWEEP_S: Final = 2.0
# Above this many messages that nobody has taken yet, the socket is left unread:
# the module keeps what does not fit it, so memory stays bounded here.
_MOST_WAITING: Final = 10_000

_log = logging.getLogger(__name__)


class Session:
    """The agent's socket on an event loop.

    Args:
        agent: registered already. The session closes it.
        policy: the verdict policy now: what an event got whose end was lost.
        clock: CLOCK_MONOTONIC in nanoseconds.
    """

    def __init__(
        self, agent: Client, policy: Callable[[], Action], clock: Callable[[], int]
    ) -> None:
        self._agent: Final = agent
        self._policy: Final = policy
        self._clock: Final = clock
        self._ledger: Final = Ledger()
        self._inbox: deque[Event | Ended] = deque()
        self._wake: Final = asyncio.Event()
        self._failure: SourceError | None = None
        self._closed = False
        self._sweeper: asyncio.TimerHandle | None = None
        self._loop: Final = asyncio.get_running_loop()
        self._reading = False
        self._read_on()
        self._collect()  # what came with the reply to REGISTER

    async def messages(self) -> AsyncIterator[Event | Ended]:
        """Events and their ends; raises SourceMissing behind the last, ends at close()."""
        while not self._closed:
            if self._inbox:
                yield self._inbox.popleft()
                self._read_on()
            elif self._failure is not None:
                raise self._failure
            else:
                self._wake.clear()
                await self._wake.wait()

    def answer(self, verdicts: Sequence[Verdict]) -> None:
        """Answer events; returns once the module has acted on it."""
        self._check()
        self._ledger.answered(verdicts, self._clock())
        try:
            self._agent.answer(verdicts)
        finally:
            self._collect()

    def extend(self, event_id: int, seconds: int) -> int:
        """Give an event more time; returns its deadline. Raises UnknownEvent."""
        self._check()
        try:
            deadline_ns = self._agent.extend(event_id, seconds)
        finally:
            self._collect()
        self._ledger.extended(event_id, deadline_ns)
        return deadline_ns

    def close(self) -> None:
        """Stop being the agent."""
        if self._closed:
            return
        self._stop()
        self._closed = True
        try:
            self._agent.unregister()
        except SourceError as problem:
            # Closing the socket has the same effect.
            _log.info("while unregistering: %s", problem)
        self._agent.close()
        self._wake.set()

    def _check(self) -> None:
        if self._failure is not None:
            raise self._failure
        if self._closed:
            raise SourceMissing("this program is not the agent any more")

    def _read_on(self) -> None:
        """Read the socket whenever there is something, unless too much waits already."""
        if not self._reading and self._failure is None and len(self._inbox) < _MOST_WAITING:
            self._reading = True
            self._loop.add_reader(self._agent.fileno(), self._collect)

    def _collect(self) -> None:
        """Take what has arrived. Requests find messages too, so this follows each."""
        if self._closed or self._failure is not None:
            return
        try:
            # Until nothing is left: behind the last message may be the module's end.
            while messages := self._agent.receive(0):
                self._deliver(messages)
        except SourceMissing as gone:
            self._fail(gone)
        if self._reading and len(self._inbox) >= _MOST_WAITING:
            self._reading = False
            self._loop.remove_reader(self._agent.fileno())

    def _deliver(self, messages: Sequence[Event | Ended]) -> None:
        for message in messages:
            if isinstance(message, Event):
                fresh = self._ledger.told(message)
            else:
                fresh = self._ledger.ended(message)
            if fresh:
                self._inbox.append(message)
        self._wake.set()
        if len(self._ledger) and self._sweeper is None:
            self._sweeper = self._loop.call_later(_SWEEP_S, self._sweep)

    def _sweep(self) -> None:
        """End the events whose end was lost: not pending any more, and nothing said so."""
        self._sweeper = None
        overdue = self._ledger.overdue(self._clock())
        if overdue:
            try:
                pending = frozenset(event.id for event in self._agent.pending())
            except SourceMissing as gone:
                self._fail(gone)
                return
            except SourceError as problem:
                _log.warning("can't tell what is pending: %s", problem)
                pending = overdue
            self._collect()  # an end that came meanwhile is the better word
            self._settle(overdue, pending)
        self._deliver(())

    def _settle(self, overdue: frozenset[int], pending: frozenset[int]) -> None:
        now_ns = self._clock()
        self._ledger.postpone(overdue & pending, now_ns)
        ends = self._ledger.lost(overdue - pending, self._policy(), now_ns)
        if ends:
            _log.warning("the ends of %d events were lost and are presumed", len(ends))
        self._inbox.extend(ends)

    def _fail(self, gone: SourceMissing) -> None:
        """The module went: what is open ended with it."""
        self._stop()
        self._inbox.extend(self._ledger.vanished(self._policy(), self._clock()))
        self._failure = gone
        self._wake.set()

    def _stop(self) -> None:
        if self._reading:
            self._loop.remove_reader(self._agent.fileno())
            self._reading = False
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
