# SPDX-License-Identifier: GPL-2.0-or-later
"""Which directories changed, from the kernel: inotify(7), which Python's library lacks."""

from __future__ import annotations

import asyncio
import ctypes
import os
import struct
from collections.abc import Callable
from functools import cache
from typing import Any, Final

# <linux/inotify.h>
_MODIFY, _ATTRIB, _CLOSE_WRITE = 0x2, 0x4, 0x8
_MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x40, 0x80, 0x100, 0x200
_DELETE_SELF, _MOVE_SELF = 0x400, 0x800
_Q_OVERFLOW, _IGNORED, _ONLYDIR = 0x4000, 0x8000, 0x01000000
_WANTED: Final = (
    _MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE
    | _DELETE_SELF | _MOVE_SELF | _ONLYDIR
)  # fmt: skip
_HEAD: Final = struct.Struct("=iIII")  # struct inotify_event without its name
_READ: Final = 64 * 1024

Changed = Callable[[str, str], None]


class Inotify:
    """Watches directories for an event loop.

    Where inotify is not to be had (an old libc, no watches left), add() says
    so, and whoever asked must look now and then.
    """

    def __init__(self, changed: Changed) -> None:
        """Changed is told a directory and a name in it; "" for all of it: look at everything."""
        self._changed = changed
        self._fd = -1
        self._paths: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def open(self) -> None:
        """Begin, in the event loop. Opening twice is fine."""
        libc = _libc()
        if self._fd >= 0 or libc is None:
            return
        self._fd = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._fd >= 0:
            self._loop = asyncio.get_running_loop()
            self._loop.add_reader(self._fd, self._read)

    def add(self, path: str) -> bool:
        """Watch a directory too; False if it can't be.

        From any thread: a disk that is gone may stall it.
        """
        if path in self._numbers:
            return True
        libc = _libc()
        if libc is None or self._fd < 0:
            return False
        number = libc.inotify_add_watch(self._fd, os.fsencode(path), _WANTED)
        if number < 0:
            return False
        # Two paths of one directory share a number: the later one is told.
        self._paths[number] = path
        self._numbers[path] = number
        return True

    def keep(self, directories: set[str]) -> None:
        """Watch none but these any more."""
        libc = _libc()
        for path in self._numbers.keys() - directories:
            number = self._numbers.pop(path)
            if libc is not None and self._paths.get(number) == path:
                del self._paths[number]
                libc.inotify_rm_watch(self._fd, number)

    def close(self) -> None:
        """Watch nothing any more."""
        if self._fd < 0:
            return
        if self._loop is not None:
            self._loop.remove_reader(self._fd)
        os.close(self._fd)
        self._fd = -1
        self._paths.clear()
        self._numbers.clear()

    def _read(self) -> None:
        try:
            data = os.read(self._fd, _READ)
        except BlockingIOError:
            return
        told: set[tuple[str, str]] = set()
        while len(data) >= _HEAD.size:
            number, mask, _cookie, length = _HEAD.unpack_from(data)
            name = data[_HEAD.size : _HEAD.size + length].rstrip(b"\0")
            data = data[_HEAD.size + length :]
            meant = self._meant(number, mask, os.fsdecode(name))
            if meant is not None:
                told.add(meant)
        for directory, name_in_it in told:
            self._changed(directory, name_in_it)

    def _meant(self, number: int, mask: int, name: str) -> tuple[str, str] | None:
        if mask & _Q_OVERFLOW:
            return "", ""
        path = self._paths.get(number)
        if path is None:
            return None
        if mask & _IGNORED:  # the directory is gone, and the watch with it
            del self._paths[number]
            self._numbers = {p: n for p, n in self._numbers.items() if n != number}
            return path, ""
        return path, name


@cache
def _libc() -> Any:
    """The C library; None where it has no inotify."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.inotify_init1.argtypes = [ctypes.c_int]
        libc.inotify_add_watch.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_uint32]
        libc.inotify_rm_watch.argtypes = [ctypes.c_int, ctypes.c_int]
    except (OSError, AttributeError):
        return None
    return libc
