# SPDX-License-Identifier: GPL-2.0-or-later
"""The cell of a destination: host and address; where there is no room for both, the host."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from snetgui.gui.theme import em

SHORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The shorter text of a cell."""


class PlaceDelegate(QStyledItemDelegate):
    """A name that is cut shows its beginning and its end: who owns it stands there."""

    def initStyleOption(self, option: QStyleOptionViewItem | None, index: QModelIndex) -> None:
        """Take the text that fits."""
        super().initStyleOption(option, index)
        if option is None or option.widget is None:
            return
        room = option.rect.width() - em(option.widget, 0.5)
        if option.fontMetrics.horizontalAdvance(option.text) > room:
            option.text = index.data(SHORT_ROLE) or option.text
