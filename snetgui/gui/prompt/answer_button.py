# SPDX-License-Identifier: GPL-2.0-or-later
"""The two buttons that answer: Allow and Deny."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PyQt6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from snetgui.gui.theme import em, mix, scaled, tones
from snetgui.model import Action


class AnswerButton(QAbstractButton):
    """A wide button with a mark (tick or cross), its word and its key.

    It takes clicks, never bare Space or Enter.

    Signals:
        pointed_changed: the pointer or the keyboard came to it, or left it.
    """

    pointed_changed = pyqtSignal()

    def __init__(self, action: Action, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough to be hit without aiming."""
        metrics = QFontMetrics(scaled(self.font(), 1.15, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + em(self, 5), em(self, 2.5))

    @property
    def pointed(self) -> bool:
        """Whether the pointer or the keyboard is on it."""
        return self.underMouse() or self.hasFocus()

    def enterEvent(self, event: QEnterEvent | None) -> None:
        """The pointer came."""
        super().enterEvent(event)
        self.pointed_changed.emit()

    def leaveEvent(self, event: QEvent | None) -> None:
        """The pointer left."""
        super().leaveEvent(event)
        self.pointed_changed.emit()

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.pointed_changed.emit()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """The keyboard left."""
        super().focusOutEvent(event)
        self.pointed_changed.emit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Leave every key to the prompt."""
        if event is not None:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint ground, mark, word and key; pale while it is not armed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(self.palette())
        ground = colours.allow if self._action is Action.ALLOW else colours.deny
        ink = colours.on_answer
        if not self.isEnabled():
            ground, ink = mix(ground, colours.window, 0.18), colours.muted
        elif self.isDown():
            ground = ground.darker(125)
        elif self.underMouse():
            ground = ground.darker(110)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = em(self, 0.45)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        painter.setPen(QPen(ink))
        self._paint_label(painter)

    def _paint_label(self, painter: QPainter) -> None:
        word_font = scaled(self.font(), 1.15, bold=True)
        key_font = scaled(self.font(), 0.9)
        word_width = QFontMetrics(word_font).horizontalAdvance(self.text())
        mark, gap = em(self, 0.7), em(self, 0.5)
        cap = max(QFontMetrics(key_font).horizontalAdvance(self._key), em(self, 0.4)) + em(
            self, 0.7
        )
        left = (self.width() - (mark + gap + word_width + gap + cap)) // 2
        ink = painter.pen().color()
        self._paint_mark(painter, QRectF(left, (self.height() - mark) / 2, mark, mark))
        left += mark + gap
        painter.setFont(word_font)
        painter.setPen(ink)
        place = QRect(left, 0, word_width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        left += word_width + gap
        box = QRectF(left, (self.height() - em(self, 1.15)) / 2, cap, em(self, 1.15))
        painter.setFont(key_font)
        painter.setPen(QPen(mix(ink, painter.brush().color(), 0.9), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, em(self, 0.2), em(self, 0.2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(painter.pen().color(), max(1.8, box.width() / 6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if self._action is Action.DENY:
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
            return
        knee = QPointF(box.left() + box.width() * 0.36, box.bottom())
        tick = [QPointF(box.left(), box.center().y()), knee, QPointF(box.right(), box.top())]
        painter.drawPolyline(QPolygonF(tick))
