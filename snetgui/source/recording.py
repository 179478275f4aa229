# SPDX-License-Identifier: GPL-2.0-or-later
"""A source made of memory: replays what was recorded, and stands in for a kernel in tests.

RecordingSource keeps the kernel's promises (one end for each event, the policy
at the deadline, what is pending told again to the next agent) without a kernel.
Recorder writes down what another source does; replay() plays it again.
"""

from __future__ import annotations

import asyncio
import errno
import json
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any, TextIO

from snetgui.model import (
    Action,
    Address,
    Ended,
    Event,
    ExeIdentity,
    Process,
    Reason,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourceRefused,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
    parse_address,
)
from snetgui.model.said import translate

from .base import Policy, Source

DEFAULT_POLICY = Policy(delay_s=30, deny=False, max_delay_s=300)
MAX_DELAY_S = 3600


class RecordingSource:
    """A kernel of memory. What a kernel would do to it are its plain methods.

    Attributes:
        fault: what open() raises while it is set: the module is missing, busy…
        answer_fault: what answer() and extend() raise while it is set.
        verdicts: every verdict that came in, in order, late ones too.
        ended: how each event ended, by event id: what the counts must agree with.
        subscriptions: those of the last open() or subscribe(). They keep nothing
            out: what is raised is told.
        subscribe_fault: what subscribe() raises while it is set.
        raised: how many events there were.
    """

    def __init__(
        self,
        *,
        name: str = "recording",
        policy: Policy = DEFAULT_POLICY,
        now_ns: Callable[[], int] = time.monotonic_ns,
        timers: bool = True,
        remember: bool = True,
    ) -> None:
        """With timers=False nothing times out but by expire().

        With remember=False verdicts and ended stay empty, for a long life.
        """
        self._name = name
        self._policy = policy
        self._now_ns = now_ns
        self._timers = timers
        self._remember = remember
        self._pending: dict[int, Event] = {}
        self._alarms: dict[int, asyncio.TimerHandle] = {}
        self._out: asyncio.Queue[Event | Ended | SourceError | None] = asyncio.Queue()
        self._no_agent: SourceError | None = SourceError("The recording is not open.")
        self._told: set[int] = set()
        self._appeared = asyncio.Event()
        self.fault: SourceError | None = None
        self.answer_fault: SourceError | None = None
        self.subscribe_fault: SourceError | None = None
        self.verdicts: list[Verdict] = []
        self.ended: dict[int, Ended] = {}
        self.subscriptions: tuple[Subscription, ...] = ()
        self.raised = 0

    # What an agent sees (Source)

    @property
    def name(self) -> str:
        return self._name

    @property
    def policy(self) -> Policy:
        return self._policy

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        if self.fault is not None:
            raise self.fault
        if self._no_agent is None:
            raise SourceBusy("Another agent is registered: end it first.")
        self._out = asyncio.Queue()
        self._no_agent = None
        self._appeared.clear()
        self.subscriptions = tuple(subscriptions)
        for event in self.pending:
            self._tell(event)

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        if self._no_agent is not None:
            raise self._no_agent
        if self.subscribe_fault is not None:
            raise self.subscribe_fault
        self.subscriptions = tuple(subscriptions)

    async def appeared(self) -> None:
        await self._appeared.wait()
        self._appeared.clear()

    async def messages(self) -> AsyncIterator[Event | Ended]:
        out = self._out
        while (message := await out.get()) is not None:
            if isinstance(message, SourceError):
                raise message
            yield message

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        self._check_open()
        if self._remember:
            self.verdicts.extend(verdicts)
        for verdict in verdicts:
            if verdict.event_id in self._pending:
                self.end(verdict.event_id, Reason.AGENT, verdict.action, verdict.errno)

    async def extend(self, event_id: int, seconds: float) -> int:
        self._check_open()
        event = self._pending.get(event_id)
        if event is None:
            raise UnknownEvent(f"Event {event_id} is not pending any more.")
        bound = event.raised_ns + round(self._policy.max_delay_s * 1e9)
        wanted = self._now_ns() + round(seconds * 1e9)
        deadline = max(event.deadline_ns, min(wanted, bound))
        self._hold(replace(event, deadline_ns=deadline))
        return deadline

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        if delay_s is not None:
            if not 1 <= delay_s <= MAX_DELAY_S:
                problem = translate(
                    "Source", "The verdict delay must be 1 to {most} seconds.", most=MAX_DELAY_S
                )
                raise SourceRefused(problem)
            self._policy = replace(self._policy, delay_s=delay_s)
        if deny is not None:
            self._policy = replace(self._policy, deny=deny)

    async def close(self) -> None:
        if self._no_agent is None:
            self._lose_agent(SourceError("The recording is not open."))
            self._out.put_nowait(None)

    # What programs, signals and the administrator do to it

    @property
    def pending(self) -> tuple[Event, ...]:
        """What is held now, oldest first."""
        return tuple(self._pending.values())

    def raise_event(self, event: Event) -> None:
        """A program makes a call. Without an agent the policy answers at once."""
        if event.id in self._pending or event.id in self.ended:
            raise ValueError(f"event id {event.id} was used before")
        self.raised += 1
        self._hold(event)
        if self._no_agent is not None:
            self.end(event.id, Reason.NO_AGENT)
        else:
            self._tell(event)

    def end(
        self,
        event_id: int,
        reason: Reason,
        action: Action | None = None,
        errno_: int | None = None,
    ) -> None:
        """End a pending event; without an action by policy (cancelled: EINTR)."""
        event = self._pending.pop(event_id)
        if (alarm := self._alarms.pop(event_id, None)) is not None:
            alarm.cancel()
        action, number = self._how(reason, action, errno_)
        held_ns = max(0, self._now_ns() - event.raised_ns)
        ended = Ended(event_id, action, number, reason, held_ns)
        if self._remember:
            self.ended[event_id] = ended
        if event_id in self._told:
            self._told.discard(event_id)
            self._out.put_nowait(ended)

    def cancel(self, event_id: int) -> None:
        """A signal ends the wait: the call is not made."""
        self.end(event_id, Reason.CANCELLED)

    def expire(self) -> None:
        """The policy answers what is past its deadline."""
        now_ns = self._now_ns()
        for event in self.pending:
            if event.deadline_ns <= now_ns:
                self.end(event.id, Reason.TIMEOUT)

    def lose(self, fault: SourceError | None = None) -> None:
        """The module is unloaded: the policy answers what is pending, the agent is out.

        open() fails likewise until appear().
        """
        self.fault = fault or SourceMissing("The recording was taken away.")
        was_open = self._no_agent is None
        self._lose_agent(self.fault)
        for event in self.pending:
            self.end(event.id, Reason.UNLOAD)
        if was_open:
            self._out.put_nowait(self.fault)

    def cut(self, fault: SourceError | None = None) -> None:
        """The agent's connection breaks; what is pending stays, open() works again."""
        if self._no_agent is None:
            self._lose_agent(fault or SourceError("The connection broke."))
            assert self._no_agent is not None
            self._out.put_nowait(self._no_agent)
        self._appeared.set()

    def appear(self) -> None:
        """The module is loaded (again)."""
        self.fault = None
        self._appeared.set()

    # Inside

    def _check_open(self) -> None:
        if self.answer_fault is not None:
            raise self.answer_fault
        if self._no_agent is not None:
            raise self._no_agent

    def _lose_agent(self, why: SourceError) -> None:
        self._no_agent = why
        self._told.clear()

    def _tell(self, event: Event) -> None:
        self._told.add(event.id)
        self._out.put_nowait(event)

    def _hold(self, event: Event) -> None:
        self._pending[event.id] = event
        if not self._timers:
            return
        if (alarm := self._alarms.pop(event.id, None)) is not None:
            alarm.cancel()
        wait_s = max(0, event.deadline_ns - self._now_ns()) / 1e9
        loop = asyncio.get_running_loop()
        self._alarms[event.id] = loop.call_later(wait_s, self.end, event.id, Reason.TIMEOUT)

    def _how(self, reason: Reason, action: Action | None, number: int | None) -> tuple[Action, int]:
        if reason is Reason.CANCELLED:
            return Action.DENY, errno.EINTR
        if action is None:
            action = Action.DENY if self._policy.deny else Action.ALLOW
        if number is None:
            number = errno.EPERM if action is Action.DENY else 0
        return action, number


class Recorder:
    """A source that passes another one through and writes down its messages.

    One JSON object a line: {"at_ns": since the first line, "event": {…}} or
    {"at_ns": …, "ended": {…}}.
    """

    def __init__(
        self,
        source: Source,
        file: TextIO,
        *,
        now_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._source = source
        self._file = file
        self._now_ns = now_ns
        self._begun_ns: int | None = None

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def policy(self) -> Policy:
        return self._source.policy

    async def open(self, subscriptions: Sequence[Subscription]) -> None:
        await self._source.open(subscriptions)

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        await self._source.subscribe(subscriptions)

    async def appeared(self) -> None:
        await self._source.appeared()

    async def messages(self) -> AsyncIterator[Event | Ended]:
        async for message in self._source.messages():
            self._write(message)
            yield message

    async def answer(self, verdicts: Sequence[Verdict]) -> None:
        await self._source.answer(verdicts)

    async def extend(self, event_id: int, seconds: float) -> int:
        return await self._source.extend(event_id, seconds)

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        await self._source.set_policy(delay_s=delay_s, deny=deny)

    async def close(self) -> None:
        await self._source.close()

    def _write(self, message: Event | Ended) -> None:
        now_ns = self._now_ns()
        if self._begun_ns is None:
            self._begun_ns = now_ns
        key = "event" if isinstance(message, Event) else "ended"
        line = {"at_ns": now_ns - self._begun_ns, key: _plain(message)}
        self._file.write(json.dumps(line) + "\n")


def read_events(lines: Iterable[str]) -> list[tuple[int, Event]]:
    """The recorded events, each with when it came (ns since the first line).

    Raises ValueError that names the line which is no record of Recorder.
    """
    events = []
    for number, line in enumerate(lines, start=1):
        try:
            record: dict[str, Any] = dict(json.loads(line).items())
            if "event" in record:
                events.append((int(record["at_ns"]), _event(record["event"])))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"line {number} is not a recorded event: {error!r}") from error
    return events


async def replay(
    source: RecordingSource,
    events: Iterable[tuple[int, Event]],
    *,
    speed: float = 1.0,
    now_ns: Callable[[], int] = time.monotonic_ns,
) -> None:
    """Raise recorded events again at their pace times speed (inf: at once).

    Each keeps its id and the time it had until its deadline.
    """
    begun_ns = now_ns()
    for at_ns, event in events:
        wait_s = (at_ns / speed - (now_ns() - begun_ns)) / 1e9
        if wait_s > 0:
            await asyncio.sleep(wait_s)
        raised_ns = now_ns()
        deadline_ns = raised_ns + event.deadline_ns - event.raised_ns
        source.raise_event(replace(event, raised_ns=raised_ns, deadline_ns=deadline_ns))


def _plain(message: Event | Ended) -> dict[str, Any]:
    fields = asdict(message)
    for key in ("local", "remote"):
        if fields.get(key) is not None:
            fields[key] = fields[key]["raw"].hex()
    return fields


def _event(fields: dict[str, Any]) -> Event:
    process = dict(fields["process"])
    identity = process.pop("exe_id")
    exe_id = ExeIdentity(**identity) if identity is not None else None
    known = {
        **fields,
        "syscall": Syscall(fields["syscall"]),
        "process": Process(**process, exe_id=exe_id),
        "local": _address(fields["local"]),
        "remote": _address(fields["remote"]),
    }
    return Event(**known)


def _address(raw: str | None) -> Address | None:
    return None if raw is None else parse_address(bytes.fromhex(raw))
