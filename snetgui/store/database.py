# SPDX-License-Identifier: GPL-2.0-or-later
"""One SQLite file, opened whatever state it is in, and the transactions on it.

What is found, and what then holds:

| found | the file | the store |
| --- | --- | --- |
| none | made, private | works on it |
| damaged, or not snet's | set aside under a dated name | works on a new one |
| of a newer snet | left byte for byte | works in memory |
| another user's, locked, no room | left as it is | works in memory |
| read-only | left as it is | can be read; each change is a StoreError |

Everything but the first is a warning for the person. Memory is lost at the end
of the program; the warning says so.

A file that goes away while it is open is brought back, or another is begun
(Kind.restore); as long as that can't be done, each change is a StoreError and
tries it again.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, Pool, QueuePool, StaticPool, create_engine, event

from snetgui.model import StoreDamaged, StoreError
from snetgui.model.said import translate, words_of

from . import files, migrate
from .faults import in_memory_words, named, read_only_words, told
from .look import Kind, revision, uri
from .values import utc_now

BUSY_TIMEOUT_S = 5.0
_READERS = 2
_CACHE_KIB = 8 * 1024  # of each connection


class Access(Enum):
    """How a store stands with its file."""

    CLOSED = "closed"
    FILE = "file"
    READ_ONLY = "read-only"
    MEMORY = "memory"
    GONE = "gone"  # while it was in use, and no other could be begun yet


class Database:
    """A file and its connections: one that writes, some that read.

    Thread-safe: writers wait for each other, readers for nobody (WAL); in
    memory all wait for each other.

    Attributes:
        access: how it stands with its file now.
        generation: grows whenever another file takes the place of the last one.
    """

    def __init__(
        self,
        kind: Kind,
        path: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self.kind = kind
        self.path = path
        self.access = Access.CLOSED
        self.generation = 0
        self._clock = clock
        self._timeout = busy_timeout_s
        self._lock = threading.RLock()
        self._warnings: list[str] = []
        self._identity: tuple[int, int] | None = None
        self._log: tuple[int, int] | None = None
        self._open = ExitStack()
        self._readers: Engine | None = None
        self._writer: Connection | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know, one sentence each, oldest first."""
        return tuple(self._warnings)

    def open(self) -> tuple[str, ...]:
        """Open the file, or what can stand in for it; returns the warnings. Never raises
        for the state that the file is in."""
        with self._lock:
            try:
                self._open_file()
            except StoreError as fault:
                self._close()
                self._warn(in_memory_words(self.kind.name, words_of(fault)))
                self._open_memory()
            return self.warnings

    def open_to_read(self) -> tuple[str, ...]:
        """Open the file as it is, to look and no more; returns the warnings.

        Nothing is made, mended or set aside; one of an older snet is read from
        a copy.

        Raises:
            StoreError: there is none, or it can't be read.
        """
        with self._lock:
            try:
                self._open_to_read()
            except StoreError:
                self._close()
                raise
            return self.warnings

    def close(self) -> None:
        """Close; what was committed is in the file."""
        with self._lock:
            self._close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent look.

        Raises:
            StoreError, StoreDamaged: the file can't be read.
        """
        with ExitStack() as stack:
            stack.enter_context(told(self.path))
            if self.access is Access.MEMORY:
                stack.enter_context(self._lock)
            connection = stack.enter_context(self._reader_pool().connect())
            stack.enter_context(connection.begin())
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is in the file at the end, or nothing.

        Raises:
            StoreError: full, locked, read-only, gone; nothing was changed.
        """
        with self._lock, told(self.path):
            self._check_writable()
            assert self._writer is not None
            with self._writer.begin():
                yield self._writer
            self._log = files.identity(files.sidecar(self.path, "-wal"))

    def outside_transaction(self, statement: str) -> None:
        """Run a PRAGMA that must not be inside one (on a file: else it does nothing)."""
        with self._lock, told(self.path):
            self._check_writable()
            assert self._writer is not None
            raw = self._writer.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute(statement).fetchall()

    def begin_anew(self, fault: StoreDamaged) -> None:
        """Set a file aside whose damage was met while it was open, and begin another.

        Raises:
            StoreError: that can't be done either; the next change tries it again.
        """
        with self._lock, told(self.path):
            found_in = self.generation
            self._check_writable()
            if self.generation != found_in:  # it went away by itself
                return
            if self.access is not Access.FILE:
                raise fault
            with files.directory_locked(self.path.parent):
                self._close()
                self.access = Access.GONE
                self._set_aside(fault)
            self._reopen()

    def _reader_pool(self) -> Engine:
        if self._readers is None:
            gone = self.access is Access.GONE
            raise StoreError(f"{named(self.path)} is {'gone' if gone else 'closed'}")
        return self._readers

    def _warn(self, warning: str) -> None:
        if warning not in self._warnings:
            self._warnings.append(warning)

    # What is there

    def _open_file(self) -> None:
        with told(self.path):
            self.path = self.path.resolve()
            if self.path.exists() and not files.writable(self.path):
                self._open_read_only()
                return
            files.make_directory(self.path.parent)
            with files.directory_locked(self.path.parent):
                found = self._look()
                self._identity = files.identity(self.path)
                self._connect_file(self.path, found)
                self.access = Access.FILE

    def _open_to_read(self) -> None:
        with told(self.path):
            self.path = self.path.resolve()
            if not files.writable(self.path):
                self._open_read_only()
                return
            self._check_ours()
            found = revision(self.path, self.kind, self._timeout)
            if found == self.kind.head:
                self._connect_readers(uri(self.path, "mode=rw"))  # "ro" leaves a log behind
            else:
                self._connect_file(self._copy(), found)
            self.access = Access.READ_ONLY

    def _look(self) -> str | None:
        """The file's revision, after a damaged one was set aside and a missing one made."""
        found = None
        try:
            if self.path.exists():
                self._check_ours()
            found = revision(self.path, self.kind, self._timeout)
        except StoreDamaged as fault:
            self._set_aside(fault)
        if not self.path.exists():
            files.make_file(self.path)
        return found

    def _check_ours(self) -> None:
        warning = files.check_ours(self.path)
        if warning:
            self._warn(warning)

    def _set_aside(self, fault: StoreDamaged) -> None:
        aside = files.set_aside(self.path, self._clock())
        self._warn(
            translate(
                "Store",
                "{problem}. It was set aside as {file} and a new one was begun.",
                problem=words_of(fault),
                file=named(aside),
            )
        )

    def _open_read_only(self) -> None:
        self._check_ours()
        # A log is replayed and a migration run in a copy.
        place = self._copy() if files.size(files.sidecar(self.path, "-wal")) else self.path
        found = revision(place, self.kind, self._timeout)
        if place == self.path and found == self.kind.head:
            self._connect_readers(uri(place, "mode=ro&immutable=1"))
        else:
            self._connect_file(self._copy() if place == self.path else place, found)
        self._warn(read_only_words(self.kind.name, self.path))
        self.access = Access.READ_ONLY

    def _copy(self) -> Path:
        """A private copy, for as long as the store is open."""
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="snet-")))
        copy = folder / self.path.name
        for ending in ("", "-wal"):
            if files.size(files.sidecar(self.path, ending)) is not None:
                shutil.copyfile(files.sidecar(self.path, ending), files.sidecar(copy, ending))
        return copy

    def _open_memory(self) -> None:
        engine = self._engine(lambda: self._connection(":memory:"), StaticPool)
        self._connect_writer(engine)
        self._migrate(None)
        self._readers = engine
        self.access = Access.MEMORY

    # Connections

    def _connect_file(self, path: Path, found: str | None) -> None:
        self._connect_writer(self._engine(lambda: self._first_connection(path, found), StaticPool))
        self._migrate(found)
        self._connect_readers(uri(path, "mode=rw"))
        self._log = files.identity(files.sidecar(path, "-wal"))

    def _connect_writer(self, engine: Engine) -> None:
        self.generation += 1
        writer = engine.connect().execution_options(snet_begin="BEGIN IMMEDIATE")
        self._writer = self._open.enter_context(writer)

    def _connect_readers(self, address: str) -> None:
        """All of them at once: later, the name may be another file's (see files.py)."""
        engine = self._engine(lambda: self._reader(address), QueuePool)
        with ExitStack() as stack:
            for _ in range(_READERS):
                stack.enter_context(engine.connect())
        self._readers = engine

    def _engine(self, connect: Callable[[], sqlite3.Connection], pool: type[Pool]) -> Engine:
        options = {"pool_size": _READERS, "max_overflow": 0} if pool is QueuePool else {}
        engine = create_engine("sqlite://", creator=connect, poolclass=pool, **options)
        event.listen(engine, "begin", _begin)
        self._open.callback(engine.dispose)
        return engine

    def _first_connection(self, path: Path, found: str | None) -> sqlite3.Connection:
        connection = self._connection(uri(path, "mode=rw"))
        try:
            if found is None and self.kind.incremental_vacuum:  # heeded before the first table
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.execute(f"PRAGMA synchronous = {'FULL' if self.kind.durable else 'NORMAL'}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _reader(self, address: str) -> sqlite3.Connection:
        if self._identity not in {None, files.identity(self.path)}:
            raise StoreError(f"{named(self.path)} was replaced by another file")
        return self._connection(address)

    def _connection(self, address: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            address,
            uri=True,
            timeout=self._timeout,
            isolation_level=None,  # transactions begin where we say, tables included
            check_same_thread=False,
        )
        connection.text_factory = _text
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        return connection

    def _migrate(self, found: str | None) -> None:
        if found == self.kind.head:
            return
        assert self._writer is not None
        with self._writer.begin():
            migrate.upgrade(self._writer, self.kind.scripts)

    def _close(self) -> None:
        if self.access is Access.FILE and files.identity(self.path) != self._identity:
            files.set_log_aside(self.path, self._log, self._clock())
        self._open.close()
        self._readers = self._writer = self._identity = self._log = None
        self.access = Access.CLOSED

    # A file that changed under us

    def _check_writable(self) -> None:
        if self.access is Access.CLOSED:
            raise StoreError(f"{named(self.path)} is closed")
        if self.access is Access.READ_ONLY:
            raise StoreError(
                f"{named(self.path)} is read-only: make the file and its directory writable "
                "and start snet again"
            )
        if self.access is Access.FILE and files.identity(self.path) != self._identity:
            self._file_went_away()
        elif self.access is Access.GONE:
            self._reopen()

    def _file_went_away(self) -> None:
        if self.kind.restore:
            self._restore()
        else:
            self._warn(
                translate(
                    "Store",
                    "{file} was deleted or replaced while in use.",
                    file=named(self.path),
                )
            )
            self._close()
            self._reopen()

    def _reopen(self) -> None:
        """Begin another file in the place of one that was in use."""
        try:
            self._open_file()
        except StoreError:
            self._close()
            self.access = Access.GONE
            raise
        if self.access is not Access.FILE:
            raise StoreError(self._warnings[-1])

    def _restore(self) -> None:
        """Bring a deleted file back: the open connection still has all of it."""
        if files.identity(self.path) is not None:
            files.set_log_aside(self.path, self._log, self._clock())
            raise StoreError(
                f"{named(self.path)} was replaced by another file: start snet again to use that one"
            )
        with self._content_in_memory() as content:
            self._close()
            self._open_file()
            assert self._writer is not None
            raw = self._writer.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            content.backup(raw)
        self._warn(
            translate(
                "Store",
                "{file} was deleted while in use and has been brought back.",
                file=named(self.path),
            )
        )

    @contextmanager
    def _content_in_memory(self) -> Iterator[sqlite3.Connection]:
        assert self._writer is not None
        raw = self._writer.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        content = sqlite3.connect(":memory:")
        try:
            raw.backup(content)
            yield content
        finally:
            content.close()


def _text(raw: bytes) -> str | bytes:
    """Text, or the bytes where they are none: one bad row must not end the reading of all."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("snet_begin", "BEGIN"))
