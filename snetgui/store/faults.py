# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's faults in a person's words: the world's become StoreError, our bugs stay bugs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from snetgui.model import StoreDamaged, StoreError
from snetgui.model.text import shown

# Primary result codes, https://www.sqlite.org/rescode.html
_PRIMARY = 0xFF
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WORLD = {
    sqlite3.SQLITE_FULL: "the disk is full: free some space",
    sqlite3.SQLITE_READONLY: "it is read-only: make the file and its directory writable",
    sqlite3.SQLITE_BUSY: "another program has locked it: close that program",
    sqlite3.SQLITE_LOCKED: "another program has locked it: close that program",
    sqlite3.SQLITE_IOERR: "the disk reports an error: look at the system's log",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened: look at its directory and its permissions",
    sqlite3.SQLITE_PERM: "access is denied: look at its owner and its permissions",
    sqlite3.SQLITE_AUTH: "access is denied: look at its owner and its permissions",
    sqlite3.SQLITE_NOMEM: "memory ran out: close other programs",
    # A table that went away while the file was open.
    sqlite3.SQLITE_ERROR: "its tables are not as snet made them",
    sqlite3.SQLITE_SCHEMA: "its tables are not as snet made them",
}


def named(path: Path) -> str:
    """The path as a person may see it."""
    return shown(str(path))


def store_error(path: Path, fault: BaseException | None) -> StoreError | None:
    """Say a fault of SQLite in one sentence; None where it is our own bug.

    Constraint, range and misuse errors are bugs: only wrong code meets them.
    """
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & _PRIMARY in _DAMAGED:
        return StoreDamaged(f"{named(path)} is damaged ({fault})")
    reason = _WORLD.get(code & _PRIMARY)
    return StoreError(f"{named(path)} can't be used, {reason} ({fault})") if reason else None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the world does to this file into StoreError.

    Raises:
        StoreDamaged: the file's content makes no sense.
        StoreError: everything else that is not our own bug.
    """
    try:
        yield
    except DBAPIError as fault:
        error = store_error(path, fault.orig)
        if error is None:
            raise
        raise error from fault
    except sqlite3.Error as fault:
        error = store_error(path, fault)
        if error is None:
            raise
        raise error from fault
    except OSError as fault:
        raise StoreError(f"{named(path)} can't be used: {fault.strerror or fault}") from fault
