# SPDX-License-Identifier: GPL-2.0-or-later
"""The seccomp supervisor as a Source: the calls of one program, its children included."""

from __future__ import annotations

import asyncio
import errno
import itertools
import os
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from snetgui.model import (
    Action,
    Address,
    Ended,
    Event,
    Reason,
    SourceMissing,
    SourceRefused,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
    parse_address,
)
from snetgui.model.said import translate
from snetgui.source.base import Policy

from .script import Ask
from .supervisor import Held, Supervisor

DELAY_S = 30.0
MAX_DELAY_S = 600.0
MAX_PENDING = 1024

_parse = lru_cache(maxsize=4096)(parse_address)


@dataclass(slots=True)
class Counts:
    """At all times  raised == pending + the sum of ended.

    Attributes:
        blind: calls that failed because the caller could not be looked into;
            no event was made of them.
    """

    raised: int
    pending: int
    ended: Counter[Reason]
    allowed: int
    denied: int
    blind: int


@dataclass(slots=True)
class _Pending:
    event: Event
    held: Held
    alarm: asyncio.TimerHandle | None = None
    asking: bool = True
    denied: int = 0

    def set_alarm(self, alarm: asyncio.TimerHandle | None) -> None:
        if self.alarm is not None:
            self.alarm.cancel()
        self.alarm = alarm


class SeccompSource:
    """A Source over the notify descriptor of one filter, which it owns from open() on.

    What is called before open() waits in the kernel. After close() every
    network call of the program fails with ENOSYS: none is ever let through.
    """

    def __init__(
        self,
        notify_fd: int,
        *,
        delay_s: float = DELAY_S,
        deny: bool = False,
        max_delay_s: float = MAX_DELAY_S,
        max_pending: int = MAX_PENDING,
    ) -> None:
        self._notify_fd = notify_fd
        self._policy = Policy(delay_s, deny, max(max_delay_s, delay_s))
        self._delay_ns = round(delay_s * 1e9)
        self._max_pending = max_pending
        self._ids = itertools.count(1)
        self._pending: dict[int, _Pending] = {}
        self._told: deque[Event | Ended] = deque()
        self._news = asyncio.Event()
        self._finished = asyncio.Event()
        self._asked_for: frozenset[tuple[Syscall | None, int | None, int | None]] = frozenset()
        self._covered: dict[tuple[Syscall, int, int], bool] = {}
        self._listener: Callable[[Event], None] | None = None
        self._supervisor: Supervisor | None = None
        self._closed = False
        self._raised = 0
        self._reasons: Counter[Reason] = Counter()
        self._actions: Counter[Action] = Counter()

    @property
    def name(self) -> str:
        return "seccomp"

    @property
    def policy(self) -> Policy:
        return self._policy

    @property
    def counts(self) -> Counts:
        """What came in and how it ended."""
        return Counts(
            self._raised,
            len(self._pending),
            Counter(self._reasons),
            self._actions[Action.ALLOW],
            self._actions[Action.DENY],
            self._supervisor.blind if self._supervisor else 0,
        )

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        """As Source has it.

        Raises:
            SourceMissing: the program has ended, or can't be supervised: its
                calls then fail.
        """
        if self._closed:
            raise SourceMissing(translate("Source", "The program that was covered has ended."))
        self._ask_for(subscriptions)
        if self._supervisor is None:
            self._supervisor = await self._supervise()

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        """As Source has it: the filter hands over every call, whichever are asked about."""
        if self._closed:
            raise SourceMissing(translate("Source", "The program that was covered has ended."))
        self._ask_for(subscriptions)

    def _ask_for(self, subscriptions: Sequence[Subscription]) -> None:
        self._asked_for = frozenset((s.syscall, s.family, s.protocol) for s in subscriptions)
        self._covered.clear()

    async def _supervise(self) -> Supervisor:
        """Begin; if that fails, no matter why, no call is left waiting for ever."""
        began = False
        try:
            supervisor = Supervisor(self._notify_fd, self, self._finished.set)
            began = True
        except OSError as error:
            problem = translate("Source", "The program can't be supervised: {why}", why=str(error))
            raise SourceMissing(problem) from error
        finally:
            if not began:
                await self.close()
                os.close(self._notify_fd)
                self._finished.set()
        return supervisor

    async def appeared(self) -> None:
        """Never: the program of this source does not come again."""
        await asyncio.Event().wait()

    async def finished(self) -> None:
        """Return when the last covered process has ended."""
        await self._finished.wait()

    async def messages(self) -> AsyncIterator[Event | Ended]:
        """As Source has it. Ends when the program has ended, too."""
        while True:
            while self._told:
                yield self._told.popleft()
            if self._closed:
                return
            self._news.clear()
            await self._news.wait()

    def tell_events(self, listener: Callable[[Event], None]) -> None:
        """As DirectSource has it."""
        self._listener = listener

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        for verdict in verdicts:
            self.answer_now(verdict)

    def answer_now(self, verdict: Verdict) -> None:
        """As DirectSource has it."""
        pending = self._pending.get(verdict.event_id)
        if pending is not None:
            self._end(pending, verdict.action, verdict.errno, Reason.AGENT)

    async def extend(self, event_id: int, seconds: float) -> int:
        pending = self._pending.get(event_id)
        if pending is None:
            raise UnknownEvent(f"event {event_id} has ended")
        event = pending.event
        bound = event.raised_ns + round(self._policy.max_delay_s * 1e9)
        wanted = time.monotonic_ns() + round(seconds * 1e9)
        deadline = max(event.deadline_ns, min(wanted, bound))
        pending.event = replace(event, deadline_ns=deadline)
        pending.set_alarm(self._alarm(event_id, deadline))
        return deadline

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        policy = self._policy
        if delay_s is not None and not 0 < delay_s <= policy.max_delay_s:
            problem = translate(
                "Source",
                "verdict delay {given}: give 1 to {most} s",
                given=delay_s,
                most=policy.max_delay_s,
            )
            raise SourceRefused(problem)
        self._policy = Policy(
            policy.delay_s if delay_s is None else delay_s,
            policy.deny if deny is None else deny,
            policy.max_delay_s,
        )
        self._delay_ns = round(self._policy.delay_s * 1e9)

    async def close(self) -> None:
        """As Source has it: the policy answers what is pending. Later calls fail."""
        if self._closed:
            return
        for pending in list(self._pending.values()):
            self._end_by_policy(pending, Reason.NO_AGENT)
        self._closed = True
        self._news.set()
        if self._supervisor is not None:
            self._supervisor.close()

    # Judge

    def covers(self, syscall: Syscall, family: int, protocol: int) -> bool:
        """Whether there is a subscription to such a call."""
        key = (syscall, family, protocol)
        known = self._covered.get(key)
        if known is None:
            known = self._covered[key] = any(
                s in (None, syscall) and f in (None, family) and p in (None, protocol)
                for s, f, p in self._asked_for
            )
        return known

    def ask(self, held: Held, ask: Ask) -> int | None:
        """A call wants an answer: now, where nobody is to be asked."""
        syscall = ask.syscall
        if syscall is None or not self.covers(syscall, ask.socket[0], ask.socket[2]):
            return 0
        self._raised += 1
        event = self._event(held, syscall, ask)
        if len(self._pending) >= self._max_pending:
            self._tell(event)
            return self._overflow(event)
        held.event_id = event.id
        pending = self._pending[event.id] = _Pending(event, held)
        self._tell(event)
        pending.asking = False
        if event.id not in self._pending:
            return pending.denied
        pending.set_alarm(self._alarm(event.id, event.deadline_ns))
        return None

    def withdrawn(self, held: Held) -> None:
        """The caller is gone, and with it the event."""
        pending = self._pending.pop(held.event_id or 0, None)
        if pending is not None:
            pending.set_alarm(None)
            self._tell_end(pending.event, Action.DENY, errno.EINTR, Reason.CANCELLED)

    def _event(self, held: Held, syscall: Syscall, ask: Ask) -> Event:
        now = time.monotonic_ns()
        family, kind, protocol = ask.socket
        return Event(
            next(self._ids),
            syscall,
            family,
            kind,
            protocol,
            held.request.process,
            now,
            now + self._delay_ns,
            _address(ask.local),
            _address(ask.remote),
        )

    def _alarm(self, event_id: int, deadline_ns: int) -> asyncio.TimerHandle:
        wait = (deadline_ns - time.monotonic_ns()) / 1e9
        return asyncio.get_running_loop().call_later(max(0.0, wait), self._late, event_id)

    def _late(self, event_id: int) -> None:
        pending = self._pending.get(event_id)
        if pending is not None:
            self._end_by_policy(pending, Reason.TIMEOUT)

    def _overflow(self, event: Event) -> int:
        denied = errno.EPERM if self._policy.deny else 0
        action = Action.DENY if denied else Action.ALLOW
        self._tell_end(event, action, denied, Reason.OVERFLOW)
        return denied

    def _end_by_policy(self, pending: _Pending, reason: Reason) -> None:
        denied = errno.EPERM if self._policy.deny else 0
        self._end(pending, Action.DENY if denied else Action.ALLOW, denied, reason)

    def _end(self, pending: _Pending, action: Action, denied: int, reason: Reason) -> None:
        del self._pending[pending.event.id]
        pending.set_alarm(None)
        pending.held.event_id = None
        pending.denied = denied
        self._tell_end(pending.event, action, denied, reason)
        if not pending.asking and self._supervisor is not None:
            self._supervisor.resume(pending.held, denied)

    def _tell(self, event: Event) -> None:
        if self._listener is not None:
            self._listener(event)
        else:
            self._told.append(event)
            self._news.set()

    def _tell_end(self, event: Event, action: Action, denied: int, reason: Reason) -> None:
        self._reasons[reason] += 1
        self._actions[action] += 1
        held_ns = time.monotonic_ns() - event.raised_ns
        self._told.append(Ended(event.id, action, denied, reason, held_ns))
        self._news.set()


def _address(raw: bytes | None) -> Address | None:
    return _parse(raw) if raw else None
