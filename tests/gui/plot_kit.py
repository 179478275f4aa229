# SPDX-License-Identifier: GPL-2.0-or-later
"""A plot of one hour, by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PyQt6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from snetgui.gui.history.plot import Plot
from snetgui.gui.history.plot_bins import Counts, counts_of
from snetgui.model import Slot, Step

NOW = datetime(2030, 5, 17, 9, 41, 20, tzinfo=UTC)
SINCE = NOW - timedelta(hours=1)


def slots(*numbers: tuple[int, int, int]) -> tuple[Slot, ...]:
    """(minute, allowed, denied) each, of the last hour."""
    start = SINCE.replace(second=0)
    return tuple(
        Slot(start + place * timedelta(minutes=1), allowed, denied)
        for place, allowed, denied in numbers
    )


def counts(*numbers: tuple[int, int, int]) -> Counts:
    """The same, as the plot is given them."""
    return counts_of(slots(*numbers), Step.MINUTE, SINCE, None, NOW)


def a_plot(qtbot: QtBot, *, rtl: bool = False) -> Plot:
    plot = Plot()
    qtbot.addWidget(plot)
    if rtl:
        plot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    plot.resize(700, 150)
    plot.show_counts(counts((0, 5, 1), (30, 12, 3), (59, 0, 9)))
    plot.show()
    return plot


def center(plot: Plot, place: int) -> QPoint:
    return plot.bar_rect(place).center().toPoint()


def place_of(plot: Plot, denied: int) -> int:
    return next(place for place, bar in enumerate(plot.bars) if bar.denied == denied)
