# SPDX-License-Identifier: GPL-2.0-or-later
"""The decisions of a table: above those just told of, below the history's, read page by page.

However long the history is, only pages that somebody scrolls to are read, each
by the id that it begins below (never by its place, which moves while decisions
are made), and only the pages looked at lately are kept.

A decision that is told of as it is made has no id yet. It stands on top until
the history, read again, has it too; then that one takes its place.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import takewhile

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.model import EVERYTHING, Decision, HistoryPage, HistoryQuery, Recorded, SnetError

from .asking import Asking

PAGE = 200
MOST_FRESH = 2_000
"""Decisions without an id; when so many more are here, the history is read again."""

_KEPT_PAGES = 50  # some 30 MB


class Rows(QObject):
    """One query's decisions, newest first.

    Attributes:
        held: nothing above may change now; what would have is noted in `stale`.
        stale: the history has to be read again once nothing is held.
        more: there are older ones than those that were read.
        gap: some are missing between those just told of and the history's, which was
            too slow for them: it has to be read again a little later.
        read_once: what is shown was read, be it nothing.

    Signals:
        replacing, replaced: around the moment in which all rows are exchanged.
        inserting (first and last row), inserted: around new rows.
        came: first and last row of what is here now, and was not before.
        failed: why something could not be read.
    """

    replacing = pyqtSignal()
    replaced = pyqtSignal()
    inserting = pyqtSignal(int, int)
    inserted = pyqtSignal()
    came = pyqtSignal(int, int)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._first_page: Asking[HistoryPage] = Asking(bridge, self)
        self._query = EVERYTHING
        self._other_query = False
        self._coming: deque[Recorded] = deque()
        self._fresh: deque[Recorded] = deque()
        self._firsts: list[int] = []  # the id that each page begins with
        self._pages: OrderedDict[int, tuple[Recorded, ...]] = OrderedDict()
        self._recorded = 0
        self._asked: set[int] = set()
        self._fetching = False
        self._round = 0
        self._crowded = MOST_FRESH
        self.gap = False
        self.held = False
        self.stale = False
        self.more = False
        self.read_once = False

    @property
    def total(self) -> int:
        """How many rows there are now."""
        return len(self._fresh) + self._recorded

    @property
    def busy(self) -> bool:
        """Whether other rows are on their way."""
        return self._first_page.busy

    def ask(self, query: HistoryQuery) -> None:
        """Show what matches this instead; the old rows stay until the new ones are here."""
        self._other_query = True
        self._coming.clear()
        self._read(query)

    def refresh(self, query: HistoryQuery | None = None) -> None:
        """Read the newest anew; `query` asks the same, at another time."""
        self._read(query or self._query)

    def forget(self) -> None:
        """Show nothing and keep nothing."""
        self._first_page.drop()
        self._coming.clear()
        self._exchange((), HistoryPage((), more=False))
        self.read_once = False

    def put(self, decisions: Sequence[Decision]) -> None:
        """These were decided just now, oldest first, and match."""
        news = [Recorded(0, decision) for decision in decisions]
        if self._other_query:
            self._coming.extendleft(news)
            return
        self.inserting.emit(0, len(news) - 1)
        self._fresh.extendleft(news)
        self.inserted.emit()
        if len(self._fresh) >= self._crowded and not self.busy:
            self.refresh()

    def get(self, row: int) -> Recorded | None:
        """A row, if it is here."""
        if row < len(self._fresh):
            return self._fresh[row] if row >= 0 else None
        number, place = divmod(row - len(self._fresh), PAGE)
        page = self._pages.get(number, ())
        return page[place] if place < len(page) else None

    def look(self, row: int) -> Recorded | None:
        """A row; if it is not here any more, it is read again."""
        number = (row - len(self._fresh)) // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        elif 0 <= number < len(self._firsts) and number not in self._asked:
            self._asked.add(number)
            self._read_again(number, lambda rows: self._came_again(number, rows))
        return self.get(row)

    def fetch(self) -> None:
        """Read the next older page."""
        page = self._pages.get(len(self._firsts) - 1)
        if not self.more or self._fetching or self._other_query or not self._firsts:
            return
        if page is None:  # its last id is what the next begins below
            self.look(len(self._fresh) + (len(self._firsts) - 1) * PAGE)
            return
        self._fetching = True
        of, last = self._round, page[-1].id
        self._bridge.call(
            self._bridge.backend.decisions(self._query, before=last, limit=PAGE),
            lambda found: self._fetched(of, found),
            lambda error: self._did_not_fetch(of, error),
        )

    def read(self, rows: Iterable[int], done: Callable[[list[Recorded]], None]) -> None:
        """Give these rows, reading again what is not here. Rows that are gone are left out."""
        wanted = sorted(set(rows))
        above = len(self._fresh)
        missing = {(row - above) // PAGE for row in wanted if self.get(row) is None}
        known = {row: found for row in wanted if (found := self.get(row)) is not None}

        def step(left: list[int]) -> None:
            if not left:
                done([known[row] for row in wanted if row in known])
                return
            self._read_again(left[0], lambda found: took(left, found))

        def took(left: list[int], found: tuple[Recorded, ...]) -> None:
            start = above + left[0] * PAGE
            known.update((start + place, one) for place, one in enumerate(found))
            step(left[1:])

        step(sorted(number for number in missing if 0 <= number < len(self._firsts)))

    # Reading

    def _read(self, query: HistoryQuery) -> None:
        self._first_page.ask(
            lambda: self._bridge.backend.decisions(query, limit=PAGE),
            lambda page: self._took(query, page),
            lambda error: self._did_not(query, error),
        )

    def _took(self, query: HistoryQuery, page: HistoryPage) -> None:
        if self.held and not self._other_query:
            self.stale = True
            return
        source = self._coming if self._other_query else self._fresh
        known = {_key(one) for one in page.rows}
        fresh = tuple(takewhile(lambda one: _key(one) not in known, source))
        self._query = query
        self._exchange(fresh, page)

    def _exchange(self, fresh: Sequence[Recorded], page: HistoryPage) -> None:
        self.replacing.emit()
        self._other_query = self._fetching = self.stale = False
        self.read_once = True
        self._round += 1
        self._asked.clear()
        self.gap = len(fresh) > MOST_FRESH
        self._fresh, self._coming = deque(fresh[:MOST_FRESH]), deque()
        self._crowded = len(self._fresh) + MOST_FRESH
        self._pages, self._firsts, self._recorded = OrderedDict(), [], 0
        self._append(page)
        self.replaced.emit()

    def _append(self, page: HistoryPage) -> None:
        self.more = page.more
        if page.rows:
            self._pages[len(self._firsts)] = page.rows
            self._firsts.append(page.rows[0].id)
            self._recorded += len(page.rows)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)

    def _fetched(self, of: int, page: HistoryPage) -> None:
        if of != self._round:
            return
        if page.rows:
            self.inserting.emit(self.total, self.total + len(page.rows) - 1)
            self._append(page)
            self._fetching = False  # who hears of the rows may want the next
            self.inserted.emit()
        else:
            self.more = self._fetching = False

    def _read_again(self, number: int, done: Callable[[tuple[Recorded, ...]], None]) -> None:
        of, below = self._round, self._firsts[number] + 1

        def took(page: HistoryPage) -> None:
            if of == self._round:
                done(page.rows)

        self._bridge.call(
            self._bridge.backend.decisions(self._query, before=below, limit=PAGE),
            took,
            lambda error: self._did_not_fetch(of, error),
        )

    def _came_again(self, number: int, rows: tuple[Recorded, ...]) -> None:
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        first = len(self._fresh) + number * PAGE
        self.came.emit(first, min(first + PAGE, self.total) - 1)

    def _did_not_fetch(self, of: int, error: SnetError) -> None:
        if of == self._round:
            self._fetching = False
            self.failed.emit(str(error))

    def _did_not(self, query: HistoryQuery, error: SnetError) -> None:
        """The rows stay as they are; with a new question they would be the wrong ones."""
        if self._other_query:
            self._query = query
            self._exchange(tuple(self._coming), HistoryPage((), more=False))
        self.failed.emit(str(error))


def _key(one: Recorded) -> tuple[datetime, int]:
    return one.decision.when, one.decision.event.id
