# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of decisions on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PyQt6.QtCore import QAbstractItemModel, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QHeaderView, QWidget

from snetgui.gui.table import Table
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Action

from .columns import Column
from .place_delegate import PlaceDelegate
from .texts import action_text, time_text

_WIDTHS_EM = {
    Column.TIME: 7.2,
    Column.PROGRAM: 8.5,
    Column.WHAT: 8,
    Column.PORT: 5.6,
    Column.USER: 5,
    Column.DECISION: 4.5,
    Column.REASON: 11,
}
_WHOLE: dict[Column, Callable[[], list[str]]] = {
    Column.TIME: lambda: [time_text(datetime(2000, 12, 28, 23, 58, 58, tzinfo=UTC))],
    Column.DECISION: lambda: [action_text(action) for action in Action],
}
_DESTINATION_LEAST_EM = 10
_GIVING_WAY = (Column.USER, Column.WHAT, Column.REASON, Column.PORT)
"""What is left out first where there is no room; the details have it too."""


class HistoryView(Table):
    """The destination takes the room that the other columns leave."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("History", "Decisions"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setModel(model)
        self.setItemDelegateForColumn(Column.DESTINATION, PlaceDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = self.horizontalHeader()
        if header is None:
            return
        header.setSectionResizeMode(Column.DESTINATION, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(em(self, 3))
        for column, width in _WIDTHS_EM.items():
            needed = max(self._needed(column), header.sectionSizeHint(column))
            header.resizeSection(column, max(em(self, width), needed))

    def _needed(self, column: Column) -> int:
        """Pixels of what must not be cut, in whatever language."""
        texts = _WHOLE.get(column, list)()
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + em(self, 0.6) if texts else 0

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Leave columns out where there is no room for all."""
        self._fit(self.width() if event is None else event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        header = self.horizontalHeader()
        if header is None:
            return
        for column in _GIVING_WAY:
            self.setColumnHidden(column, False)
        others = [column for column in Column if column is not Column.DESTINATION]
        room = width - em(self, _DESTINATION_LEAST_EM)
        room -= sum(header.sectionSize(column) for column in others)
        for column in _GIVING_WAY:
            if room >= 0:
                break
            room += header.sectionSize(column)
            self.setColumnHidden(column, True)

    def selected_rows(self) -> list[int]:
        """The selected rows, without looking at what is in them."""
        selection = self.selectionModel()
        if selection is None:
            return []
        chosen = selection.selection()
        ranges = [chosen[number] for number in range(len(chosen))]
        spans = {(one.top(), one.bottom()) for one in ranges}
        return sorted({row for top, bottom in spans for row in range(top, bottom + 1)})

    @property
    def at_top(self) -> bool:
        """Whether the newest row is what is seen first."""
        bar = self.verticalScrollBar()
        return bar is None or bar.value() == bar.minimum()

    def let_go(self) -> None:
        """Select nothing, and look at the newest."""
        self.clearSelection()
        self.scrollToTop()
