# SPDX-License-Identifier: GPL-2.0-or-later
"""The names of the pages, of which one is shown."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt
from PyQt6.QtGui import QGuiApplication, QPainter, QPalette, QPen
from PyQt6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from snetgui.gui.theme import em, mix, scaled, tones


class PageList(QListWidget):
    """Names below each other, on the window's own ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        viewport = self.viewport()
        if viewport is not None:
            viewport.setBackgroundRole(QPalette.ColorRole.Window)
        self.setMouseTracking(True)
        self.setItemDelegate(_Name(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _Name(QStyledItemDelegate):
    """Paints a name; the one that was chosen as chips are: heavier, and with an edge."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        """Room to be hit without aiming."""
        return QSize(option.rect.width(), round(option.fontMetrics.height() * 2.1))

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Paint ground, edge and name."""
        widget = self.parent()
        if painter is None or not isinstance(widget, QWidget):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(QGuiApplication.palette())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and widget.hasFocus()
        gap = em(widget, 0.15)
        box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        if chosen or hovered:
            ground = colours.accent_soft if chosen else mix(colours.text, colours.window, 0.06)
            painter.setPen(QPen(colours.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, em(widget, 0.4), em(widget, 0.4))
        painter.setFont(scaled(option.font, 1.0, bold=chosen))
        painter.setPen(colours.accent_text if chosen else colours.text)
        place = box.adjusted(em(widget, 0.7), 0, -em(widget, 0.4), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, int(flags), str(index.data()))
        painter.restore()
