# SPDX-License-Identifier: GPL-2.0-or-later
"""The small button that opens and closes what is behind a question."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRect, QSize, Qt
from PyQt6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from snetgui.gui.theme import em, mix, scaled, tones


class Toggle(QAbstractButton):
    """A triangle that points down when open, a word, and a key."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for triangle, word and key."""
        return QSize(em(self, 1.8) + self._word_width() + self._key_width(), em(self, 1.5))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Leave every key to the prompt."""
        if event is not None:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint triangle, word and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(self.palette())
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(colours.accent, 1, Qt.PenStyle.DotLine)
                if self.hasFocus()
                else Qt.PenStyle.NoPen
            )
            painter.setBrush(mix(colours.text, colours.window, 0.06))
            painter.drawRoundedRect(
                self.rect().adjusted(0, 0, -1, -1), em(self, 0.3), em(self, 0.3)
            )
        at = em(self, 0.5)
        self._paint_triangle(painter, QPointF(at + em(self, 0.2), self.height() / 2))
        at += em(self, 0.65)
        painter.setPen(colours.text)
        painter.drawText(
            QRect(at, 0, self._word_width() + 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )
        painter.setFont(scaled(self.font(), 0.8))
        painter.setPen(colours.muted)
        painter.drawText(
            self.rect().adjusted(0, 0, -em(self, 0.4), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self._key,
        )

    def _word_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _key_width(self) -> int:
        return QFontMetrics(scaled(self.font(), 0.8)).horizontalAdvance(self._key) + em(self, 0.3)

    def _paint_triangle(self, painter: QPainter, center: QPointF) -> None:
        half = em(self, 0.2)
        corners = [QPointF(-half * 0.7, -half), QPointF(half * 0.7, 0), QPointF(-half * 0.7, half)]
        if self.isChecked():
            corners = [QPointF(-corner.y(), corner.x()) for corner in corners]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones(self.palette()).muted)
        painter.drawPolygon(QPolygonF([center + corner for corner in corners]))
