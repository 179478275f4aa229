# SPDX-License-Identifier: GPL-2.0-or-later
"""Painting the plot: where everything is, and what it looks like."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QFontMetricsF, QGuiApplication, QPainter, QPalette, QPen
from PyQt6.QtWidgets import QWidget

from snetgui.gui.theme import VISIBLE, em, legible, mix, scaled, tones
from snetgui.gui.words import translate

from .plot_bins import Bar, Counts
from .plot_texts import allowed_text, denied_text, short_number, tick_text
from .plot_ticks import time_ticks, value_ticks

_LEAST_HEIGHT = 2.0  # pixels: a single decision can be seen among a million
_ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Looks:
    """The colours of allowed and denied; the second is hatched too."""

    allowed: QColor
    denied: QColor
    base: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    chosen: QColor

    @staticmethod
    def of(palette: QPalette) -> Looks:
        base = palette.color(QPalette.ColorRole.Base)
        text = palette.color(QPalette.ColorRole.Text)
        colours = tones(palette)
        chosen = QColor(colours.accent)
        chosen.setAlphaF(0.22)
        return Looks(
            allowed=legible(colours.accent, base, VISIBLE, text),
            denied=legible(colours.deny, base, VISIBLE, text),
            base=base,
            text=text,
            muted=colours.muted,
            line=mix(text, base, 0.14),
            accent=colours.accent,
            chosen=chosen,
        )

    def denied_brush(self) -> QBrush:
        """Told apart by its pattern as well."""
        return QBrush(self.denied, Qt.BrushStyle.BDiagPattern)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts of a plot are.

    Attributes:
        whole: the widget. area: what the bars stand in.
        top: the number that the area's upper edge stands for.
        small: the font of marks.
    """

    widget: QWidget
    counts: Counts | None
    bars: tuple[Bar, ...]
    whole: QRectF
    area: QRectF
    ticks: tuple[int, ...]

    @staticmethod
    def of(widget: QWidget, counts: Counts | None, bars: tuple[Bar, ...]) -> Frame:
        metrics = QFontMetricsF(scaled(widget.font(), 0.85))
        most = max((bar.total for bar in bars), default=0)
        ticks = tuple(value_ticks(most, 3))
        widest = max(metrics.horizontalAdvance(short_number(tick)) for tick in (1000, *ticks))
        whole = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pad = em(widget, 0.4)
        left, right = widest + 2 * pad, pad
        if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        area = whole.adjusted(left, em(widget, 1.6), -right, -metrics.height() - em(widget, 0.35))
        return Frame(widget, counts, bars, whole, area, ticks)

    @property
    def mirrored(self) -> bool:
        return self.widget.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def top(self) -> int:
        return max(self.ticks[-1], 1)

    def place_at(self, x: float) -> int:
        """The bar at this x, the nearest one outside."""
        share = (x - self.area.left()) / max(self.area.width(), 1)
        if self.mirrored:
            share = 1 - share
        return min(max(int(share * len(self.bars)), 0), len(self.bars) - 1)

    def bar(self, place: int) -> QRectF:
        """The room of a bar, from bottom to top."""
        width = self.area.width() / max(len(self.bars), 1)
        left = self.area.left() + place * width
        if self.mirrored:
            left = self.area.right() - (place + 1) * width
        return QRectF(left, self.area.top(), width, self.area.height())

    def x_of(self, timestamp: float) -> float:
        """Where a moment is."""
        start, end = self.bars[0].start.timestamp(), self.bars[-1].end.timestamp()
        share = (timestamp - start) / (end - start)
        return self.area.left() + self.area.width() * (1 - share if self.mirrored else share)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is pointed at.

    Attributes:
        said: what is told of the bar `marked`.
        chosen: first and last bar of a choice under way.
        focus: the keyboard is here.
    """

    said: str = ""
    marked: int | None = None
    chosen: tuple[int, int] | None = None
    focus: bool = False


def paint(painter: QPainter, frame: Frame, marks: Marks) -> None:
    """Paint ground, caption, axes, bars, and what is marked and chosen."""
    looks = Looks.of(QGuiApplication.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(looks.accent, 2) if marks.focus else QPen(looks.line, 1))
    painter.setBrush(looks.base)
    painter.drawRoundedRect(frame.whole, em(frame.widget, 0.25), em(frame.widget, 0.25))
    if frame.counts is None:
        _paint_word(painter, frame, looks, translate("HistoryPlot", "Counting…"))
        return
    _paint_caption(painter, frame, looks, marks.said)
    if not frame.counts.slots:
        _paint_word(painter, frame, looks, translate("HistoryPlot", "No decisions"))
        return
    _paint_values(painter, frame, looks)
    _paint_times(painter, frame, looks)
    for place, bar in enumerate(frame.bars):
        if bar.total:
            _paint_bar(painter, frame, looks, frame.bar(place), bar)
    _paint_marks(painter, frame, looks, marks)


def _paint_word(painter: QPainter, frame: Frame, looks: Looks, text: str) -> None:
    painter.setPen(looks.muted)
    painter.drawText(frame.area, Qt.AlignmentFlag.AlignCenter, text)


def _paint_caption(painter: QPainter, frame: Frame, looks: Looks, said: str) -> None:
    """The legend with its sums, and at the other end what is pointed at."""
    counts = frame.counts
    assert counts is not None
    metrics = frame.widget.fontMetrics()
    pad, side = em(frame.widget, 0.5), em(frame.widget, 0.62)
    height = em(frame.widget, 1.6)
    at = pad * 1.0
    parts = (
        (allowed_text(counts.allowed), QBrush(looks.allowed), looks.allowed),
        (denied_text(counts.denied), looks.denied_brush(), looks.denied),
    )
    for text, brush, edge in parts:
        width = metrics.horizontalAdvance(text)
        swatch = _mirror(frame, QRectF(at, (height - side) / 2, side, side))
        painter.setPen(QPen(edge, 1))
        painter.setBrush(brush)
        painter.drawRect(swatch)
        painter.setPen(looks.text)
        place = _mirror(frame, QRectF(at + side + pad * 0.7, 0, width + 2, height))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        at += side + width + pad * 3.2
    room = _mirror(frame, QRectF(at, 0, max(frame.whole.width() - at - pad, 0), height))
    painter.setPen(looks.text)
    side_of = Qt.AlignmentFlag.AlignLeft if frame.mirrored else Qt.AlignmentFlag.AlignRight
    short = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, side_of | Qt.AlignmentFlag.AlignVCenter, short)


def _mirror(frame: Frame, rect: QRectF) -> QRectF:
    if frame.mirrored:
        rect.moveRight(frame.whole.width() - rect.left())
    return rect


def _paint_values(painter: QPainter, frame: Frame, looks: Looks) -> None:
    painter.setFont(scaled(frame.widget.font(), 0.85))
    height = painter.fontMetrics().height()
    pad = em(frame.widget, 0.4)
    for tick in frame.ticks:
        y = frame.area.bottom() - frame.area.height() * tick / frame.top
        painter.setPen(QPen(looks.line, 1))
        painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y))
        painter.setPen(looks.muted)
        label = QRectF(0, y - height / 2, frame.area.left() - pad, height)
        align = _ALIGN_RIGHT
        if frame.mirrored:
            label = QRectF(frame.area.right() + pad, y - height / 2, 200, height)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, align, short_number(tick))


def _paint_times(painter: QPainter, frame: Frame, looks: Looks) -> None:
    metrics = painter.fontMetrics()
    room = metrics.horizontalAdvance("00 MMM 00") + em(frame.widget, 0.8)
    since, until = frame.bars[0].start, frame.bars[-1].end
    y = frame.area.bottom()
    last_end = frame.whole.left()
    ticks = time_ticks(since, until, max(1, int(frame.area.width() / room)))
    for tick in reversed(ticks) if frame.mirrored else ticks:
        x, text = frame.x_of(tick.when.timestamp()), tick_text(tick)
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2, frame.whole.left() + 2), frame.whole.right() - width - 2)
        if left < last_end:
            continue
        last_end = left + width + em(frame.widget, 0.4)
        painter.setPen(QPen(looks.muted, 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + em(frame.widget, 0.2)))
        place = QRectF(left, y + em(frame.widget, 0.2), width + 2, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _paint_bar(painter: QPainter, frame: Frame, looks: Looks, room: QRectF, bar: Bar) -> None:
    gap = 1.0 if room.width() >= 4 else 0.0
    box = room.adjusted(gap / 2, 0, -gap / 2, 0)
    allowed, denied = (
        max(frame.area.height() * number / frame.top, _LEAST_HEIGHT) if number else 0.0
        for number in (bar.allowed, bar.denied)
    )
    bottom = frame.area.bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    if allowed:
        painter.fillRect(QRectF(box.left(), bottom - allowed, box.width(), allowed), looks.allowed)
    if denied:
        top = QRectF(box.left(), bottom - allowed - denied, box.width(), denied)
        painter.fillRect(top, looks.base)
        painter.fillRect(top, looks.denied_brush())
        painter.setPen(QPen(looks.denied, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if top.height() > 3 and top.width() > 3:
            painter.drawRect(top.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(top, looks.denied)


def _paint_marks(painter: QPainter, frame: Frame, looks: Looks, marks: Marks) -> None:
    chosen = marks.chosen
    if chosen is not None and chosen[1] < len(frame.bars):
        room = frame.bar(chosen[0]).united(frame.bar(chosen[1]))
        painter.fillRect(room, looks.chosen)
        painter.setPen(QPen(looks.accent, 1.5))
        painter.drawLine(room.topLeft(), room.bottomLeft())
        painter.drawLine(room.topRight(), room.bottomRight())
    if marks.marked is not None:
        painter.setPen(QPen(looks.text, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.bar(marks.marked))
