# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading many rows of a list, wherever they are in it: for what is done to a large selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QObject

from snetgui.engine.backend import Page, RuleQuery
from snetgui.gui.bridge import Bridge
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError

_PAGE = 1000


class Pick(QObject):
    """Reads the pages that have these rows, one after the other, and gives the rows.

    If the list has another length than was thought, its rows are not those
    that the person chose: then it gives none and says so.
    """

    def __init__(
        self, bridge: Bridge, query: RuleQuery, rows: Sequence[int], total: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._query = query
        self._rows = rows
        self._total = total
        self._pages = sorted({row // _PAGE for row in rows})
        self._found: list[Rule] = []

    def start(self, done: Callable[[list[Rule]], None], failed: Callable[[str], None]) -> None:
        """Begin; one of the two is called in the end."""
        self._done, self._failed = done, failed
        self._next()

    def _next(self) -> None:
        if not self._pages:
            self.deleteLater()
            self._done(self._found)
            return
        offset = self._pages.pop(0) * _PAGE
        work = self._bridge.backend.rules(query=self._query, offset=offset, limit=_PAGE)
        self._bridge.call(work, lambda page: self._took(offset, page), self._did_not)

    def _took(self, offset: int, page: Page[Rule]) -> None:
        if page.total != self._total:
            self.deleteLater()
            self._failed(translate("Rules", "The rules changed meanwhile; choose again."))
            return
        self._found += [
            page.rows[row - offset] for row in self._rows if offset <= row < offset + len(page.rows)
        ]
        self._next()

    def _did_not(self, error: SnetError) -> None:
        self.deleteLater()
        self._failed(str(error))
