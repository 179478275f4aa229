# SPDX-License-Identifier: GPL-2.0-or-later
"""Events, questions and a real engine over a kernel of memory, for tests of windows."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address as parse_ip
from typing import Any

from snetgui.engine.assemble import forgetful
from snetgui.engine.backend import Backend
from snetgui.engine.engine import Parts
from snetgui.engine.thread import EngineThread
from snetgui.gui.bridge import Bridge
from snetgui.model import (
    Action,
    Address,
    Birth,
    Conditions,
    Event,
    ExeIdentity,
    Facts,
    Process,
    Question,
    Rule,
    Syscall,
    TextMatch,
    ip_address,
)
from snetgui.rules.scope import scopes
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource

SECOND = 1_000_000_000
WAIT_S = 20.0
ANNA = Facts(user="anna")


def internet(ip: str, port: int) -> Address:
    return ip_address(parse_ip(ip), port)


def process(exe: str = "/usr/bin/curl", pid: int = 23886) -> Process:
    return Process(
        pid=pid,
        tid=pid,
        ppid=1,
        start_time_ns=5,
        uid=1000,
        gid=1000,
        comm=exe.rsplit("/", 1)[-1][:15],
        exe=exe,
        exe_id=ExeIdentity(8, 77, 9),
    )


def event(
    number: int = 1,
    *,
    exe: str = "/usr/bin/curl",
    syscall: Syscall = Syscall.CONNECT,
    to: Address | None = None,
    local: Address | None = None,
    family: int = socket.AF_INET,
    kind: int = socket.SOCK_STREAM,
    protocol: int = socket.IPPROTO_TCP,
    delay_s: float = 30,
    now_ns: int | None = None,
) -> Event:
    now = time.monotonic_ns() if now_ns is None else now_ns
    remote = to
    if to is None and local is None:
        remote = internet("203.0.113.7", 443)
    return Event(
        id=number,
        syscall=syscall,
        family=family,
        type=kind,
        protocol=protocol,
        process=process(exe),
        raised_ns=now,
        deadline_ns=now + round(delay_s * SECOND),
        local=local,
        remote=remote,
    )


def question(
    number: int = 1,
    *,
    asked: Event | None = None,
    facts: Facts = ANNA,
    policy: Action = Action.DENY,
    count: int = 1,
) -> Question:
    asked = asked or event(number)
    return Question(
        id=number,
        event=asked,
        facts=facts,
        count=count,
        deadline_ns=asked.deadline_ns,
        policy=policy,
        scopes=scopes(asked, facts),
    )


def rule(number: int = 0, *, exe: str = "/usr/bin/curl", action: Action = Action.ALLOW) -> Rule:
    return Rule(
        name=f"rule {number} of {exe}",
        action=action,
        conditions=Conditions(exe=TextMatch(exe)),
        birth=Birth(datetime(2030, 1, 2, 3, 4, tzinfo=UTC)),
    )


@dataclass
class Held:
    """A running engine, the kernel of memory below it and the bridge above it."""

    source: RecordingSource
    thread: EngineThread
    bridge: Bridge
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 1_000_000)))

    @property
    def backend(self) -> Backend:
        return self.thread.backend

    def do(self, act: Callable[[], Any]) -> Any:
        """Run this in the engine's thread."""

        async def acted() -> Any:
            return act()

        return self.thread.submit(acted()).result(WAIT_S)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """The engine answers nothing until the end of this."""
        go = threading.Event()

        async def wait() -> None:
            go.wait(WAIT_S)  # the whole loop does

        waiting = self.thread.submit(wait())
        yield
        go.set()
        waiting.result(WAIT_S)

    def get(self, work: Any) -> Any:
        """A backend's answer."""
        return self.thread.submit(work).result(WAIT_S)

    def raised(self, **how: Any) -> Event:
        """A program makes a call."""
        made = event(next(self.numbers), **how)
        self.do(lambda: self.source.raise_event(made))
        return made

    def ended(self, number: int) -> Action | None:
        """What the caller of this event got, None while it is held."""
        ended = self.source.ended.get(number)
        return ended.action if ended is not None else None


@contextmanager
def held_engine(*, deny: bool = False, parts: Parts | None = None) -> Iterator[Held]:
    source = RecordingSource(policy=Policy(delay_s=30, deny=deny, max_delay_s=300))
    thread = EngineThread(lambda: forgetful(source, parts=parts))
    thread.start()
    bridge = Bridge(thread.backend, thread.submit)
    try:
        yield Held(source, thread, bridge)
    finally:
        bridge.stop()
        thread.stop()
