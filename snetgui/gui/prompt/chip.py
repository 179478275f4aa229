# SPDX-License-Identifier: GPL-2.0-or-later
"""A chip: one of several choices, with the key that takes it."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QRadioButton, QStyle, QWidget

from snetgui.gui.theme import Tones, em, mix, scaled, tones


class Chip(QRadioButton):
    """A radio button that looks like a chip.

    The choice that is taken has a thick border and a heavier font, not a
    colour alone. Bare Space and Enter are left alone: see "Asking people".
    """

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip("")
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text; a "&" in it is a character like any other."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the text in its heavier font, and for the key."""
        metrics = QFontMetrics(scaled(self.font(), 1.0, bold=True))
        width = metrics.horizontalAdvance(self.accessibleName()) + self._key_width()
        return QSize(width + em(self, 1.1), em(self, 1.7))

    def minimumSizeHint(self) -> QSize:
        """A chip does not shrink: the layout begins a new line instead."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole chip takes clicks."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Leave Space and Enter, and what is no arrow, to the prompt."""
        if event is None:
            return
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint ground, border, text and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(self.palette())
        self._paint_ground(painter, colours)
        self._paint_text(painter, colours)

    def _key_width(self) -> int:
        metrics = QFontMetrics(scaled(self.font(), 0.8))
        return metrics.horizontalAdvance(self._key) + em(self, 0.5)

    def _paint_ground(self, painter: QPainter, colours: Tones) -> None:
        taken = self.isChecked()
        ground = colours.accent_soft if taken else colours.chip
        if self.underMouse() and not taken:
            ground = mix(colours.text, ground, 0.07)
        thick = 2.0 if taken or self.hasFocus() else 1.0
        edge = colours.accent if taken or self.hasFocus() else colours.line
        inset = thick / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        style = Qt.PenStyle.DotLine if self.hasFocus() and not taken else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, thick, style))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, em(self, 0.4), em(self, 0.4))
        if self.hasFocus() and taken:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), em(self, 0.3), em(self, 0.3))

    def _paint_text(self, painter: QPainter, colours: Tones) -> None:
        taken = self.isChecked()
        area = self.rect().adjusted(em(self, 0.5), 0, -em(self, 0.5), 0)
        key_area = QRect(area)
        key_area.setLeft(area.right() - self._key_width())
        text_area = area.adjusted(0, 0, -self._key_width(), 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            key_area.moveLeft(area.left())
            text_area.moveRight(area.right())
        painter.setFont(scaled(self.font(), 1.0, bold=taken))
        painter.setPen(colours.accent_text if taken else colours.text)
        # Not in the middle: it stays where it is when its font gets heavier.
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(self.layoutDirection(), leading)
        painter.drawText(text_area, side, self.accessibleName())
        painter.setFont(scaled(self.font(), 0.8))
        painter.setPen(colours.accent_text if taken else colours.muted)
        painter.drawText(
            key_area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._key
        )
