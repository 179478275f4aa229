# SPDX-License-Identifier: GPL-2.0-or-later
"""The terminal, borrowed from the program that runs in it, for as long as a question takes.

The program stays where it is: in the process group that the terminal belonged
to, with its own line settings. Ours becomes the foreground group, so that keys
come to the question and to nobody else, and gives all back afterwards.
"""

from __future__ import annotations

import os
import re
import signal
import termios
import tty
from contextlib import suppress
from typing import Any, Final

_POSITION: Final = re.compile(rb"\x1b\[(\d+);(\d+)R")
_PASSED_ON: Final = {b"\x03": signal.SIGINT, b"\x1a": signal.SIGTSTP, b"\x1c": signal.SIGQUIT}
_ASK_POSITION: Final = b"\x1b[6n"


class Borrowed:
    """The controlling terminal.

    Args:
        group: the process group that the shell gave to the program.

    Attributes:
        hung_up: it is gone for good.

    Raises:
        OSError: there is none.
    """

    def __init__(self, group: int, path: str = "/dev/tty") -> None:
        self._group = group
        self._fd = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        self._before: list[Any] | None = None
        self._owner = 0
        self._stopped = False
        self._typed = b""
        self.hung_up = False

    @property
    def held(self) -> bool:
        """Whether it is ours now."""
        return self._before is not None

    def fileno(self) -> int:
        return self._fd

    def borrow(self) -> bool:
        """Take the terminal; False while somebody else's program has it."""
        if self.hung_up:
            return False
        try:
            owner = os.tcgetpgrp(self._fd)
            if owner != self._group and not _descends(owner, os.getpid()):
                return False
            before = termios.tcgetattr(self._fd)
            os.tcsetpgrp(self._fd, os.getpgrp())
            self._before, self._owner, self._typed = before, owner, b""
            tty.setcbreak(self._fd, termios.TCSANOW)
            self._let_keys_through()
        except (OSError, termios.error):
            self.give_back()
            return False
        return True

    def give_back(self) -> None:
        """Give it back as it was; who stopped for want of it goes on."""
        if self._before is None:
            return
        before, self._before = self._before, None
        with suppress(OSError, termios.error):
            termios.tcsetattr(self._fd, termios.TCSANOW, before)
            if os.tcgetpgrp(self._fd) == os.getpgrp():
                self._return_to_owner()
        raw = not before[3] & termios.ICANON
        with suppress(OSError):
            if self._stopped or _is_stopped(self._owner):
                os.killpg(self._owner, signal.SIGCONT)
            if raw:  # a full-screen program draws itself anew
                os.killpg(self._owner, signal.SIGWINCH)
        self._stopped = False

    def stopped(self, number: int) -> bool:
        """The program stopped by this signal: True if for want of the terminal."""
        if self.held and number in (signal.SIGTTIN, signal.SIGTTOU):
            self._stopped = True
            return True
        return False

    def write(self, text: str) -> None:
        """Write at once."""
        with suppress(OSError):
            os.write(self._fd, text.encode(errors="backslashreplace"))

    def ask_position(self) -> None:
        """Ask the terminal where its cursor is: the answer comes with the keys."""
        with suppress(OSError):
            os.write(self._fd, _ASK_POSITION)

    def read(self) -> tuple[bytes, tuple[int, int] | None]:
        """What came: keys, and the cursor's (row, column) if the terminal told it.

        Ctrl-C, Ctrl-Z and Ctrl-\\ go to the program as the signals that they are.
        """
        try:
            got = os.read(self._fd, 256)
        except OSError:
            got = b""
        if not got:
            self._hang_up()
            return b"", None
        typed = self._typed + got
        position = None
        for found in _POSITION.finditer(typed):
            position = int(found[1]), int(found[2])
        typed = _POSITION.sub(b"", typed)
        begun = re.search(rb"\x1b\[[\d;]*$", typed)  # the rest of an answer is on its way
        self._typed = begun[0] if begun else b""
        keys = typed[: begun.start()] if begun else typed
        for key, number in _PASSED_ON.items():
            if key in keys:
                with suppress(OSError):
                    os.killpg(self._owner, number)
        return keys, position

    def width(self) -> int:
        """Columns."""
        with suppress(OSError):
            return os.get_terminal_size(self._fd).columns or 80
        return 80

    def close(self) -> None:
        self.give_back()
        if self._fd >= 0:
            os.close(self._fd)
        self._fd = -1

    def _hang_up(self) -> None:
        """The terminal is gone: its owner is told, as it was not in our place."""
        self.hung_up = True
        self._before = None
        with suppress(OSError):
            os.killpg(self._owner, signal.SIGHUP)
            os.killpg(self._owner, signal.SIGCONT)

    def _let_keys_through(self) -> None:
        """No signals from keys: they would come to us, and are meant for the program."""
        modes = termios.tcgetattr(self._fd)
        modes[3] &= ~termios.ISIG
        termios.tcsetattr(self._fd, termios.TCSANOW, modes)

    def _return_to_owner(self) -> None:
        for group in (self._owner, self._group):
            try:
                os.tcsetpgrp(self._fd, group)
            except OSError:
                continue  # the group has ended meanwhile
            return


def _descends(pid: int, ancestor: int) -> bool:
    """Whether a process (a group's leader) comes from another."""
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            pid = int(_stat(pid)[1])
        except (OSError, ValueError, IndexError):
            return False
    return False


def _is_stopped(pid: int) -> bool:
    try:
        return _stat(pid)[0] == b"T"
    except (OSError, ValueError, IndexError):
        return False


def _stat(pid: int) -> list[bytes]:
    """State, parent, … of /proc/PID/stat: what follows the name."""
    with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123
        text = file.read()
    return text[text.rindex(b")") + 2 :].split()
