# SPDX-License-Identifier: GPL-2.0-or-later
"""Who made a call: what the kernel tells of a thread, looked up anew where it can change.

A thread's pidfd and the descriptors of its /proc files stay open between its
calls. They mean that thread and never a later one with the same number: once it
is gone they fail, and the number is looked up again.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import Any

from snetgui.model import ExeIdentity, Process

from . import kernel

_MOST_KNOWN = 128
_MOST_NAMESPACES = 16
_MOST_STATUS = 1 << 20  # its line of groups alone may have 65,536 numbers
_TICK_NS = 1_000_000_000 // os.sysconf("SC_CLK_TCK")


class Thread:
    """One thread of the program.

    Attributes:
        tid, tgid: of the thread and of its process.
        pidfd: of the thread; before Linux 6.9 of its process.
    """

    __slots__ = (
        "_comm",
        "_dir",
        "_last",
        "_netns",
        "_process",
        "_start_ns",
        "_tellable",
        "pidfd",
        "tgid",
        "tid",
    )

    def __init__(self, tid: int) -> None:
        self.tid = tid
        status = _read(f"/proc/{tid}/status")
        self.tgid = int(_field(status, b"Tgid:"))
        self.pidfd = self._dir = self._comm = -1
        try:
            self.pidfd = kernel.pidfd_open_thread(tid, self.tgid)
            self._tellable = kernel.pidfd_info(self.pidfd) is not None
            self._dir = os.open(f"/proc/{self.tgid}/task/{tid}", os.O_PATH | os.O_DIRECTORY)
            self._comm = os.open("comm", os.O_RDONLY, dir_fd=self._dir)
            self._start_ns = _start_ns(_read(f"/proc/{self.tgid}/stat"))
        except OSError:
            self.close()
            raise
        self._netns: dict[bytes, int] = {}
        self._last: tuple[Any, ...] | None = None
        self._process: Process | None = None

    def process(self, netns_cookie: bytes = b"") -> Process:
        """Return who the thread is now. Raises OSError if it is gone.

        Args:
            netns_cookie: SO_NETNS_COOKIE of the socket that it uses; spares a look
                at the thread's own namespace where the two were seen together.
        """
        comm = os.pread(self._comm, 32, 0)
        try:
            exe = os.stat("exe", dir_fd=self._dir)
            identity = (exe.st_dev, exe.st_ino, exe.st_ctime_ns)
        except OSError:
            identity = None
        netns = self._netns.get(netns_cookie)
        if netns is None:
            netns = self._look_up_netns(netns_cookie)
        info = self._info()
        now = (comm, identity, netns, info)
        if now != self._last or self._process is None:
            self._process = self._describe(comm, identity, netns, info)
            self._last = now
        return self._process

    def status(self) -> bytes:
        """The text of /proc/…/status. Raises OSError if the thread is gone."""
        fd = os.open("status", os.O_RDONLY, dir_fd=self._dir)
        try:
            return os.read(fd, _MOST_STATUS)
        finally:
            os.close(fd)

    def open(self, name: str, flags: int) -> int:
        """Open something in the thread's directory of /proc. Raises OSError."""
        return os.open(name, flags | os.O_CLOEXEC, dir_fd=self._dir)

    def stat(self, name: str) -> os.stat_result:
        """stat(2) of what a link in the thread's directory of /proc leads to."""
        return os.stat(name, dir_fd=self._dir)

    def close(self) -> None:
        for fd in (self.pidfd, self._dir, self._comm):
            if fd >= 0:
                os.close(fd)
        self.pidfd = self._dir = self._comm = -1

    def _look_up_netns(self, cookie: bytes) -> int:
        try:
            netns = os.stat("ns/net", dir_fd=self._dir).st_ino
        except OSError:
            return 0
        if cookie:
            if len(self._netns) >= _MOST_NAMESPACES:
                self._netns.clear()
            self._netns[cookie] = netns
        return netns

    def _info(self) -> tuple[int, int, int, int]:
        """(ppid, uid, gid, cgroup id) as of now."""
        if self._tellable:
            info = kernel.pidfd_info(self.pidfd)
            if info is not None:
                cgroup, ppid, uid, gid = info
                return ppid, uid, gid, cgroup
        status = self.status()
        uid = int(_field(status, b"Uid:").split()[1])
        gid = int(_field(status, b"Gid:").split()[1])
        return int(_field(status, b"PPid:")), uid, gid, 0

    def _describe(
        self,
        comm: bytes,
        identity: tuple[int, int, int] | None,
        netns: int,
        info: tuple[int, int, int, int],
    ) -> Process:
        ppid, uid, gid, cgroup = info
        exe, mntns = "", 0
        with suppress(OSError):
            exe = os.readlink("exe", dir_fd=self._dir) if identity else ""
            mntns = os.stat("ns/mnt", dir_fd=self._dir).st_ino
        return Process(
            pid=self.tgid,
            tid=self.tid,
            ppid=ppid,
            start_time_ns=self._start_ns,
            uid=uid,
            gid=gid,
            comm=comm.removesuffix(b"\n").decode(errors="surrogateescape"),
            exe=exe,
            exe_id=ExeIdentity(*identity) if identity else None,
            cgroup=cgroup or self._cgroup(),
            netns=netns,
            mntns=mntns,
        )

    def _cgroup(self) -> int:
        """The id of a cgroup is its directory's inode number in the unified hierarchy."""
        try:
            fd = self.open("cgroup", os.O_RDONLY)
            try:
                lines = os.read(fd, 8192).decode(errors="surrogateescape").splitlines()
            finally:
                os.close(fd)
            path = next(line[3:] for line in lines if line.startswith("0::"))
            return Path(f"/sys/fs/cgroup{path}").stat().st_ino
        except (OSError, StopIteration):
            return 0


class Threads:
    """The threads that made the latest calls; the one unused longest is forgotten first."""

    def __init__(self, most: int = _MOST_KNOWN) -> None:
        self._most = most
        self._known: OrderedDict[int, Thread] = OrderedDict()

    def get(self, tid: int) -> Thread:
        """Return a thread, known or not. Raises OSError if there is none."""
        known = self._known.get(tid)
        if known is not None:
            self._known.move_to_end(tid)
            return known
        fresh = self._known[tid] = Thread(tid)
        if len(self._known) > self._most:
            self._known.popitem(last=False)[1].close()
        return fresh

    def forget(self, tid: int) -> None:
        """The number may mean another thread now."""
        known = self._known.pop(tid, None)
        if known is not None:
            known.close()

    def close(self) -> None:
        for tid in list(self._known):
            self.forget(tid)


def _read(path: str) -> bytes:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(fd, _MOST_STATUS)
    finally:
        os.close(fd)


def _field(status: bytes, name: bytes) -> bytes:
    start = status.index(b"\n" + name) + len(name) + 1
    return status[start : status.index(b"\n", start)].strip()


def status_field(status: bytes, name: str) -> bytes:
    """One line's value out of /proc/…/status."""
    return _field(status, name.encode() + b":")


def is_stopped(tid: int) -> bool:
    """Whether job control or a tracer has stopped a thread; False if it is gone."""
    try:
        stat = _read(f"/proc/{tid}/stat")
    except OSError:
        return False
    return stat[stat.rindex(b")") + 2] in b"Tt"


def _start_ns(stat: bytes) -> int:
    """Field 22 of /proc/PID/stat, counted after the name, which may hold anything."""
    return int(stat[stat.rindex(b")") + 2 :].split()[19]) * _TICK_NS
