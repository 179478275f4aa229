# SPDX-License-Identifier: GPL-2.0-or-later
"""Following the look while a widget is on the screen, from light to dark and back."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject
from PyQt6.QtGui import QColor, QGuiApplication, QPalette
from PyQt6.QtWidgets import QWidget

from .theme import Tones, tones

Pick = Callable[[Tones], QColor | None]


def paint_role(widget: QWidget, role: QPalette.ColorRole, pick: Pick) -> None:
    """Give one role of a widget's palette a colour that depends on the look, from now on.

    Where `pick` gives None, the role has the colour that it has elsewhere.
    """
    for before in widget.findChildren(_Follower):
        if before.role is role:
            before.pick = pick
            before.paint()
            return
    _Follower(widget, role, pick)


class _Follower(QObject):
    """Paints again whenever its widget hears of another palette.

    Only the one role is set: a widget with all of them set hears nothing.
    """

    def __init__(self, widget: QWidget, role: QPalette.ColorRole, pick: Pick) -> None:
        super().__init__(widget)
        self._widget = widget
        self.role = role
        self.pick = pick
        self.given: QColor | None = None
        widget.installEventFilter(self)
        self.paint()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Only looks on."""
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.paint()
        return super().eventFilter(watched, event)

    def paint(self) -> None:
        """Set what all followers of the widget want, if it is not so already."""
        now = tones(QGuiApplication.palette())
        before, palette, another = self._widget.palette(), QPalette(), False
        for follower in self._widget.findChildren(_Follower):
            colour = follower.pick(now)
            another |= colour != follower.given
            follower.given = colour
            if colour is not None:
                another |= before.color(follower.role) != colour
                palette.setColor(follower.role, colour)
        if another:
            self._widget.setPalette(palette)
