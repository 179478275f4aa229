# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot's axes: pyqtgraph's, with whole numbers, and with times that people use.

pyqtgraph's DateAxisItem has no steps of 2, 3 or 12 hours, begins weeks on
Thursday, and knows neither the person's language nor a clock of twelve hours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFont, QFontMetricsF

from .plot_bins import Bar
from .plot_library import pg
from .plot_looks import Looks
from .plot_texts import short_number, tick_text
from .plot_ticks import time_ticks

_MOST = 6  # marks that pyqtgraph has at most on an axis that is as short as ours
_OPAQUE = 255


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Few whole numbers, and a line across the plot for each."""

    def __init__(self, side: str) -> None:
        """Side is "left" or "right"."""
        super().__init__(side)
        self._overhang = 0.0  # how high a number is
        self.setGrid(_OPAQUE)
        self.setStyle(tickAlpha=_OPAQUE, tickLength=0)
        self.setPen(None)
        self.setZValue(-1000)  # the bars stand before the lines

    def dress(self, looks: Looks, font: QFont, pad: int) -> None:
        """Take these colours and this font, and stand off by this."""
        self._overhang = QFontMetricsF(font).height()
        self.setTickPen(looks.line)
        self.setTextPen(looks.muted)
        self.setStyle(tickFont=font, tickTextOffset=pad)

    def fit(self, top: float, length: float, pad: int) -> None:
        """Be as wide as the widest number between 0 and top."""
        metrics = QFontMetricsF(self.style["tickFont"])
        (_, values), *_ = self.tickValues(0, top, max(length, 1))
        texts = [short_number(1000), *self.tickStrings(values, 1, 1)]
        self.setWidth(round(max(metrics.horizontalAdvance(text) for text in texts)) + 2 * pad)

    def tickSpacing(self, least: float, most: float, size: float) -> list[tuple[float, float]]:
        """There are no half decisions; and no number stands in another's way."""
        crowded = max(1.0, _MOST * self._overhang / size)
        major, *_ = super().tickSpacing(least, least + crowded * (most - least), size)
        return [(max(1.0, major[0]), 0)]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """ "12k"."""
        return [short_number(round(value)) for value in values]

    def boundingRect(self) -> QRectF:
        """The topmost and the lowest number stand out by half of their height."""
        rect: QRectF = super().boundingRect()
        return rect.adjusted(0, -self._overhang, 0, self._overhang)


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Local times; a step of the axis is a bar."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setStyle(tickAlpha=_OPAQUE)
        self.setPen(None)
        self._room = 1.0

    def dress(self, looks: Looks, font: QFont, gap: int, overhang: int) -> None:
        """Take these colours and this font; numbers may stand out at the sides by overhang."""
        metrics = QFontMetricsF(font)
        self._room = metrics.horizontalAdvance("00 MMM 00") + 4 * gap
        self.setTickPen(looks.muted)
        self.setTextPen(looks.muted)
        self.setStyle(
            tickFont=font, tickLength=gap, tickTextOffset=0, hideOverlappingLabels=overhang
        )
        self.setHeight(round(metrics.height()) + 2 * gap)

    def fit(self, bars: Sequence[Bar], length: float) -> None:
        """Have marks for the time of these bars."""
        most = max(1, int(length / self._room))
        ticks = time_ticks(bars[0].start, bars[-1].end, most)
        self.setTicks([[(_place(bars, tick.when), tick_text(tick)) for tick in ticks]])


def _place(bars: Sequence[Bar], when: datetime) -> float:
    """Where this moment is, in bars from the left."""
    place = max(bisect_right(bars, when, key=lambda bar: bar.start) - 1, 0)
    bar = bars[place]
    return place + (when - bar.start) / (bar.end - bar.start)
