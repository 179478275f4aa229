# SPDX-License-Identifier: GPL-2.0-or-later
"""An agent for tests: it knows which events were told, and which ended."""

import os
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from snetgui.source.kernel import Action, Client, Ended, Event, Subscription, Verdict
from tests.vm.guest.waiting import PATIENCE


@dataclass
class Agent:
    """A registered client. Events of processes that are not the test's are let through."""

    client: Client
    events: dict[int, Event] = field(default_factory=dict)
    ended: dict[int, Ended] = field(default_factory=dict)

    @classmethod
    def start(cls, *subscriptions: Subscription) -> "Agent":
        """Connect, register and subscribe."""
        client = Client()
        client.register()
        client.subscribe(subscriptions)
        return cls(client)

    def pump(self, until: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Read until the condition holds."""
        deadline = time.monotonic() + patience
        while not until():
            assert time.monotonic() < deadline, f"{what}: not within {patience:.0f} s"
            for message in self.client.receive(0.05):
                self._note(message)

    def next_events(self, count: int = 1) -> list[Event]:
        """Wait until so many events are pending that were not told to have ended."""
        self.pump(lambda: len(self.open_events()) >= count, f"{count} events")
        return self.open_events()

    def next_event(self) -> Event:
        """Wait for the one event that is pending."""
        events = self.next_events()
        assert len(events) == 1, events
        return events[0]

    def event_of(self, pid: int) -> Event:
        """Wait for the pending event of a process."""
        self.pump(lambda: any(e.process.pid == pid for e in self.open_events()), f"event of {pid}")
        return next(e for e in self.open_events() if e.process.pid == pid)

    def open_events(self) -> list[Event]:
        """Events that were told and not told to have ended."""
        return [event for event in self.events.values() if event.id not in self.ended]

    def end_of(self, event: Event, patience: float = PATIENCE) -> Ended:
        """Wait for an event's end."""
        self.pump(lambda: event.id in self.ended, f"end of event {event.id}", patience)
        return self.ended[event.id]

    def allow(self, *events: Event) -> bool:
        """Answer yes to all in one message."""
        return self.client.answer([Verdict(event.id, Action.ALLOW) for event in events])

    def deny(self, *events: Event, errno: int = 0) -> bool:
        """Answer no to all in one message."""
        return self.client.answer([Verdict(event.id, Action.DENY, errno) for event in events])

    def stop(self) -> None:
        """Leave nothing behind."""
        if self.client.fileno() >= 0:
            self.client.flush()
            self.client.close()

    def _note(self, message: Event | Ended) -> None:
        if isinstance(message, Ended):
            self.ended[message.event_id] = message
        elif _is_ours(message.process.pid, {os.getpid()}):
            self.events[message.id] = message
        else:
            self.client.answer([Verdict(message.id, Action.ALLOW)])


def _is_ours(pid: int, roots: Collection[int]) -> bool:
    """Whether a process is a descendant of the test; a dead one was, or nobody cares."""
    while pid > 1:
        if pid in roots:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return True
    return False
