# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking on the terminal: one held call after another, one key each.

The terminal is /dev/tty, so that what is printed can go elsewhere. What has not
been on the screen for a moment can't be answered: a key that was meant for the
question before does nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import termios
import tty
from collections.abc import Callable, Iterator
from typing import Final

from snetgui.model import Action, Ended, Event, Reason
from snetgui.model.text import shown

ARM_S: Final = 0.5
_TICK_S: Final = 1.0
_CLEAR: Final = "\r\x1b[K"
_KEYS: Final = {b"a": Action.ALLOW, b"d": Action.DENY}


class Terminal:
    """The controlling terminal in single-key mode, put back at close().

    Raises:
        OSError: there is none.
    """

    def __init__(self, path: str = "/dev/tty") -> None:
        self._fd: Final = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        try:
            self._before: Final = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd)
        except termios.error as problem:
            os.close(self._fd)
            raise OSError(f"{path} is no terminal") from problem

    def fileno(self) -> int:
        """The descriptor, readable when a key was pressed."""
        return self._fd

    def key(self) -> bytes:
        """What was typed: one byte for a letter; more for an arrow key or a paste."""
        return os.read(self._fd, 256)

    def forget_keys(self) -> None:
        """Throw away what was typed until now."""
        termios.tcflush(self._fd, termios.TCIFLUSH)

    def width(self) -> int:
        """Columns."""
        try:
            return os.get_terminal_size(self._fd).columns or 80
        except OSError:
            return 80

    def write(self, text: str) -> None:
        """Write at once."""
        os.write(self._fd, text.encode(errors="backslashreplace"))

    def close(self) -> None:
        """Give the terminal back as it was."""
        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)
        os.close(self._fd)


class Asker:
    """Questions in the order in which their calls were held.

    Args:
        answer: called with the event and the person's word for it.
        clock: CLOCK_MONOTONIC in nanoseconds.
    """

    def __init__(
        self,
        terminal: Terminal,
        answer: Callable[[Event, Action], None],
        clock: Callable[[], int],
    ) -> None:
        self._terminal: Final = terminal
        self._answer: Final = answer
        self._clock: Final = clock
        self._waiting: dict[int, Event] = {}
        self._shown: int | None = None
        self._armed = False
        self._timer: asyncio.TimerHandle | None = None
        self._loop: Final = asyncio.get_running_loop()
        self._loop.add_reader(terminal.fileno(), self._pressed)

    def ask(self, event: Event) -> None:
        """Put a question at the end of the queue."""
        self._waiting[event.id] = event
        self._update()

    def ended(self, end: Ended) -> None:
        """A call is over: its question goes away, and if nobody answered it that is said."""
        event = self._waiting.pop(end.event_id, None)
        if event is not None and end.reason is not Reason.AGENT:
            self._say(f"{_about(event)}: {_verb(end.action)} ({end.reason})")
        self._update()

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Take the question off its line while something else is printed."""
        if self._shown is not None:
            self._terminal.write(_CLEAR)
        yield
        self._draw()

    def close(self) -> None:
        """Take the question off the screen; the terminal is the caller's to close."""
        self._loop.remove_reader(self._terminal.fileno())
        if self._timer is not None:
            self._timer.cancel()
        if self._shown is not None:
            self._terminal.write(_CLEAR)

    def _pressed(self) -> None:
        key = self._terminal.key()
        if not key:  # the terminal hung up: nobody can answer any more
            self._loop.remove_reader(self._terminal.fileno())
        # Nothing but the letter alone: an arrow key is \x1b[A, and a paste is no answer.
        action = _KEYS.get(key)
        if action is None or not self._armed or self._shown is None:
            return
        event = self._waiting.pop(self._shown)
        self._say(f"{_about(event)}: {_verb(action)}")
        self._answer(event, action)
        self._update()

    def _update(self) -> None:
        """Show the oldest question, if it is not the one that is shown."""
        first = next(iter(self._waiting), None)
        if first != self._shown:
            self._terminal.write(_CLEAR)
            self._shown = first
            self._armed = False
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            if first is not None:
                self._timer = self._loop.call_later(ARM_S, self._arm)
        self._draw()

    def _arm(self) -> None:
        self._terminal.forget_keys()
        self._armed = True
        self._tick()

    def _tick(self) -> None:
        self._draw()
        self._timer = self._loop.call_later(_TICK_S, self._tick)

    def _draw(self) -> None:
        event = None if self._shown is None else self._waiting.get(self._shown)
        if event is None:
            return
        left = max(0, event.deadline_ns - self._clock()) // 1_000_000_000
        behind = f", {len(self._waiting) - 1} more" if len(self._waiting) > 1 else ""
        keys = "[a]llow [d]eny" if self._armed else "…"
        tail = f" ({left} s{behind}) {keys} "
        room = max(20, self._terminal.width() - len(tail) - 1)
        self._terminal.write(_CLEAR + shown(_about(event) + "?", room) + tail)

    def _say(self, text: str) -> None:
        self._terminal.write(f"{_CLEAR}{text}\n")


def _about(event: Event) -> str:
    """A question's few words; the whole event is printed elsewhere."""
    process = event.process
    address = event.remote or event.local
    where = f" {address}" if address is not None else ""
    return shown(f"{process.comm} (pid {process.pid}) {event.syscall}{where}")


def _verb(action: Action) -> str:
    return "allowed" if action is Action.ALLOW else "denied"
