# SPDX-License-Identifier: GPL-2.0-or-later
"""What a file is, found out without changing a byte of it.

A file of a newer snet must stay as it is. So it is read through a connection
that can't write; with no write-ahead log beside it, through one that doesn't
even make SQLite's sidecars ("immutable").
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import MetaData

from snetgui.model import StoreDamaged, StoreVersion

from . import migrate
from .faults import named, told
from .files import sidecar, size


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of file this is.

    Attributes:
        name: for a person: "rules", "history".
        application_id: PRAGMA application_id, the same in every version.
        head: the newest revision that this program knows.
        scripts: the folder of its migrations.
        metadata: the tables at the head.
        thorough: read the whole file at open (PRAGMA quick_check): for a small,
            precious one.
        durable: each change is on the disk before it counts as done
            (synchronous=FULL); else the last moments may be lost with the power.
        restore: bring the file back if it is deleted while it is open; else
            begin a new one.
        incremental_vacuum: pages that became free can be given back in steps.
    """

    name: str
    application_id: int
    head: str
    scripts: str
    metadata: MetaData
    thorough: bool
    durable: bool
    restore: bool
    incremental_vacuum: bool = False


def uri(path: Path, options: str) -> str:
    """The file as SQLite's URI (https://www.sqlite.org/uri.html)."""
    return f"file:{quote(str(path))}?{options}"


def revision(path: Path, kind: Kind, timeout_s: float) -> str | None:
    """The revision of a file, or None for an empty one; all else is raised.

    Raises:
        StoreDamaged: not a file of this kind, or one that makes no sense.
        StoreVersion: of a newer snet.
        StoreError: locked or unreadable.
    """
    if not size(path):
        _check_nothing(path)
        return None
    with told(path):
        if size(sidecar(path, "-wal")) is None and size(sidecar(path, "-journal")) is None:
            try:
                return _read(path, kind, "mode=ro&immutable=1", timeout_s)
            except (StoreDamaged, sqlite3.DatabaseError):
                pass  # another process may have begun to write just now: look again, with locks
        hot = size(sidecar(path, "-journal"))
        return _read(path, kind, "mode=rw" if hot else "mode=ro", timeout_s)


def _check_nothing(path: Path) -> None:
    if size(sidecar(path, "-wal")):
        raise StoreDamaged(f"{named(path)} is empty, but its write-ahead log is not")


def _read(path: Path, kind: Kind, options: str, timeout_s: float) -> str | None:
    connection = sqlite3.connect(uri(path, options), uri=True, timeout=timeout_s)
    with closing(connection):
        connection.execute("PRAGMA query_only = 1")
        tables = _tables(connection)
        if not tables:
            return None
        _check_kind(connection, path, kind, tables)
        found = _stored_revision(connection, path)
        if found != kind.head and not migrate.known(found, kind.scripts):
            raise StoreVersion(
                f"{named(path)} was written by a newer snet and stays as it is: "
                "update snet, or move the file away to begin anew"
            )
        _check_content(connection, path, kind, found)
        return found


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {str(name) for (name,) in rows}


def _check_kind(connection: sqlite3.Connection, path: Path, kind: Kind, tables: set[str]) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != kind.application_id or "alembic_version" not in tables:
        raise StoreDamaged(f"{named(path)} is not snet's {kind.name} file")


def _stored_revision(connection: sqlite3.Connection, path: Path) -> str:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1:
        raise StoreDamaged(f"{named(path)} doesn't say which version it is")
    return str(rows[0][0])


def _check_content(connection: sqlite3.Connection, path: Path, kind: Kind, found: str) -> None:
    if found == kind.head:
        for table in kind.metadata.sorted_tables:
            rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table.name,))
            if {name for (name,) in rows} != set(table.columns.keys()):
                raise StoreDamaged(f"{named(path)}: its table {table.name} is not as it must be")
    if kind.thorough:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise StoreDamaged(f"{named(path)} is damaged ({verdict})")
