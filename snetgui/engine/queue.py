# SPDX-License-Identifier: GPL-2.0-or-later
"""The queue of questions: what waits for a person, in order.

Events of the same question wait behind one prompt. A question whose last event
was cancelled is kept for a moment without one: a signal that interrupts a call
makes the kernel restart it as a new event (SA_RESTART, signal(7)), and the
person should see one question through that, not one that vanishes and returns.

Pure state: no clock, no source, no rules. Times are handed in.
"""

from __future__ import annotations

import socket
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from snetgui.model import Address, Decision, Event, Facts, UnknownQuestion
from snetgui.model.said import translate
from snetgui.rules.scope import INCOMING, SERVING, syscall_class

MAX_QUESTIONS = 1000  # nobody reads more; above it the verdict policy answers
LINGER_NS = 300_000_000  # a restarted call is back in microseconds, on a busy machine later

_IP_FAMILIES = (socket.AF_INET, socket.AF_INET6)


def question_key(event: Event) -> Hashable:
    """What makes two events the same question: who, what, where to.

    Who is the program (its file and its name) and the user: nobody answers
    for another user by answering for himself. What is the class of the syscall
    and the protocol. Where to is the peer, for a call that serves one's own
    address; for a call that comes in the peer without its port, which is a new
    one each time.
    """
    process = event.process
    program: Hashable = (process.exe, process.exe_id)
    if not process.exe and process.exe_id is None:
        program = process.key  # of what can't be named, no two are the same
    family = 0 if event.family in _IP_FAMILIES else event.family
    kind = event.type if event.protocol == 0 else 0
    what = (syscall_class(event.syscall), family, event.protocol, kind)
    return program, process.uid, process.netns, what, _where(event)


def _where(event: Event) -> Hashable:
    if event.syscall in SERVING:
        return _place(event.local)
    if event.syscall in INCOMING:
        port = None if event.local is None else event.local.port
        return _place(event.remote, with_port=False), port
    return _place(event.remote)


def _place(address: Address | None, *, with_port: bool = True) -> Hashable:
    if address is None:
        return None
    if address.ip is not None:
        return address.ip, address.scope, address.port if with_port else None
    if address.path is not None:
        return address.path
    return address.raw


@dataclass(slots=True, eq=False)
class Waiting:
    """One question, as the engine has it.

    Attributes:
        events: those that wait behind it by id, oldest first; with their
            deadlines as they are now. Empty only while it lingers.
        shown: the event that stands for all: the oldest, or the last that was.
        facts: what is known about the shown event; None until it was looked up.
        announced: people have been told of it.
        timeouts: how many of its events ended by time-out.
        last_timeout: how the last of them ended.
        linger_until_ns: set while it waits for its call to be restarted.
    """

    id: int
    key: Hashable
    shown: Event
    events: dict[int, Event] = field(default_factory=dict)
    facts: Facts | None = None
    announced: bool = False
    timeouts: int = 0
    last_timeout: Decision | None = None
    linger_until_ns: int | None = None

    @property
    def deadline_ns(self) -> int:
        """The earliest of its events' deadlines."""
        return min(
            (event.deadline_ns for event in self.events.values()), default=self.shown.deadline_ns
        )


class QuestionQueue:
    """Questions by id and by what they ask, in the order in which they came."""

    def __init__(self, most: int = MAX_QUESTIONS) -> None:
        self._most = most
        self._by_id: dict[int, Waiting] = {}
        self._by_key: dict[Hashable, Waiting] = {}
        self._by_event: dict[int, Waiting] = {}
        self._lingering: dict[int, Waiting] = {}
        self._next_id = 1

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Waiting]:
        return iter(tuple(self._by_id.values()))

    def get(self, question_id: int) -> Waiting:
        """Raises UnknownQuestion if it was settled or went away."""
        try:
            return self._by_id[question_id]
        except KeyError:
            problem = translate(
                "Problem",
                "Question {number} does not wait any more: it was answered or has ended.",
                number=str(question_id),
            )
            raise UnknownQuestion(problem) from None

    def find(self, question_id: int) -> Waiting | None:
        """The question, None if it is gone."""
        return self._by_id.get(question_id)

    def behind(self, event_id: int) -> Waiting | None:
        """The question that this event waits behind, if it does."""
        return self._by_event.get(event_id)

    def add(self, event: Event) -> Waiting | None:
        """Let an event wait behind its question, a new one if need be; None: the queue is full."""
        key = question_key(event)
        waiting = self._by_key.get(key)
        if waiting is None:
            if len(self._by_id) >= self._most:
                return None
            waiting = Waiting(self._next_id, key, event)
            self._next_id += 1
            self._by_id[waiting.id] = self._by_key[key] = waiting
        waiting.events[event.id] = event
        self._by_event[event.id] = waiting
        self._show_oldest(waiting)
        self._lingering.pop(waiting.id, None)
        waiting.linger_until_ns = None
        return waiting

    def put_off(self, event_id: int, deadline_ns: int) -> None:
        """An event's deadline is now that one."""
        waiting = self._by_event.get(event_id)
        if waiting is not None:
            event = replace(waiting.events[event_id], deadline_ns=deadline_ns)
            waiting.events[event_id] = event
            self._show_oldest(waiting)

    def leave(self, event_id: int) -> Waiting | None:
        """Take out an event that ended or was answered; returns its question.

        The question stays, also with nothing behind it: remove() or linger() it.
        """
        waiting = self._by_event.pop(event_id, None)
        if waiting is not None:
            del waiting.events[event_id]
            self._show_oldest(waiting)
        return waiting

    def remove(self, waiting: Waiting) -> None:
        """The question is settled or went away, and its events wait no more."""
        for event_id in waiting.events:
            del self._by_event[event_id]
        waiting.events.clear()
        del self._by_id[waiting.id], self._by_key[waiting.key]
        self._lingering.pop(waiting.id, None)

    def linger(self, waiting: Waiting, until_ns: int) -> None:
        """Keep a question that has lost its last event until then."""
        waiting.linger_until_ns = until_ns
        self._lingering[waiting.id] = waiting

    def lingered(self, now_ns: int) -> Iterable[Waiting]:
        """Questions whose moment has passed."""
        return [
            waiting
            for waiting in self._lingering.values()
            if waiting.linger_until_ns is not None and waiting.linger_until_ns <= now_ns
        ]

    def next_linger_ns(self) -> int | None:
        """When the next lingering question's moment passes."""
        moments = (waiting.linger_until_ns for waiting in self._lingering.values())
        return min((moment for moment in moments if moment is not None), default=None)

    def _show_oldest(self, waiting: Waiting) -> None:
        oldest = next(iter(waiting.events.values()), None)
        if oldest is None or oldest is waiting.shown:
            return
        if oldest.process.key != waiting.shown.process.key or oldest.id != waiting.shown.id:
            waiting.facts = None  # of another call: never shown for this one
        waiting.shown = oldest
