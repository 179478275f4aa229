# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes of the plot that begin and end between two pixels of the screen: nothing is blurred.

A box's unit is a bar to the right and a decision up.
"""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QRectF

_LEAST_HEIGHT = 2  # lines: a single decision can be seen among a million
_GAP_FROM = 4  # lines that a bar is wide, to stand apart from the next


@dataclass(frozen=True, slots=True)
class Pixels:
    """The screen's pixels, as the plot sees them.

    Attributes:
        width: of a pixel, in bars.
        height: of a pixel, in decisions.
        line: how many pixels a thin line is wide.
    """

    width: float
    height: float
    line: int

    def bar(self, place: int, bottom: float, number: float) -> QRectF:
        """The part of a bar that stands for so many: high enough to see, apart from the next."""
        left, right = round(place / self.width), round((place + 1) / self.width)
        if right - left >= _GAP_FROM * self.line:
            right -= self.line
        low = round(bottom / self.height)
        high = low + max(round(number / self.height), _LEAST_HEIGHT * self.line)
        return QRectF(
            left * self.width,
            low * self.height,
            (right - left) * self.width,
            (high - low) * self.height,
        )

    def outline(self, box: QRectF) -> QRectF:
        """Where the middle of a thin line is that goes round in a box's outermost pixels."""
        x, y = self.line / 2 * self.width, self.line / 2 * self.height
        return box.adjusted(x, y, -x, -y)
