# SPDX-License-Identifier: GPL-2.0-or-later
"""Searching and sorting the rules."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from .model import SEARCH_ROLE, SORT_ROLE


class RuleProxy(QSortFilterProxyModel):
    """Rules that have all the words that were searched for, anywhere in what they say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)

    def search(self, text: str) -> None:
        """Show only what has these words; all for none."""
        wanted = tuple(text.casefold().split())
        if wanted != self._wanted:
            self._wanted = wanted
            self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        """Whether a rule has all the words."""
        source = self.sourceModel()
        if not self._wanted or source is None:
            return True
        text = source.data(source.index(row, 0, parent), SEARCH_ROLE)
        return all(word in text for word in self._wanted)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        """Compare what the model sorts by: whole numbers and text as Python does."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        return bool(one < other)
