# SPDX-License-Identifier: GPL-2.0-or-later
"""Which programs have an internet socket open now, as far as /proc lets one see.

Layouts: proc_pid_net(5) (the tables name each socket's inode), proc_pid_fd(5),
proc_pid_ns(5). Everything in there may vanish while it is looked at, and other
users' processes may be closed to us: what can't be seen is left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from . import proc

# A TCP socket is in these once it is connected (or about to be) or listens, an
# UDP socket once it has a port: when others can reach it.
_TABLES: Final = ("tcp", "tcp6", "udp", "udp6")
_INODE: Final = 9  # of a line's words


def programs(root: Path = proc.PROC) -> frozenset[str]:
    """Executables with an internet socket, as /proc names them (" (deleted)" behind some)."""
    pids = _pids(root)
    inodes = frozenset(_inodes(pids, root))
    found: set[str] = set()
    for pid in pids:
        exe = _exe(pid, root)
        if not exe or exe in found or not _has_one_of(pid, inodes, root):
            continue
        if _exe(pid, root) == exe:  # else it has become another program meanwhile
            found.add(exe)
    return frozenset(found)


def _pids(root: Path) -> list[int]:
    with suppress(OSError):
        return sorted(int(name) for name in os.listdir(root) if name.isdecimal())  # noqa: PTH208
    return []


def _inodes(pids: list[int], root: Path) -> Iterator[bytes]:
    """Of all internet sockets, in each network namespace that some process is in."""
    seen: set[str] = set()
    for pid in pids:
        namespace = _link(f"{root}/{pid}/ns/net")
        if not namespace or namespace in seen:
            continue
        for table in _TABLES:
            with suppress(OSError):
                yield from _inodes_of(f"{root}/{pid}/net/{table}")
                seen.add(namespace)  # else the next process in it may live long enough


def _inodes_of(path: str) -> Iterator[bytes]:
    with open(path, "rb") as lines:  # noqa: PTH123 - one of thousands of small reads
        next(lines, None)
        for line in lines:
            words = line.split()
            if len(words) > _INODE and words[_INODE] != b"0":  # a connection that is over has none
                yield words[_INODE]


def _has_one_of(pid: int, inodes: frozenset[bytes], root: Path) -> bool:
    folder = f"{root}/{pid}/fd"
    try:
        numbers = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return False
    links = (_link(f"{folder}/{number}") for number in numbers)
    return any(link.startswith("socket:[") and os.fsencode(link[8:-1]) in inodes for link in links)


def _exe(pid: int, root: Path) -> str:
    return _link(f"{root}/{pid}/exe")


def _link(path: str) -> str:
    try:
        return os.readlink(path)  # noqa: PTH115 - its text, not a path
    except OSError:
        return ""
