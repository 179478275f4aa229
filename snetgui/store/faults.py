# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's faults in a person's words: the world's become StoreError, our bugs stay bugs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from snetgui.model import StoreDamaged, StoreError
from snetgui.model.said import translate
from snetgui.model.text import shown

# Primary result codes, https://www.sqlite.org/rescode.html
_PRIMARY = 0xFF
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = translate("Store", "the disk is full: free some space")
_READ_ONLY = translate("Store", "it is read-only: make the file and its directory writable")
_LOCKED = translate("Store", "another program has locked it: close that program")
_BROKEN = translate("Store", "the disk reports an error: look at the system's log")
_CLOSED = translate("Store", "it can't be opened: look at its directory and its permissions")
_DENIED = translate("Store", "access is denied: look at its owner and its permissions")
_MEMORY = translate("Store", "memory ran out: close other programs")
_TABLES = translate("Store", "its tables are not as snet made them")
_WORLD = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_IOERR: _BROKEN,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_AUTH: _DENIED,
    sqlite3.SQLITE_NOMEM: _MEMORY,
    # A table that went away while the file was open.
    sqlite3.SQLITE_ERROR: _TABLES,
    sqlite3.SQLITE_SCHEMA: _TABLES,
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
        return StoreDamaged(
            translate("Store", "{file} is damaged ({fault})", file=named(path), fault=str(fault))
        )
    reason = _WORLD.get(code & _PRIMARY)
    if reason is None:
        return None
    return StoreError(
        translate(
            "Store",
            "{file} can't be used, {reason} ({fault})",
            file=named(path),
            reason=reason,
            fault=str(fault),
        )
    )


def in_memory_words(kind: str, problem: str) -> str:
    """What a file's problem means, where memory stands in for it."""
    if kind == "rules":
        return translate(
            "Store", "{problem}. Until then the rules live in memory only.", problem=problem
        )
    return translate(
        "Store", "{problem}. Until then the history lives in memory only.", problem=problem
    )


def read_only_words(kind: str, path: Path) -> str:
    """What it means that a file can't be written."""
    file = named(path)
    if kind == "rules":
        return translate(
            "Store", "{file} is read-only: changes of the rules are refused.", file=file
        )
    return translate("Store", "{file} is read-only: changes of the history are refused.", file=file)


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
        why = fault.strerror or str(fault)
        raise StoreError(
            translate("Store", "{file} can't be used: {why}", file=named(path), why=why)
        ) from fault
