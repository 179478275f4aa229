# SPDX-License-Identifier: GPL-2.0-or-later
"""A terminal for tests: a pseudo-terminal's other end, with as much of a screen as is used."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Callable, Sequence
from fcntl import ioctl

from tests.patience import seconds

_PART = re.compile(r"\x1b\[([\d;?]*)([A-Za-z])|\x1b.|\r|\n|[^\x1b\r\n]+")
ROWS, COLUMNS = 24, 100
WALL_S = seconds(30)


class Terminal:
    """A program on a terminal of its own.

    Attributes:
        lines: what the screen shows, top to bottom, and what has scrolled away above.
        tells: it answers where its cursor is, as all but the dumbest do.
    """

    def __init__(self, command: Sequence[str], *, tells: bool = True) -> None:
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.execvp(command[0], list(command))
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.tells = tells
        self.lines = [""]
        self._row = self._column = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._fd, keys.encode())

    def until(self, true: Callable[[], bool]) -> None:
        """Show what comes until it is true."""
        end = time.monotonic() + WALL_S
        while not true():
            assert time.monotonic() < end, f"never; the screen:\n{self.text}"
            self._show(0.02)

    def shows(self, words: str) -> None:
        """Wait for words on the screen."""
        self.until(lambda: words in self.text)

    def changes(self, pattern: str) -> Callable[[], bool]:
        """Whether what the pattern finds last on the screen is another thing than now.

        What stands above may stay for ever: a prompt is not taken away where this
        terminal told too late that nothing else was printed behind it.
        """
        before = re.findall(pattern, self.text)[-1:]

        def changed() -> bool:
            now = re.findall(pattern, self.text)[-1:]
            return bool(now) and now != before

        return changed

    def type_until(self, key: str, true: Callable[[], bool]) -> None:
        """Press a key, again each second, until it is true."""
        pressed = 0.0

        def press() -> bool:
            nonlocal pressed
            if true():
                return True
            if time.monotonic() - pressed > 1:
                pressed = time.monotonic()
                self.type(key)
            return False

        self.until(press)

    def hides(self, words: str) -> None:
        """Wait for words to be gone."""
        self.until(lambda: words not in self.text)

    def wait(self) -> int:
        """Wait for the program's end; its exit code as $? has it."""
        found: list[int] = []

        def ended() -> bool:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                found.append(code if code >= 0 else 128 - code)
            return bool(found)

        self.until(ended)
        self._show(0)
        return found[0]

    def close(self) -> None:
        """Hang up."""
        if self._fd >= 0:
            os.close(self._fd)
        self._fd = -1

    def settings(self) -> list[object]:
        """The line's settings: echo, canonical mode and so on."""
        return termios.tcgetattr(self._fd)[:4]

    def group(self) -> int:
        """The foreground process group."""
        return os.tcgetpgrp(self._fd)

    def _show(self, seconds: float) -> None:
        if not select.select([self._fd], [], [], seconds)[0]:
            return
        try:
            data = os.read(self._fd, 65536).decode()
        except OSError:  # the program has ended
            return
        for part in _PART.finditer(data):
            self._part(part)

    def _part(self, part: re.Match[str]) -> None:
        text, code = part[0], part[2]
        if text == "\r":
            self._column = 0
        elif text == "\n":
            self._row += 1
        elif code == "A":
            self._row -= int(part[1] or 1)
        elif code == "G":
            self._column = int(part[1] or 1) - 1
        elif code == "J":
            del self.lines[self._row + 1 :]
            self._line(self._row)
            self.lines[self._row] = self.lines[self._row][: self._column]
        elif code == "n" and self.tells:
            top = max(0, len(self.lines) - ROWS)
            self.type(f"\x1b[{self._row - top + 1};{self._column + 1}R")
        elif code is None and not text.startswith("\x1b"):
            self._print(text)
        self._line(self._row)

    def _print(self, text: str) -> None:
        self._line(self._row)
        line = self.lines[self._row].ljust(self._column)
        self.lines[self._row] = line[: self._column] + text + line[self._column + len(text) :]
        self._column += len(text)

    def _line(self, row: int) -> None:
        while len(self.lines) <= row:
            self.lines.append("")
