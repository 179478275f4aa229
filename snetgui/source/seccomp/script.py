# SPDX-License-Identifier: GPL-2.0-or-later
"""What the script of a call is made of: its steps, its result, and the call looked up."""

from __future__ import annotations

import socket
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from snetgui.model import Process, Syscall

from . import sockets
from .guise import Act, Guise, Wardrobe
from .memory import Memory
from .numbers import Call
from .threads import Thread

_IP = frozenset({socket.AF_INET, socket.AF_INET6})
SO_SNDTIMEO, SO_RCVTIMEO = 21, 20


class Until(Enum):
    """What a script waits for."""

    READABLE = auto()
    WRITABLE = auto()
    SOON = auto()  # nothing tells when: try again


@dataclass(frozen=True, slots=True)
class Ask:
    """A question for whoever judges. Answered with the errno of a deny, 0 to allow.

    Attributes:
        syscall: None where there is nothing to judge (a send without a name).
        local, remote: raw; None where there is none.
        copy: what was copied out for this step, to tell a call that the kernel
            restarts after a signal from another one.
        socket: (family, type, protocol).
    """

    syscall: Syscall | None
    socket: tuple[int, int, int]
    local: bytes | None = None
    remote: bytes | None = None
    copy: bytes = b""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for the socket. Answered with False if the deadline came first.

    Attributes:
        until_s: time.monotonic() of the socket's own time limit, or None.
    """

    what: Until
    fd: int
    until_s: float | None


@dataclass(frozen=True, slots=True)
class Disguised:
    """Act in a thread of its own. Answered with the result."""

    guise: Guise
    act: Act
    address: bytes


@dataclass(slots=True)
class Give:
    """The call returns a new descriptor: this one, which is closed afterwards."""

    fd: int
    cloexec: bool


class Untouched:
    """The kernel goes on with the call itself: its arguments are registers."""


Step = Ask | Wait | Disguised
Result = int | Give | Untouched
Script = Generator[Step, Any, Result]


Made = list[tuple[bytes, int | Give]]
"""What a call did: the copy that it acted on, and the result. sendmmsg(2) has several."""


@dataclass(slots=True)
class Tools:
    """What the scripts share."""

    memory: Memory
    wardrobe: Wardrobe


@dataclass(slots=True)
class Request:
    """One notification, looked up.

    Attributes:
        cookie: of the socket's network namespace.
        direct: the arguments are registers (not socketcall's in memory).
        fd: the duplicate of the program's socket; -1 for socket(2).
        socket: (family, type, protocol) of it.
        made: what the script did.
        before: what a call did whose thread a signal took away before it was
            told. If this is that call restarted, it is not made twice.
        pipe_broke: the program gets SIGPIPE with its EPIPE.
    """

    tools: Tools
    thread: Thread
    cookie: bytes
    call: Call
    args: tuple[int, ...]
    wide: bool
    direct: bool
    fd: int
    socket: tuple[int, int, int]
    before: Made = field(default_factory=list)
    made: Made = field(default_factory=list)
    pipe_broke: bool = False
    known: Process | None = None

    @property
    def process(self) -> Process:
        """Who calls, as of the latest look."""
        return self.known or self.look_again()

    def look_again(self) -> Process:
        """Look who calls. Raises OSError if the thread is gone."""
        self.known = self.thread.process(self.cookie)
        return self.known

    @property
    def tid(self) -> int:
        return self.thread.tid

    @property
    def blocking(self) -> bool:
        return sockets.blocking(self.fd)

    def again(self, copy: bytes) -> int | Give | None:
        """The result of this very call, if it was made before a signal came."""
        if not self.before or self.before[0][0] != copy:
            return None
        self.made.append(self.before.pop(0))
        return self.made[-1][1]

    def did(self, copy: bytes, result: int) -> int:
        """Note what was done; returns the result."""
        self.made.append((copy, result))
        return result

    def act(
        self, act: Act, address: bytes = b"", *, makes_file: bool = False, by_right: bool = True
    ) -> Generator[Step, Any, int]:
        """Make a call as the program would.

        Args:
            by_right: False where the kernel asks nothing of who makes the call: to
                connect or send (without control messages) by IPv4 and IPv6.
        """
        if not by_right and self.socket[0] in _IP:
            return act(address)
        guise = self.tools.wardrobe.find(self, address, makes_file=makes_file)
        if guise is None:
            return act(address)
        result: int = yield Disguised(guise, act, address)
        return result


def time_limit(fd: int, option: int) -> float | None:
    """time.monotonic() at which a wait ends by the socket's own limit; None for never."""
    seconds = sockets.timeout(fd, option)
    return None if seconds is None else time.monotonic() + seconds


def as_int(register: int) -> int:
    """What a C int parameter takes from a register: its lower half, signed."""
    low = register & 0xFFFFFFFF
    return low - (1 << 32) if low >> 31 else low
