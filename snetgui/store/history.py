# SPDX-License-Identifier: GPL-2.0-or-later
"""The store of decisions: a large file, bounded by age and size."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from snetgui.model import (
    EVERYTHING,
    Decision,
    HistoryPage,
    HistoryQuery,
    Recorded,
    Slot,
    Step,
    StoreDamaged,
    Total,
    TotalBy,
)

from . import retention, totals
from .database import BUSY_TIMEOUT_S, Access, Database
from .history_schema import metadata
from .interning import Interner
from .look import Kind
from .newest import newest_ids
from .packing import pack_some
from .reading import read
from .recording import record
from .selection import select_by
from .values import utc_now

KIND: Final = Kind(
    name="history",
    application_id=0x736E4869,  # "snHi"
    head="history_0002",
    scripts="snetgui.store:migrations/history",
    metadata=metadata,
    thorough=False,
    durable=False,
    restore=False,
    incremental_vacuum=True,
)
_EXPORT_PAGE = 500
_VACUUM_PAGES = 2000  # eight megabytes a step
_LEAST_DELETED = 100  # else the last bytes take many rounds
_TEXTS_DUE = 20  # a twentieth of all decisions went: texts that are not used are looked for
_MAX_LIMIT = 10_000


class HistoryStore:
    """The history on disk.

    Thread-safe: any method from any thread. Readers wait for nobody; append
    and prune wait for each other. A decision comes back as it was, but for
    raised_ns and deadline_ns of its event, which are 0: the clock that they
    are of begins anew with each boot (decision.when and held_ns tell when).
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self._database = Database(KIND, path, clock=clock, busy_timeout_s=busy_timeout_s)
        self._interner = Interner()
        self._one_at_a_time = threading.Lock()  # for the interner
        self._known: tuple[int, int] | None = None
        self._texts_due = 0  # how many were deleted since

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know of the file, oldest first; grows while it is open."""
        return self._database.warnings

    def open(self) -> tuple[str, ...]:
        """Open or make the file, migrated; returns the warnings.

        Never raises for the state of the file: a damaged one is set aside; where
        it can't be used at all, the history lives in memory until the end.
        """
        return self._database.open()

    def open_to_read(self) -> tuple[str, ...]:
        """Open the file as it is, to look and no more; returns the warnings.

        Raises:
            StoreError: there is none, or it can't be read.
        """
        return self._database.open_to_read()

    def close(self) -> None:
        """Close; later calls raise StoreError. Closing twice is fine."""
        self._database.close()

    def append(self, decisions: Sequence[Decision]) -> None:
        """Record decisions in one transaction: all or none.

        A file that turns out to be damaged is set aside, as at open().

        Raises:
            StoreError: nothing was recorded.
        """
        with self._one_at_a_time:
            try:
                self._append(decisions)
            except StoreDamaged as fault:
                self._database.begin_anew(fault)
                self._append(decisions)

    def _append(self, decisions: Sequence[Decision]) -> None:
        try:
            with self._database.write() as connection:
                self._forget_what_others_may_have_deleted(connection)
                record(connection, self._interner, decisions)
        except BaseException:  # what was added went back, its numbers mean nothing now
            self._interner.forget()
            raise

    def look_over(self, fault: StoreDamaged) -> None:
        """A reader met damage: where the file itself has some, set it aside, as at open().

        Reads all of the file. Raises StoreError.
        """
        try:
            with self._database.read() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        except StoreDamaged:
            found = "damaged"
        if found != "ok":
            with self._one_at_a_time:
                self._database.begin_anew(fault)

    def page(
        self,
        query: HistoryQuery = EVERYTHING,
        *,
        before: int | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> HistoryPage:
        """Some decisions that match, the one recorded last comes first.

        Args:
            before: only those with a smaller id: the cheap way to the next page.
            offset: skip that many more; costs as much as reading them.

        Raises:
            StoreError: the file can't be read.
        """
        limit = min(limit, _MAX_LIMIT)
        with self._database.read() as connection:
            selection = select_by(connection, query)
            wanted = offset + limit + 1
            ids = newest_ids(connection, selection, before=before, limit=wanted)[offset:]
            return HistoryPage(read(connection, ids[:limit]), len(ids) > limit)

    def count(self, query: HistoryQuery = EVERYTHING) -> int:
        """How many decisions match, exactly. Raises StoreError."""
        with self._database.read() as connection:
            return totals.count(connection, query)

    def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """The points of a plot over time, oldest first; empty steps are left out.

        since and until widen to whole steps. Raises StoreError.
        """
        with self._database.read() as connection:
            return totals.timeline(connection, query, step)

    def totals(self, query: HistoryQuery, by: TotalBy, *, limit: int = 100) -> tuple[Total, ...]:
        """The programs or destinations with the most decisions, the largest first.

        since and until widen to whole hours. Raises StoreError.
        """
        with self._database.read() as connection:
            return totals.largest(connection, query, by, limit)

    def export(self, query: HistoryQuery = EVERYTHING) -> Iterator[Recorded]:
        """All decisions that match, newest first, read page by page.

        What is recorded after the first page was read is not among them.
        Raises StoreError.
        """
        before: int | None = None
        while True:
            page = self.page(query, before=before, limit=_EXPORT_PAGE)
            yield from page.rows
            if not page.more:
                return
            before = page.rows[-1].id

    def size(self) -> int:
        """Bytes that the file's content takes, free pages not counted. Raises StoreError."""
        with self._database.read() as connection:
            pages, free, each = _pages(connection)
        return (pages - free) * each

    def prune(self, *, max_age: timedelta | None, max_bytes: int | None, now: datetime) -> int:
        """Delete what is too old, then the oldest until the rest fits; how many went.

        To be called now and then, without bounds too: it packs the totals.

        Many short transactions, so that what is recorded meanwhile hardly waits.
        None is no bound. Raises StoreError: what was deleted until then is gone.
        """
        deleted = 0
        if max_age is not None:
            cutoff = now - max_age
            deleted += self._delete(partial(retention.delete_older, cutoff=cutoff))
        self._delete_unused(deleted, now)
        if max_bytes is not None:
            deleted += self._delete_down_to(max_bytes, now)
        if deleted:
            self._give_back()
        return deleted

    def _delete_unused(self, deleted: int, now: datetime) -> None:
        """Pack, then delete what only those that were deleted used.

        Texts are few, and finding the unused ones takes long: once in a while is enough.
        """
        packed = 1
        while packed:
            with self._database.write() as connection:
                packed = pack_some(connection, now)
        if not deleted:
            return
        self._step(retention.delete_unused)
        self._texts_due += deleted
        if self._texts_due * _TEXTS_DUE >= self.count():
            self._texts_due = 0
            self._step(retention.delete_unused_texts)

    def _delete(self, step: Callable[[Connection], int]) -> int:
        deleted = 0
        while some := self._step(step):
            deleted += some
        return deleted

    def _step(self, step: Callable[[Connection], int]) -> int:
        with self._one_at_a_time, self._database.write() as connection:
            self._interner.forget()
            return step(connection)

    def _delete_down_to(self, max_bytes: int, now: datetime) -> int:
        """The mean of all says how many must go; what only those used goes before looking again."""
        deleted = 0
        while (size := self.size()) > max_bytes and (rows := self.count()):
            wanted = rows * (size - max_bytes) // size + _LEAST_DELETED
            left = wanted
            while left > 0 and (some := self._step(partial(retention.delete_oldest, most=left))):
                left -= some
            self._delete_unused(wanted - left, now)
            deleted += wanted - left
        return deleted

    def _give_back(self) -> None:
        """Give free pages back to the file system, a few megabytes a step."""
        if self._database.access is not Access.FILE:
            return
        left = self._free_pages()
        while left:
            self._database.outside_transaction(f"PRAGMA incremental_vacuum({_VACUUM_PAGES})")
            before, left = left, self._free_pages()
            if left >= before:  # others free pages faster, or the file was not made by us
                break
        self._database.outside_transaction("PRAGMA wal_checkpoint(TRUNCATE)")

    def _free_pages(self) -> int:
        with self._database.read() as connection:
            return _pages(connection)[1]

    def _forget_what_others_may_have_deleted(self, connection: Connection) -> None:
        """Another process's commit shows in data_version (sqlite.org/pragma.html)."""
        version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        known = (self._database.generation, int(version))
        if known != self._known:
            self._interner.forget()
            self._known = known


def _pages(connection: Connection) -> tuple[int, int, int]:
    """Pages in all, free pages, bytes of one."""
    pages, free, each = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
        for name in ("page_count", "freelist_count", "page_size")
    )
    return pages, free, each
