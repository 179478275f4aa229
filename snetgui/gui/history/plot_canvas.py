# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot's picture: pyqtgraph's view with bars, axes, and what is marked and chosen.

What a person does is the plot's to understand: neither the view's panning and
zooming nor its menu are ever reached. One step to the right is a bar, one step
up a decision.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QFontMetricsF, QGuiApplication, QPen, QTransform
from PyQt6.QtWidgets import QGraphicsRectItem, QWidget

from snetgui.gui.theme import em, scaled

from .plot_axes import TimeAxis, ValueAxis
from .plot_bins import Bar
from .plot_library import pg
from .plot_looks import Looks
from .plot_pixels import Pixels
from .plot_texts import short_number

_HEADROOM = 1.04
_NO_PEN = QPen(Qt.PenStyle.NoPen)


class Canvas(pg.GraphicsView):  # type: ignore[misc]
    """Shows bars; asks nobody for anything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self._bars: Sequence[Bar] = ()
        self._top = 1.0
        self._pixels = Pixels(1.0, 1.0, 1)
        self._hatch = QBrush()
        self._view: Any = pg.ViewBox(enableMouse=False, enableMenu=False)
        self._values = {False: ValueAxis("left"), True: ValueAxis("right")}
        self._times = TimeAxis()
        self._allowed, self._denied = (
            pg.BarGraphItem(x0=[], width=1, height=[], pen=_NO_PEN) for _ in range(2)
        )
        self._chosen = pg.LinearRegionItem(movable=False)
        self._marked = QGraphicsRectItem()
        self._word = pg.TextItem(anchor=(0.5, 0.5))
        self._arrange()
        self.dress()
        self.show_marks(None, None)

    # Showing

    def dress(self) -> None:
        """Take the colours, the font and the direction of now."""
        looks = Looks.of(QGuiApplication.palette())
        small, overhang = scaled(self.font(), 0.85), em(self, 0.9)
        sides = (overhang, 0) if self._mirrored else (0, overhang)
        self._grid.layout.setContentsMargins(sides[0], em(self, 0.2), sides[1], 0)
        self.setBackground(looks.base)
        for right, axis in self._values.items():
            axis.dress(looks, small, em(self, 0.4))
            axis.show() if right is self._mirrored else axis.hide()
        self._times.dress(looks, small, em(self, 0.2), overhang)
        self._view.invertX(self._mirrored)
        self._allowed.setOpts(brush=looks.allowed)
        self._hatch = looks.denied_brush()
        self._denied.setOpts(pen=self._thin(looks.denied))
        self._chosen.setBrush(looks.chosen)
        for line in self._chosen.lines:
            line.setPen(pg.mkPen(looks.accent, width=2 * self._line))
        self._marked.setPen(self._thin(looks.text))
        self._word.setColor(looks.muted)
        self._word.setFont(self.font())

    def show_bars(self, bars: Sequence[Bar], word: str) -> None:
        """Show these, or a word instead of all."""
        self._bars = bars
        self._top = max(1, max((bar.total for bar in bars), default=0)) * _HEADROOM
        self._word.setText(word)
        self._view.setRange(xRange=(0, max(1, len(bars))), yRange=(0, self._top), padding=0)
        self._word.setPos(max(1, len(bars)) / 2, self._top / 2)
        self._times.setOpacity(0 if word else 1)
        self._values[self._mirrored].setOpacity(0 if word else 1)
        if bars and min(self.width(), self.height()) > 1:
            self._fit_axes()
            self._place_bars()

    def show_marks(self, marked: int | None, chosen: tuple[int, int] | None) -> None:
        """Show which bar is told of, and which are being chosen (first and last)."""
        self._marked.setVisible(marked is not None)
        if marked is not None:
            self._marked.setRect(self._pixels.outline(self._pixels.bar(marked, 0, self._top)))
        self._chosen.setVisible(chosen is not None)
        if chosen is not None:
            self._chosen.setRegion((chosen[0], chosen[1] + 1))

    # Where things are

    @property
    def room(self) -> float:
        """How wide the bars may be together, about; the same whatever is shown."""
        metrics = QFontMetricsF(scaled(self.font(), 0.85))
        axis = metrics.horizontalAdvance(short_number(1000)) + 2 * em(self, 0.4)
        return max(0.0, float(self.width()) - axis - em(self, 0.9))

    @property
    def area(self) -> QRectF:
        """What the bars stand in, in pixels of this widget."""
        area: QRectF = self._view.mapRectToScene(self._view.rect())
        return area

    def bar(self, place: int) -> QRectF:
        """The room of a bar, from bottom to top, in pixels of this widget."""
        ends = (QPointF(place, 0), QPointF(place + 1, self._top))
        first, last = (self._view.mapViewToScene(end) for end in ends)
        return QRectF(first, last).normalized()

    def place_at(self, x: float) -> int:
        """The bar at this pixel, the nearest one outside."""
        place: float = self._view.mapSceneToView(QPointF(x, 0)).x()
        return min(max(math.floor(place), 0), len(self._bars) - 1)

    # The rest

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def _line(self) -> int:
        """How many pixels of the screen a thin line is wide."""
        ratio: float = self.devicePixelRatioF()
        return max(1, round(ratio))

    def _thin(self, color: QColor) -> QPen:
        """A pen for it, however the view is stretched."""
        pen = QPen(color, self._line)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _fit_axes(self) -> None:
        self._values[self._mirrored].fit(self._top, self.area.height(), em(self, 0.4))
        self._grid.layout.activate()
        area, ratio = self.area, self.devicePixelRatioF()
        self._times.fit(self._bars, area.width())
        width = len(self._bars) / max(area.width() * ratio, 1.0)
        height = self._top / max(area.height() * ratio, 1.0)
        self._pixels = Pixels(width, height, self._line)
        # Qt would stretch the pattern as it does the bars.
        self._hatch.setTransform(QTransform.fromScale(width * ratio, height * ratio))

    def _place_bars(self) -> None:
        pixels = self._pixels
        allowed, denied = [], []
        for place, bar in enumerate(self._bars):
            top = 0.0
            if bar.allowed:
                allowed.append(pixels.bar(place, 0, bar.allowed))
                top = allowed[-1].bottom()
            if bar.denied:
                denied.append(pixels.outline(pixels.bar(place, top, bar.denied)))
        self._allowed.setOpts(**_boxes(allowed))
        self._denied.setOpts(**_boxes(denied), brush=self._hatch)

    def _arrange(self) -> None:
        self._grid = pg.GraphicsLayout()
        self._grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid.layout.setSpacing(0)
        for right, axis in self._values.items():
            axis.linkToView(self._view)
            self._grid.addItem(axis, 0, 2 if right else 0)
        self._times.linkToView(self._view)
        self._grid.addItem(self._view, 0, 1)
        self._grid.addItem(self._times, 1, 1)
        parts = (self._allowed, self._denied, self._chosen, self._marked, self._word)
        for height, part in enumerate(parts):
            part.setZValue(height)
            self._view.addItem(part, ignoreBounds=True)
        self.setCentralItem(self._grid)


def _boxes(boxes: Sequence[QRectF]) -> dict[str, list[float]]:
    """As a BarGraphItem wants them."""
    return {
        "x0": [box.left() for box in boxes],
        "width": [box.width() for box in boxes],
        "y0": [box.top() for box in boxes],
        "height": [box.height() for box in boxes],
    }
