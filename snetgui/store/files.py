# SPDX-License-Identifier: GPL-2.0-or-later
"""The files below the stores: made private, told apart, set aside and never overwritten.

Whose file: the effective user's own, or it is refused. Another user's rules
must not decide here, and root must not write into a file that someone else can
swap. A symbolic link is followed once, when the store opens; what it points to
must be ours.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from snetgui.model import StoreError

from .faults import named

SIDECARS = ("-wal", "-shm", "-journal")
_PRIVATE_DIRECTORY = 0o700
_PRIVATE_FILE = 0o600
_OTHERS_MAY_WRITE = 0o022
_LOCK_WAIT_S = 10.0
_LOCK_STEP_S = 0.02


def sidecar(path: Path, ending: str) -> Path:
    """SQLite's own file beside this one: "-wal", "-shm" or "-journal"."""
    return path.with_name(path.name + ending)


def size(path: Path) -> int | None:
    """Bytes, or None where there is no such file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def identity(path: Path) -> tuple[int, int] | None:
    """(device, inode) of the file that has this name now; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_directory(path: Path) -> None:
    """Make a directory and its parents, all of them private. Raises OSError."""
    if path.is_dir():
        return
    make_directory(path.parent)
    try:
        path.mkdir(mode=_PRIVATE_DIRECTORY, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from None


def make_file(path: Path) -> None:
    """Make an empty private file. Raises OSError, FileExistsError too.

    SQLite gives its sidecars the mode of the main file.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, _PRIVATE_FILE))


def check_ours(path: Path) -> str | None:
    """Refuse a file that is not ours; close one that others can write.

    Returns:
        a warning for the person, or None.

    Raises:
        StoreError: another user's, or no regular file.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{named(path)} is no regular file: move it out of the way")
    if found.st_uid != os.geteuid():
        raise StoreError(
            f"{named(path)} belongs to user {found.st_uid}, not to user {os.geteuid()}: "
            "change its owner or start snet as that user"
        )
    if not found.st_mode & _OTHERS_MAY_WRITE or not writable(path):
        return None
    path.chmod(_PRIVATE_FILE)
    return f"{named(path)} could be changed by other users and is closed to them now: look it over"


def writable(path: Path) -> bool:
    """Whether this process can write the file and make SQLite's files beside it."""
    return all(os.access(place, os.W_OK, effective_ids=True) for place in (path, path.parent))


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file and its sidecars to a dated name that was free.

    The sidecars keep their endings, so that the old file can still be opened.

    Returns:
        the new name, e.g. "rules.sqlite.damaged-20260102T030405Z".

    Raises:
        OSError: nothing can be renamed here.
    """
    aside = _free_name(path, "damaged", now)
    for old, new in zip(_family(path), _family(aside), strict=True):
        if os.path.lexists(old):
            old.rename(new)
    return aside


def set_log_aside(path: Path, log: tuple[int, int] | None, now: datetime) -> None:
    """Take the log of a file that lost its name out of the way of the file that has it now.

    SQLite would replay it into that one: a log doesn't say whose it is
    (https://www.sqlite.org/howtocorrupt.html, 4.4).

    Args:
        log: its identity while it was in use; one that is not the same stays.
    """
    if log is None or identity(sidecar(path, "-wal")) != log:
        return
    aside = _free_name(path, "gone", now)
    for ending in ("-wal", "-shm"):
        if os.path.lexists(sidecar(path, ending)):
            sidecar(path, ending).rename(sidecar(aside, ending))


def _free_name(path: Path, why: str, now: datetime) -> Path:
    base = f"{path.name}.{why}-{now:%Y%m%dT%H%M%SZ}"
    aside = path.with_name(base)
    number = 1
    while any(os.path.lexists(name) for name in _family(aside)):
        number += 1
        aside = path.with_name(f"{base}-{number}")
    return aside


def _family(path: Path) -> list[Path]:
    return [path, *(sidecar(path, ending) for ending in SIDECARS)]


@contextmanager
def directory_locked(directory: Path) -> Iterator[None]:
    """Let one process at a time look at a file and set it aside.

    Without this, of two that find the same damaged file, the second would set
    aside what the first has just begun. File systems without flock(2) on
    directories go without.

    Raises:
        StoreError: someone holds it for longer than ten seconds.
    """
    held = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _lock(held, directory)
        yield
    finally:
        os.close(held)


def _lock(held: int, directory: Path) -> None:
    end = time.monotonic() + _LOCK_WAIT_S
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise StoreError(
                    f"another program keeps {named(directory)} locked: close that program"
                ) from None
            time.sleep(_LOCK_STEP_S)
        except OSError:
            return
        else:
            return
