# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plot says of its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QLocale

from snetgui.gui.words import translate

from .plot_bins import Bar, Counts
from .plot_ticks import Tick, Unit
from .texts import DAY_AND_MONTH, qt_time, range_text


def number_text(number: int) -> str:
    """ "12,345"."""
    return QLocale().toString(number)


def short_number(number: int) -> str:
    """ "12k", "3M": for an axis with little room."""
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if number >= size and number % size == 0:
            return f"{QLocale().toString(number // size)}{unit}"
    return number_text(number)


def allowed_text(number: int) -> str:
    return translate("HistoryPlot", "Allowed {n}").format(n=number_text(number))


def denied_text(number: int) -> str:
    return translate("HistoryPlot", "Denied {n}").format(n=number_text(number))


def bar_text(bar: Bar) -> str:
    """ "9:40 – 9:45: allowed 12, denied 3"."""
    text = translate("HistoryPlot", "{time}: allowed {allowed}, denied {denied}")
    return text.format(
        time=range_text(bar.start, bar.end),
        allowed=number_text(bar.allowed),
        denied=number_text(bar.denied),
    )


def summary(counts: Counts, bars: Sequence[Bar]) -> str:
    """All of the plot in two sentences, for who can't see it."""
    text = translate("HistoryPlot", "{time}: allowed {allowed}, denied {denied}.").format(
        time=range_text(counts.since, counts.until),
        allowed=number_text(counts.allowed),
        denied=number_text(counts.denied),
    )
    top = max(bars, key=lambda bar: bar.total, default=None)
    if top is None or not top.total:
        return text
    most = translate("HistoryPlot", "Most at {bar}.").format(bar=bar_text(top))
    return f"{text} {most}"


def tick_text(tick: Tick) -> str:
    """A mark's label, as short as can be."""
    moment, locale = qt_time(tick.when), QLocale()
    if tick.unit is Unit.TIME:
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if tick.unit is Unit.DAY:
        return locale.toString(moment.date(), DAY_AND_MONTH)
    if tick.unit is Unit.MONTH:
        return locale.toString(moment.date(), "MMM")
    return locale.toString(moment.date(), "yyyy")
