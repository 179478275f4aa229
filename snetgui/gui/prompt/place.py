# SPDX-License-Identifier: GPL-2.0-or-later
"""Where on the screens the prompt goes: a lower corner, away from the pointer."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QRect
from PyQt6.QtGui import QCursor, QGuiApplication
from PyQt6.QtWidgets import QWidget

from snetgui.gui.theme import em


def corner(area: QRect, width: int, height: int, gap: int, pointer: QPoint) -> QRect:
    """A window's place in a lower corner of the area; the left one if the pointer is right.

    What is higher than the area is cut to it.
    """
    height = min(height, area.height() - 2 * gap)
    place = QRect(0, 0, width, height)
    place.moveBottomRight(QPoint(area.right() - gap, area.bottom() - gap))
    if place.adjusted(-gap, -gap, gap, gap).contains(pointer):
        other = QRect(place)
        other.moveLeft(area.left() + gap)
        if not other.contains(pointer):
            return other
    return place


def grown(place: QRect, height: int, area: QRect) -> QRect:
    """The same place with another height: its lower edge stays, and it stays in the area."""
    result = QRect(place.left(), place.bottom() + 1 - height, place.width(), height)
    if result.top() < area.top():
        result.moveTop(area.top())
    if result.bottom() > area.bottom():
        result.setBottom(area.bottom())
    return result


def put_in_corner(window: QWidget, height: int, *, keep: bool = False) -> None:
    """Place a window on the pointer's screen; with `keep`, only change its height.

    Under Wayland the compositor decides, and only the height is heard.
    """
    if keep:
        screen = window.screen()
        if screen is not None and window.height() != height:
            place = grown(window.geometry(), height, screen.availableGeometry())
            window.setGeometry(place)
        return
    pointer = QCursor.pos()
    screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
    if screen is None:
        return
    area = screen.availableGeometry()
    # A frame that is not there yet can't be measured: leave room for a title.
    gap = em(window, 1.6)
    window.setGeometry(corner(area, window.width(), height, gap, pointer))
