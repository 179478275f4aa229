# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of rules on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PyQt6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    Qt,
)
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QHeaderView, QWidget

from snetgui.gui.table import Table
from snetgui.gui.theme import em
from snetgui.gui.words import lifetime_text, translate
from snetgui.model import ALWAYS, THIS_PROCESS, UNTIL_RESTART, Action, Origin

from .columns import Column
from .texts import action_text, origin_text

_LEAST_EM = 18  # of a sentence, so that it says who may do what
_WIDTHS_EM = {
    Column.ACTION: 5,
    Column.LIFETIME: 7.5,
    Column.ORIGIN: 5.5,
    Column.CREATED: 8,
    Column.HITS: 4.5,
    Column.LAST_USED: 8,
}
_WHOLE: dict[Column, Callable[[], list[str]]] = {
    Column.ACTION: lambda: [action_text(action) for action in Action],
    Column.LIFETIME: lambda: [lifetime_text(one) for one in (THIS_PROCESS, UNTIL_RESTART, ALWAYS)],
    Column.ORIGIN: lambda: [origin_text(origin) for origin in Origin],
}
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class RuleView(Table):
    """The sentence takes the room that the other columns leave.

    Where they leave too little, the table scrolls sideways.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Rules", "Rules"))
        self.setModel(model)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = self.horizontalHeader()
        if header is None:
            return
        header.setSectionResizeMode(Column.RULE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(em(self, 3))
        # As they come (newest first) until the person sorts.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for column, width in _WIDTHS_EM.items():
            needed = max(self._needed(column), header.sectionSizeHint(column))
            header.resizeSection(column, max(em(self, width), needed))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        header, viewport = self.horizontalHeader(), self.viewport()
        if header is None or viewport is None:
            return
        others = header.length() - header.sectionSize(Column.RULE)
        least = em(self, _LEAST_EM)
        if viewport.width() - others >= least:
            header.setSectionResizeMode(Column.RULE, QHeaderView.ResizeMode.Stretch)
        elif header.sectionResizeMode(Column.RULE) is QHeaderView.ResizeMode.Stretch:
            header.setSectionResizeMode(Column.RULE, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(Column.RULE, least)

    def _needed(self, column: Column) -> int:
        """Pixels of what must not be cut, in whatever language."""
        texts = _WHOLE.get(column, list)()
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + em(self, 0.6) if texts else 0

    def selected_rows(self) -> list[int]:
        """The selected rows, without looking at what is in them."""
        selection = self.selectionModel()
        if selection is None:
            return []
        chosen = selection.selection()
        ranges = [chosen[number] for number in range(len(chosen))]
        spans = {(one.top(), one.bottom()) for one in ranges}
        return sorted({row for top, bottom in spans for row in range(top, bottom + 1)})

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select these and no others; the first of them is where the keyboard goes on."""
        model, selection = self.model(), self.selectionModel()
        if model is None or selection is None:
            return
        wanted = QItemSelection()
        first = None
        for row in rows:
            index = model.index(row, 0)
            first = first or index
            wanted.select(index, index)
        if first is not None:
            selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(wanted, _SELECT | QItemSelectionModel.SelectionFlag.Clear)

    def visible_rows(self) -> Iterator[int]:
        """The rows that the person sees now."""
        model, viewport = self.model(), self.viewport()
        if model is None or viewport is None or not model.rowCount():
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(viewport.height() - 1)
        yield from range(first, (model.rowCount() - 1 if last < 0 else last) + 1)
