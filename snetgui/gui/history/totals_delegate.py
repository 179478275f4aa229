# SPDX-License-Identifier: GPL-2.0-or-later
"""Painting an entry of the totals: name, numbers, and a bar of what was allowed and denied."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from snetgui.gui.theme import READABLE, em, legible, mix, scaled, tones

from .plot_looks import Looks
from .plot_texts import number_text

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_LEAST_WIDTH = 3.0  # pixels


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row shows.

    Attributes:
        most: the number that a whole bar stands for.
        active: it is filtered by.
    """

    name: str
    icon: QIcon | None
    allowed: int
    denied: int
    most: int
    active: bool


class TotalsDelegate(QStyledItemDelegate):
    """Two lines: icon, name and numbers; the bar."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        """As high as the two lines."""
        return QSize(em(self._widget, 8), em(self._widget, 2.45))

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Paint it."""
        entry = index.data(ENTRY_ROLE)
        if painter is None or not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = Looks.of(QGuiApplication.palette())
        self._paint_ground(painter, option, entry, looks)
        pad = em(self._widget, 0.45)
        inner = option.rect.adjusted(pad, em(self._widget, 0.25), -pad, -em(self._widget, 0.3))
        line = QRect(inner.left(), inner.top(), inner.width(), em(self._widget, 1.25))
        bar = QRectF(inner.left(), line.bottom() + 1, inner.width(), em(self._widget, 0.5))
        self._paint_line(painter, line, entry, looks)
        self._paint_bar(painter, bar, entry, looks)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, looks: Looks
    ) -> None:
        state = option.state
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        round_ = em(self._widget, 0.3)
        painter.setPen(Qt.PenStyle.NoPen)
        if entry.active:
            painter.setBrush(tones(QGuiApplication.palette()).accent_soft)
            painter.setPen(QPen(looks.accent, 1.5))
            painter.drawRoundedRect(box, round_, round_)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mix(looks.text, looks.base, 0.06))
            painter.drawRoundedRect(box, round_, round_)
        if state & QStyle.StateFlag.State_HasFocus and self._widget.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(looks.accent, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), round_, round_)

    def _paint_line(self, painter: QPainter, line: QRect, entry: Entry, looks: Looks) -> None:
        text_colour = tones(QGuiApplication.palette()).accent_text if entry.active else looks.text
        right = _Line(painter, line, self._widget)
        numbers = [(number_text(entry.allowed + entry.denied), text_colour)]
        if entry.denied:
            numbers.insert(0, (f"✕ {number_text(entry.denied)}", _readable(looks)))
        painter.setFont(self._widget.font())
        for text, colour in reversed(numbers):
            right.number(text, colour)
        left = right.rest
        if entry.icon is not None:
            left = right.icon(entry.icon)
        painter.setFont(scaled(self._widget.font(), 1.0, bold=entry.active))
        painter.setPen(text_colour)
        name = painter.fontMetrics().elidedText(
            entry.name, Qt.TextElideMode.ElideMiddle, left.width()
        )
        align = Qt.AlignmentFlag.AlignRight if right.mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(left, int(align | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_bar(self, painter: QPainter, room: QRectF, entry: Entry, looks: Looks) -> None:
        allowed, denied = (
            max(room.width() * number / max(entry.most, 1), _LEAST_WIDTH) if number else 0.0
            for number in (entry.allowed, entry.denied)
        )
        first = QRectF(room.left(), room.top(), allowed, room.height())
        second = QRectF(room.left() + allowed, room.top(), denied, room.height())
        if self._widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            first.moveRight(room.right())
            second.moveRight(room.right() - allowed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(room, mix(looks.text, looks.base, 0.06))
        painter.fillRect(first, looks.allowed)
        if denied:
            painter.fillRect(second, looks.base)
            painter.fillRect(second, looks.denied_brush())
            painter.setPen(QPen(looks.denied, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(second.adjusted(0, 0, -1, -1))


class _Line:
    """A line that is filled from its end; what is left is for the name."""

    def __init__(self, painter: QPainter, line: QRect, widget: QWidget) -> None:
        self._painter = painter
        self._widget = widget
        self.mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.rest = QRect(line)

    def number(self, text: str, colour: QColor) -> None:
        width = self._painter.fontMetrics().horizontalAdvance(text)
        self._painter.setPen(colour)
        self._painter.drawText(self._take_end(width), int(Qt.AlignmentFlag.AlignCenter), text)
        self._take_end(em(self._widget, 0.5))

    def icon(self, icon: QIcon) -> QRect:
        side = em(self._widget, 1.05)
        place = QRect(self.rest.left(), self.rest.center().y() - side // 2, side, side)
        if self.mirrored:
            place.moveRight(self.rest.right())
        icon.paint(self._painter, place)
        away = side + em(self._widget, 0.4)
        self.rest.adjust(*((0, 0, -away, 0) if self.mirrored else (away, 0, 0, 0)))
        return self.rest

    def _take_end(self, width: int) -> QRect:
        place = QRect(self.rest)
        if self.mirrored:
            place.setWidth(width)
            self.rest.setLeft(self.rest.left() + width)
        else:
            place.setLeft(self.rest.right() - width + 1)
            self.rest.setRight(self.rest.right() - width)
        return place


def _readable(looks: Looks) -> QColor:
    return legible(looks.denied, looks.base, READABLE, looks.text)
