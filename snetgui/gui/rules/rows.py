# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a long list of rules: pages that are read when somebody looks, and not before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import ALL_RULES, Page, RuleQuery
from snetgui.gui.bridge import Bridge
from snetgui.model import Rule, SnetError

from .pick import Pick

PAGE = 200
_KEPT_PAGES = 60  # what was looked at longer ago is read again
_AT_ONCE_PAGES = 12  # more are not read before a change is shown


class Rows(QObject):
    """Reads one query's pages. While a new question is on its way the old rows stay.

    Only the newest question counts: what was asked before it is dropped when
    it comes. So the rows on the screen always belong together.

    Signals:
        replacing, replaced: around the moment in which all rows are exchanged.
        came: first and last row of what is here now, and was not before.
        failed: why something could not be read.
    """

    replacing = pyqtSignal()
    replaced = pyqtSignal()
    came = pyqtSignal(int, int)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._query = ALL_RULES
        self._pages: OrderedDict[int, tuple[Rule, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._round = 0
        self._busy = False
        self._keep = True
        self._next: tuple[RuleQuery, list[int]] | None = None
        self.total = 0

    def ask(self, query: RuleQuery, looked_at: Iterable[int] = ()) -> None:
        """Read these rules; all that is shown is exchanged when they are here.

        looked_at: rows that shall be here at once. If they are the same rules
        as before, they are said to have come, and nothing is replaced.
        """
        pages = sorted({0, *(row // PAGE for row in looked_at)})
        self._keep = len(pages) <= _AT_ONCE_PAGES
        self._next = query, pages[:_AT_ONCE_PAGES]
        if not self._busy:
            self._start()

    def get(self, row: int) -> Rule | None:
        """A row, if it is here."""
        page = self._pages.get(row // PAGE, ())
        return page[row % PAGE] if 0 <= row % PAGE < len(page) else None

    def look(self, row: int) -> Rule | None:
        """A row; if it is not here, it is read."""
        number = row // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        elif not self._busy and number not in self._asked:
            self._asked.add(number)
            self._read_page(number)
        return self.get(row)

    def find(self, rule_id: int) -> int:
        """The row of a rule that is here, else -1."""
        for number, page in self._pages.items():
            for place, rule in enumerate(page):
                if rule.id == rule_id:
                    return number * PAGE + place
        return -1

    def read(self, rows: Iterable[int], done: Callable[[list[Rule]], None]) -> None:
        """Give these rows, reading what is not here. Rows that are gone are left out."""
        wanted = sorted(set(rows))
        here = [self.get(row) for row in wanted]
        if all(rule is not None for rule in here):
            done([rule for rule in here if rule is not None])
            return
        pick = Pick(self._bridge, self._query, wanted, self.total, self)
        pick.start(done, self.failed.emit)

    def _start(self) -> None:
        assert self._next is not None
        (query, pages), self._next = self._next, None
        self._busy = True
        self._round += 1
        self._gather(query, pages, {})

    def _gather(self, query: RuleQuery, left: list[int], found: dict[int, Page[Rule]]) -> None:
        if self._next is not None:
            self._start()
        elif not left:
            self._exchange(query, found)
        else:
            self._bridge.call(
                self._bridge.backend.rules(query=query, offset=left[0] * PAGE, limit=PAGE),
                lambda page: self._gather(query, left[1:], {**found, left[0]: page}),
                self._did_not,
            )

    def _exchange(self, query: RuleQuery, found: dict[int, Page[Rule]]) -> None:
        self._busy = False
        self._asked.clear()
        pages = OrderedDict((number, page.rows) for number, page in found.items() if page.rows)
        total = found[max(found)].total
        same = self._keep and query == self._query and total == self.total
        same = same and self._same_rules(pages)
        if not same:
            self.replacing.emit()
        self._query, self._pages, self.total = query, pages, total
        if not same:
            self.replaced.emit()
        else:
            self.came.emit(0, max(total - 1, 0))

    def _same_rules(self, pages: OrderedDict[int, tuple[Rule, ...]]) -> bool:
        """Whether the same rules are in the same places, changed as they may be."""
        return all(
            [rule.id for rule in rows] == [rule.id for rule in self._pages.get(number, ())]
            for number, rows in pages.items()
        )

    def _read_page(self, number: int) -> None:
        of = self._round
        self._bridge.call(
            self._bridge.backend.rules(query=self._query, offset=number * PAGE, limit=PAGE),
            lambda page: self._took(of, number, page),
            lambda error: self.failed.emit(str(error)),
        )

    def _took(self, of: int, number: int, page: Page[Rule]) -> None:
        if of != self._round:
            return
        self._asked.discard(number)
        if page.total != self.total:  # it changed meanwhile, and we are being told
            self.ask(self._query, [number * PAGE])
            return
        self._pages[number] = page.rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        if page.rows:
            self.came.emit(number * PAGE, number * PAGE + len(page.rows) - 1)

    def _did_not(self, error: SnetError) -> None:
        self._busy = False
        self._asked.clear()
        if self._next is not None:
            self._start()
        else:
            self.failed.emit(str(error))
