# SPDX-License-Identifier: GPL-2.0-or-later
"""An event: one network system call of one thread, held in the kernel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .address import Address


class Syscall(StrEnum):
    """What a program was about to do."""

    CREATE = "create"
    BIND = "bind"
    CONNECT = "connect"
    LISTEN = "listen"
    ACCEPT = "accept"
    SENDMSG = "sendmsg"
    RECVMSG = "recvmsg"


@dataclass(frozen=True, slots=True)
class ExeIdentity:
    """Which file a program was started from: not its name, the file itself.

    Attributes:
        dev: st_dev of stat(2).
        ino: st_ino of stat(2).
        ctime_ns: st_ctime of stat(2), in nanoseconds: changes when the file is
            rewritten, so that a replaced program is another program.
    """

    dev: int
    ino: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class Process:
    """Who made the call, as the kernel knows it.

    Attributes:
        pid: process (thread group), tid: thread, ppid: parent process.
        start_time_ns: start of the process on CLOCK_BOOTTIME. With pid it
            names the process for good, where pid alone is used again.
        uid, gid: of the initial user namespace.
        comm: the thread's own name, at most 15 bytes. Untrusted.
        exe: path of the executable, "" where there is none. Untrusted text.
        exe_id: None where there is no executable or it could not be told.
        cgroup: id of the cgroup in the unified hierarchy, 0 if unknown.
        netns, mntns: inode numbers of the namespaces, 0 if unknown.
    """

    pid: int
    tid: int
    ppid: int
    start_time_ns: int
    uid: int
    gid: int
    comm: str
    exe: str
    exe_id: ExeIdentity | None = None
    cgroup: int = 0
    netns: int = 0
    mntns: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """(pid, start_time_ns): the same for as long as the process lives."""
        return self.pid, self.start_time_ns


@dataclass(frozen=True, slots=True)
class Event:
    """One held call.

    Attributes:
        id: 64 bits, unique within its source for as long as that lives.
        family, type, protocol: of the socket (AF_*, SOCK_*, IPPROTO_*).
        local, remote: None where the call has none (listen has no remote).
        raised_ns, deadline_ns: CLOCK_MONOTONIC (time.monotonic_ns()).
    """

    id: int
    syscall: Syscall
    family: int
    type: int
    protocol: int
    process: Process
    raised_ns: int
    deadline_ns: int
    local: Address | None = None
    remote: Address | None = None
