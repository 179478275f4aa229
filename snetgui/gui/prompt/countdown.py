# SPDX-License-Identifier: GPL-2.0-or-later
"""The countdown to the kernel's deadline: a bar, and seconds in words."""

from __future__ import annotations

import math

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from snetgui.gui import words
from snetgui.gui.theme import em, tones
from snetgui.model import Action

_SECOND = 1_000_000_000


def remaining_s(deadline_ns: int, now_ns: int) -> int:
    """Whole seconds that are left, rounded up; 0 once it has passed."""
    return max(0, math.ceil((deadline_ns - now_ns) / _SECOND))


def countdown_text(deadline_ns: int, now_ns: int, policy: Action) -> str:
    """ "22 s · then denied"."""
    left = words.translate("Prompt", "%Ln s", "", remaining_s(deadline_ns, now_ns))
    return f"{left} · {words.then_text(policy)}"


class CountdownBar(QWidget):
    """A bar that shrinks as time runs out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """What is left, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show this much; anything outside 0 to 1 is cut."""
        share = min(1.0, max(0.0, share))
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """A thin line across the window."""
        return QSize(em(self, 10), max(3, em(self, 0.25)))

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint what is left over what was there."""
        painter = QPainter(self)
        colours = tones(self.palette())
        painter.fillRect(self.rect(), colours.line)
        width = round(self.width() * self._share)
        left = self.width() - width if self.isRightToLeft() else 0
        painter.fillRect(left, 0, width, self.height(), colours.accent)
