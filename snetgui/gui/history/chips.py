# SPDX-License-Identifier: GPL-2.0-or-later
"""A chip: one filter that is set, and the way to take it away."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from snetgui.gui.theme import Tones, em, mix, tones
from snetgui.gui.words import plain_tooltip, translate

from .wanted import Kind

_WIDEST_EM = 24
_REMOVING = (
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
)


class FilterChip(QAbstractButton):
    """ "Program: Firefox ✕". A click, Enter, Space or Delete takes the filter away.

    Signals:
        removed: the Kind of filter.
    """

    removed = pyqtSignal(object)

    def __init__(self, kind: Kind, text: str, whole: str, parent: QWidget | None = None) -> None:
        """whole: what there is no room for."""
        super().__init__(parent)
        self.kind = kind
        self._text = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(translate("History", "Take this filter away"))
        self.setToolTip(plain_tooltip(whole))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.removed.emit(self.kind))

    @property
    def text_shown(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for the text, up to a limit, and the cross."""
        text = self.fontMetrics().horizontalAdvance(self._text) + 2
        return QSize(min(text, em(self, _WIDEST_EM)) + em(self, 2.2), em(self, 1.5))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Take it away."""
        if event is not None and event.key() in _REMOVING:
            self.removed.emit(self.kind)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint ground, text and cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(self.palette())
        self._paint_ground(painter, colours)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        area = self.rect().adjusted(em(self, 0.6), 0, -em(self, 1.5), 0)
        cross = QRect(self.width() - em(self, 1.5), 0, em(self, 1.1), self.height())
        if right_to_left:
            area.moveRight(self.width() - em(self, 0.6))
            cross.moveLeft(em(self, 0.4))
        painter.setPen(colours.accent_text)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
        self._paint_cross(painter, QPointF(cross.center()), colours)

    def _paint_ground(self, painter: QPainter, colours: Tones) -> None:
        ground = colours.accent_soft
        if self.underMouse():
            ground = mix(colours.text, ground, 0.08)
        painter.setPen(QPen(colours.accent, 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(ground)
        round_ = self.height() / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_, round_)

    def _paint_cross(self, painter: QPainter, at: QPointF, colours: Tones) -> None:
        half = em(self, 0.22)
        painter.setPen(QPen(colours.accent_text, max(1.3, em(self, 0.09))))
        painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
        painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))
