# SPDX-License-Identifier: GPL-2.0-or-later
"""The face: the process that the shell started, which fares as the command fares.

It is told by the supervisor over a pipe. Signals that somebody sends to it are
passed on; those that come from the terminal the command has got by itself, for
it is in the same process group.
"""

from __future__ import annotations

import ctypes
import os
import resource
import select
import signal
import struct
from contextlib import suppress
from typing import NoReturn

from . import kernel

_SI_KERNEL = 0x80
_SIGNALFD_INFO = 128
_NEWS = struct.Struct("=ci")
_EXIT_LOST = 125


class Reporter:
    """The supervisor's end of the pipe. A face that is gone is no error.

    Attributes:
        fd: readable as soon as the face is gone.
    """

    def __init__(self, fd: int) -> None:
        self.fd = fd

    def started(self, pid: int) -> None:
        """The command has this pid."""
        self._tell(b"p", pid)

    def status(self, status: int) -> None:
        """The command ended or stopped: a status of waitpid(2)."""
        self._tell(b"s", status)

    def end(self, code: int) -> None:
        """There is no command: end with this code."""
        self._tell(b"e", code)

    def _tell(self, kind: bytes, value: int) -> None:
        with suppress(OSError):
            os.write(self.fd, _NEWS.pack(kind, value))


def be_face(listen: int) -> NoReturn:
    """Fare as the command does, then end as it ended. All signals are blocked."""
    from .launch import let_go  # noqa: PLC0415 - launch knows the face

    kernel.adopt_orphans()  # should the supervisor be killed, the command is still waited for
    signals = _signal_fd()
    let_go({2, listen, signals})
    _Face(listen, signals).run()


class _Face:
    def __init__(self, listen: int, signals: int) -> None:
        self._listen = listen
        self._signals = signals
        self._command = 0
        self._pidfd = -1

    def run(self) -> NoReturn:
        poll = select.poll()
        poll.register(self._listen, select.POLLIN)
        poll.register(self._signals, select.POLLIN)
        while True:
            for fd, _ in poll.poll():
                if fd == self._signals:
                    self._signalled(os.read(fd, _SIGNALFD_INFO))
                else:
                    self._hear()

    def _hear(self) -> None:
        news = os.read(self._listen, _NEWS.size)
        if not news:
            self._alone()
        kind, value = _NEWS.unpack(news)
        if kind == b"e":
            os._exit(value)
        if kind == b"p":
            self._command = value
            with suppress(OSError):
                self._pidfd = os.pidfd_open(value)
        elif os.WIFSTOPPED(value):
            self._stop(os.WSTOPSIG(value))
        else:
            _end_as(value)

    def _alone(self) -> NoReturn:
        """The supervisor was killed: the command is ours now, its calls all fail."""
        while self._command:
            try:
                pid, status = os.waitpid(-1, 0)
            except ChildProcessError:
                break
            if pid == self._command:
                _end_as(status)
        os._exit(_EXIT_LOST)

    def _signalled(self, info: bytes) -> None:
        number, _errno, code = struct.unpack_from("=Iii", info)
        from_terminal = code == _SI_KERNEL and not (
            # A terminal that hangs up tells the session's leader apart from the rest.
            number == signal.SIGHUP and os.getsid(0) == os.getpid()
        )
        if from_terminal or number == signal.SIGCHLD:
            return
        if self._pidfd >= 0:
            with suppress(OSError):
                signal.pidfd_send_signal(self._pidfd, number)

    def _stop(self, number: int) -> None:
        """Stop as the command did; a shell that continues us means the command."""
        os.kill(os.getpid(), number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})  # it stops us here
        signal.pthread_sigmask(signal.SIG_BLOCK, {number})
        self._give_terminal()

    def _give_terminal(self) -> None:
        """A command with a process group of its own (a shell) gets what we were given."""
        with suppress(OSError):
            group = os.getpgid(self._command)
            if group == os.getpgrp():
                return
            tty = os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
            try:
                if os.tcgetpgrp(tty) == os.getpgrp():
                    os.tcsetpgrp(tty, group)
            finally:
                os.close(tty)
            os.killpg(group, signal.SIGCONT)


def _end_as(status: int) -> NoReturn:
    """End with the same code, or by the same signal (without a second core file)."""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
        os._exit(128 + number)
    os._exit(os.WEXITSTATUS(status))


def _signal_fd() -> int:
    """A descriptor from which all signals are read."""
    every = ctypes.create_string_buffer(128)  # sigset_t of the C library
    kernel.LIBC.sigfillset(every)
    fd = kernel.LIBC.signalfd(-1, every, os.O_CLOEXEC)
    if fd < 0:
        raise OSError(ctypes.get_errno(), "signalfd")
    return int(fd)
