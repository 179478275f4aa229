# SPDX-License-Identifier: GPL-2.0-or-later
"""A card: rows that belong together, on a ground of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from snetgui.gui.theme import em, scaled, tones


class Card(QWidget):
    """Rows below each other, with a line between them."""

    def __init__(self, rows: Sequence[QWidget]) -> None:
        super().__init__()
        self._rows = list(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in rows:
            layout.addWidget(row)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint the ground and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QGuiApplication.palette()
        line = tones(palette).line
        painter.setPen(QPen(line, 1))
        painter.setBrush(palette.base())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, em(self, 0.5), em(self, 0.5))
        for row in self._rows[1:]:
            if not row.isHidden():
                top = row.y() + 0.5
                painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))


def heading(text: str) -> QLabel:
    """The title of a card."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(scaled(label.font(), 1.05, bold=True))
    return label
