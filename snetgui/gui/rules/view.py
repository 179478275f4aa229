# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of rules on the screen."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractItemModel, Qt
from PyQt6.QtWidgets import QHeaderView, QWidget

from snetgui.gui.table import Table
from snetgui.gui.theme import em
from snetgui.gui.words import translate

from .model import Column

_WIDTHS_EM = {
    Column.ACTION: 5.5,
    Column.LIFETIME: 7,
    Column.CREATED: 10,
    Column.HITS: 4.5,
    Column.LAST_USED: 10,
}


class RuleView(Table):
    """The sentence takes the room that the other columns leave."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Rules", "Rules"))
        self.setModel(model)
        header = self.horizontalHeader()
        if header is None:
            return
        header.setSectionResizeMode(Column.RULE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(em(self, 3))
        for column, width in _WIDTHS_EM.items():
            header.resizeSection(column, em(self, width))
        # As they come (newest first) until the person sorts.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
