# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading one list file as it stands at one moment, or saying why not."""

from __future__ import annotations

import errno
import io
import os
import stat
from dataclasses import dataclass

from snetgui.model import Event, Facts, ListMatch, Process, Syscall
from snetgui.rules.lists import Entries, parse_list

MOST_BYTES = 128 << 20  # four million host names
_STEP = 1 << 20
_OPEN = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC  # a pipe must not stall us

Mark = tuple[int, int, int, int]
"""What tells one state of a file from another: device, inode, size, time of change (ns)."""


class Unsteady(OSError):
    """The file changed while it was read."""

    def __init__(self) -> None:
        super().__init__(errno.EAGAIN, "it changes while it is read")


@dataclass(frozen=True, slots=True)
class ListFile:
    """What a file said.

    Attributes:
        mark: of the state that was read.
        bad_lines: how many were not understood; first_bad is the first one's
            number, from 1, and None where there is none. What they say is left
            out: the file need not be one that this person could read.
    """

    entries: Entries
    mark: Mark
    bad_lines: int = 0
    first_bad: int | None = None


def read_list(wanted: ListMatch) -> ListFile:
    """Read and parse a list; takes seconds for a million lines, so not in the event loop.

    Raises:
        OSError: it can't be read, is no regular file, is above MOST_BYTES, or
            (Unsteady) changed meanwhile: what was read is of no one moment.
    """
    descriptor = os.open(wanted.path, _OPEN)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        data = _read(descriptor)
        if _mark(os.fstat(descriptor)) != _mark(found) or len(data) != found.st_size:
            raise Unsteady
    finally:
        os.close(descriptor)
    parsed = parse_list(
        wanted.kind, io.TextIOWrapper(io.BytesIO(data), "utf-8", errors="surrogateescape")
    )
    parsed.entries.holds(_TRIAL, _TRIAL_FACTS)  # patterns are compiled at their first use
    first_bad = parsed.problems[0][0] if parsed.problems else None
    return ListFile(parsed.entries, _mark(found), parsed.bad_lines, first_bad)


def mark_of(path: str) -> Mark | None:
    """The state that the file is in now; None where there is none to be read."""
    try:
        return _mark(os.stat(path))  # noqa: PTH116 - the path is text as the rule has it
    except (OSError, ValueError):
        return None


def _mark(found: os.stat_result) -> Mark:
    return found.st_dev, found.st_ino, found.st_size, found.st_ctime_ns


def _read(descriptor: int) -> bytes:
    parts = []
    left = MOST_BYTES + 1
    while left > 0 and (part := os.read(descriptor, min(_STEP, left))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise OSError(errno.EFBIG, f"it has more than {MOST_BYTES >> 20} MiB")
    return b"".join(parts)


_TRIAL = Event(0, Syscall.CONNECT, 2, 1, 6, Process(0, 0, 0, 0, 0, 0, "", ""), 0, 0)
_TRIAL_FACTS = Facts(hosts=("trial.invalid",), sha256="0" * 64)
