# SPDX-License-Identifier: GPL-2.0-or-later
# ruff: noqa: S606 - to start a program is what this is for
"""Starts a program behind the supervisor, three processes in a row.

    face        what the shell started and waits for: stops when the command
     |          stops, and ends as it ends (face.py)
    supervisor  parent of the command and, as their reaper, of all its orphans,
     |          so that it may look into them where Yama allows that to parents
    command     in the face's process group, with all that the shell gave it

The supervisor goes on after the face has ended, for as long as anything that
the command started still runs.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn

from snetgui.model import SnetError, SourceMissing, SourcePermission

from . import filter as seccomp_filter
from . import kernel
from .face import Reporter, be_face

_MOST_FILES = 65536
_SHELL = "/bin/sh"


@dataclass(frozen=True, slots=True)
class Launched:
    """A covered command that runs.

    Attributes:
        notify_fd: what its network calls wait at; for SeccompSource.
        pid: the command's.
        group: the process group that the shell gave it.
        reporter: tells the face how the command fares.
    """

    notify_fd: int
    pid: int
    group: int
    reporter: Reporter


class CommandFailed(SnetError):
    """The command could not be started.

    Attributes:
        errno: of execve(2).
    """

    def __init__(self, number: int) -> None:
        super().__init__(os.strerror(number))
        self.errno = number


@dataclass(frozen=True, slots=True)
class _Start:
    """What the command starts with."""

    command: list[str]
    environment: dict[bytes, bytes]
    filtered: Any
    mask: set[Any]


def launch(command: Sequence[str], failed: Callable[[SnetError], int]) -> Launched:
    """Start a command; returns in the supervisor only: the face never comes back.

    The command gets this process's descriptors, signals and surroundings; the
    supervisor keeps standard error alone.

    Args:
        failed: says what went wrong and returns the exit code for it. It is
            told of SourceMissing, SourceBusy, SourcePermission, CommandFailed.

    Raises:
        SourceMissing, SourcePermission: of filter.build(). No process was started.
    """
    filtered = seccomp_filter.build()
    _fill_standard_descriptors()
    environment = _first_environment()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    listen, report = os.pipe()
    if os.fork():
        os.close(report)
        be_face(listen)
    os.close(listen)
    reporter = Reporter(report)
    try:
        return _launch(_Start(list(command), environment, filtered, mask), reporter)
    except SnetError as error:
        reporter.end(failed(error))
        os._exit(1)


def _launch(start: _Start, reporter: Reporter) -> Launched:
    kernel.adopt_orphans()
    group = os.getpgrp()
    told, tell = os.pipe()
    wait, go = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(told)
        os.close(go)
        _be_command(start, tell, wait)
    os.close(tell)
    os.close(wait)
    kernel.shield()
    _settle_down({told, go, reporter.fd}, start.mask)
    reporter.started(pid)
    notify_fd = _take_notify_fd(pid, told)
    os.write(go, b"!")
    os.close(go)
    failed = os.read(told, 16)  # nothing, once the command runs
    os.close(told)
    if failed:
        raise CommandFailed(int(failed))
    return Launched(notify_fd, pid, group, reporter)


def _be_command(start: _Start, tell: int, wait: int) -> NoReturn:
    """Put the filter on and become the command. What Python changed is put back."""
    try:
        os.write(tell, b"%d" % _filtered(start.filtered))
        if os.read(wait, 1):
            for number in (signal.SIGPIPE, signal.SIGXFSZ):
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, start.mask)
            os.write(tell, b"%d" % _exec(start.command, start.environment))
    finally:
        os._exit(1)


def _filtered(made: Any) -> int:
    """Put the filter on: its notify descriptor, or minus the errno."""
    try:
        return seccomp_filter.install(made)
    except OSError as error:
        return -(error.errno or errno.EINVAL)


def _exec(command: list[str], environment: dict[bytes, bytes]) -> int:
    """Become the command; returns the errno if that fails. As execvp(3)."""
    try:
        os.execvpe(command[0], command, environment)
    except OSError as error:
        if error.errno != errno.ENOEXEC:
            return error.errno or errno.EINVAL
    except ValueError:
        return errno.EINVAL
    import shutil  # noqa: PLC0415 - rare: a script without its first line

    script = command[0] if "/" in command[0] else shutil.which(command[0]) or command[0]
    try:
        os.execve(_SHELL, [_SHELL, script, *command[1:]], environment)
    except OSError as error:
        return error.errno or errno.EINVAL


def _settle_down(keep: set[int], mask: set[Any]) -> None:
    """Leave the terminal's group, let go of what is the command's, take room."""
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for number in (signal.SIGTSTP, signal.SIGTTOU, signal.SIGTTIN):
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask - {signal.SIGTERM, signal.SIGCHLD})
    let_go(keep | {2})
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def let_go(keep: set[int]) -> None:
    """Close all descriptors but these; the standard ones become /dev/null.

    A pipe that the command closes must not stay open here.
    """
    nothing = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    for fd in (0, 1, 2):
        if fd not in keep:
            os.dup2(nothing, fd)
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 (numbers, not paths)
        if int(name) > 2 and int(name) not in keep:
            with suppress(OSError):  # the listing's own
                os.close(int(name))


def _take_notify_fd(pid: int, told: int) -> int:
    """Fetch the descriptor out of the command: its own sendmsg(2) is held already.

    Raises:
        SourceMissing, SourceBusy, SourcePermission.
    """
    said = os.read(told, 16)
    number = int(said) if said else -errno.ESRCH
    if number < 0:
        raise seccomp_filter.refused(-number)
    pidfd = os.pidfd_open(pid)
    try:
        return kernel.pidfd_getfd(pidfd, number)
    except OSError as error:
        raise _no_duplicates(error.errno or errno.EPERM) from error
    finally:
        os.close(pidfd)


def _no_duplicates(number: int) -> Exception:
    if number == errno.ENOSYS:
        return SourceMissing(
            "This kernel has no pidfd_getfd(2): snet run needs Linux 5.9 or later."
        )
    return SourcePermission(
        "Looking into the command is forbidden here (pidfd_getfd): allow it in the container's"
        " profile, or start the container with --cap-add SYS_PTRACE."
    )


def _fill_standard_descriptors() -> None:
    """Keep 0 to 2 from becoming something else; what is closed is closed for the command."""
    fd = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    while fd <= 2:
        fd = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    os.close(fd)


def _first_environment() -> dict[bytes, bytes]:
    """What this process was given: Python adds LC_CTYPE in the C locale (PEP 538)."""
    with open("/proc/self/environ", "rb") as file:  # noqa: PTH123
        pairs = (entry.partition(b"=") for entry in file.read().split(b"\0") if entry)
        return {name: value for name, equals, value in pairs if equals}
