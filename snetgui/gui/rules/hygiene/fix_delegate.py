# SPDX-License-Identifier: GPL-2.0-or-later
"""Paints a cell as the button that it is, for tables too long for a button in each row."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRect, QSize, Qt
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)


class FixDelegate(QStyledItemDelegate):
    """A push button of the desktop's style with the cell's text."""

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Paint the row's ground, and the button on it."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = QApplication.style()
        if painter is None or style is None:
            return
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter)
        button = QStyleOptionButton()
        button.palette = QApplication.palette()
        button.rect = QRect(option.rect).adjusted(2, 1, -2, -1)
        button.text = str(index.data(Qt.ItemDataRole.DisplayRole))
        button.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Raised
        if option.state & QStyle.StateFlag.State_MouseOver:
            button.state |= QStyle.StateFlag.State_MouseOver
        style.drawControl(QStyle.ControlElement.CE_PushButton, button, painter)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Room for the button's edge around the text."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + size.height(), size.height())
