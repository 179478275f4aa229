# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot over time: its bars and marks, and what a person can do with it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.gui.history.plot import Plot
from snetgui.gui.history.plot_bins import Counts, bars_of, counts_of, step_for
from snetgui.gui.history.plot_ticks import Unit, time_ticks, value_ticks
from snetgui.gui.history.wanted import Span
from snetgui.model import Action, HistoryQuery, Slot, Step

from .hand import key
from .history_kit import ShownHistory

NOW = datetime(2030, 5, 17, 9, 41, 20, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(shown_past: ShownHistory) -> ShownHistory:
    shown_past.settle()
    return shown_past


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield ZoneInfo("Europe/Berlin")
    monkeypatch.undo()
    time.tzset()


def slots(step: Step, *numbers: tuple[int, int, int], since: datetime = NOW) -> tuple[Slot, ...]:
    """(place, allowed, denied) each."""
    start = datetime.fromtimestamp(since.timestamp() // step.value * step.value, UTC)
    return tuple(
        Slot(start + place * timedelta(seconds=step.value), allowed, denied)
        for place, allowed, denied in numbers
    )


@pytest.mark.parametrize(
    ("long", "ago", "step"),
    [
        (timedelta(hours=1), timedelta(hours=1), Step.MINUTE),
        (timedelta(hours=6), timedelta(hours=6), Step.MINUTE),
        (timedelta(hours=1), timedelta(days=3), Step.HOUR),  # minutes are kept for a day
        (timedelta(hours=7), timedelta(hours=7), Step.HOUR),
        (timedelta(days=14), timedelta(days=14), Step.HOUR),
        (timedelta(days=15), timedelta(days=15), Step.DAY),
        (timedelta(days=4000), timedelta(days=4000), Step.DAY),
    ],
)
def test_the_step_is_as_fine_as_the_time_is_short(
    long: timedelta, ago: timedelta, step: Step
) -> None:
    assert step_for(NOW - ago, NOW - ago + long, NOW) is step


@pytest.mark.parametrize("most", [1, 3, 10, 60, 500])
@pytest.mark.parametrize("step", list(Step))
def test_bars_have_all_that_was_counted(step: Step, most: int) -> None:
    since = NOW - 200 * timedelta(seconds=step.value)
    given = slots(step, (0, 5, 1), (3, 1, 0), (77, 0, 9), (199, 2, 2), (200, 1, 0), since=since)
    counts = counts_of(given, step, since, None, NOW)
    bars = bars_of(counts, most)
    assert len(bars) <= most + 1
    assert sum(bar.allowed for bar in bars) == counts.allowed == 9
    assert sum(bar.denied for bar in bars) == counts.denied == 12
    assert bars[0].start <= since and bars[-1].end >= NOW
    assert {bar.end - bar.start for bar in bars} == {bars[0].end - bars[0].start}
    assert all(one.end == other.start for one, other in pairwise(bars))


def test_bars_of_many_hours_begin_at_local_ones(berlin: ZoneInfo) -> None:
    since = NOW - timedelta(days=12)
    counts = counts_of(slots(Step.HOUR, (0, 1, 0), since=since), Step.HOUR, since, None, NOW)
    starts = {bar.start.astimezone(berlin).hour for bar in bars_of(counts, 30)}
    assert starts == {0, 12}


def test_a_decision_of_the_future_is_shown() -> None:
    """The clock was set back."""
    ahead = slots(Step.MINUTE, (30, 1, 0))
    counts = counts_of(ahead, Step.MINUTE, NOW - timedelta(hours=1), None, NOW)
    assert sum(bar.total for bar in bars_of(counts, 500)) == 1


@pytest.mark.parametrize(
    ("top", "marks"),
    [
        (0, [0]),
        (1, [0, 1]),
        (2, [0, 1, 2]),
        (7, [0, 5, 10]),
        (40, [0, 20, 40]),
        (1_234_567, [0, 500_000, 1_000_000, 1_500_000]),
    ],
)
def test_numbers_at_the_axis_are_round(top: int, marks: list[int]) -> None:
    assert value_ticks(top, 3) == marks


@pytest.mark.parametrize(
    ("long", "unit", "first"),
    [
        (timedelta(minutes=6), Unit.TIME, "11:36"),
        (timedelta(hours=6), Unit.TIME, "06:00"),
        (timedelta(days=6), Unit.DAY, "12 May 00:00"),
        (timedelta(days=60), Unit.DAY, "25 Mar 00:00"),
        (timedelta(days=365), Unit.MONTH, "01 Jul 00:00"),
        (timedelta(days=3650), Unit.YEAR, "01 Jan 00:00"),
    ],
)
def test_times_at_the_axis_are_those_of_people(
    berlin: ZoneInfo, long: timedelta, unit: Unit, first: str
) -> None:
    for most in (1, 2, 6, 12):
        ticks = time_ticks(NOW - long, NOW, most)
        assert len(ticks) <= most + 1
        assert all(NOW - long <= tick.when <= NOW for tick in ticks)
    ticks = time_ticks(NOW - long, NOW, 6)
    form = "%H:%M" if unit is Unit.TIME else "%d %b %H:%M"
    assert unit in {tick.unit for tick in ticks}
    assert ticks[0].when.astimezone(berlin).strftime(form) == first


def test_the_night_in_which_clocks_are_set_back_has_each_hour_once(berlin: ZoneInfo) -> None:
    since = datetime(2030, 10, 26, 22, tzinfo=UTC)
    ticks = [tick.when for tick in time_ticks(since, since + timedelta(hours=8), 12)]
    assert ticks == sorted(set(ticks)) and len(ticks) >= 8


def a_plot(qtbot: QtBot, *, rtl: bool = False) -> Plot:
    plot = Plot()
    qtbot.addWidget(plot)
    if rtl:
        plot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    plot.resize(700, 150)
    since = NOW - timedelta(hours=1)
    given = slots(Step.MINUTE, (0, 5, 1), (30, 12, 3), (59, 0, 9), since=since)
    plot.show_counts(counts_of(given, Step.MINUTE, since, None, NOW))
    plot.show()
    return plot


def center(plot: Plot, place: int) -> QPoint:
    return plot.bar_rect(place).center().toPoint()


def place_of(plot: Plot, denied: int) -> int:
    return next(place for place, bar in enumerate(plot.bars) if bar.denied == denied)


def move(plot: Plot, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the pointer there: Qt's own test pointer is the screen's, which others use too."""
    local = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        local,
        QPointF(plot.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot, event)


@pytest.mark.parametrize("rtl", [False, True])
def test_hovering_tells_the_numbers(qtbot: QtBot, *, rtl: bool) -> None:
    plot = a_plot(qtbot, rtl=rtl)
    move(plot, center(plot, place_of(plot, 3)))
    assert plot.told.endswith("allowed 12, denied 3")
    move(plot, center(plot, place_of(plot, 9)))
    assert plot.told.endswith("allowed 0, denied 9")
    plot.leaveEvent(None)
    assert plot.told == ""


def drag(plot: Plot, start: QPoint, end: QPoint) -> None:
    test = cast(Any, QTest)
    test.mousePress(plot, LEFT, pos=start)
    move(plot, (start + end) / 2, LEFT)
    move(plot, end, LEFT)
    test.mouseRelease(plot, LEFT, pos=end)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_drag_chooses_a_time(qtbot: QtBot, *, rtl: bool, back: bool) -> None:
    plot = a_plot(qtbot, rtl=rtl)
    ends = [center(plot, 10), center(plot, 20)]
    with qtbot.waitSignal(plot.range_wanted) as told:
        drag(plot, *(reversed(ends) if back else ends))
    assert told.args == [plot.bars[10].start, plot.bars[20].end]


def test_a_click_chooses_nothing_and_a_double_click_its_bar(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    at = center(plot, place_of(plot, 3))
    with qtbot.assertNotEmitted(plot.range_wanted):
        cast(Any, QTest).mouseClick(plot, LEFT, pos=at)
    assert plot.told.endswith("allowed 12, denied 3")
    with qtbot.waitSignal(plot.range_wanted) as told:
        cast(Any, QTest).mouseDClick(plot, LEFT, pos=at)
    bar = plot.bars[place_of(plot, 3)]
    assert told.args == [bar.start, bar.end]


def test_the_keyboard_does_all_of_it(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    last = len(plot.bars) - 1
    assert (
        "denied 13." in plot.accessibleDescription() and "Most at" in plot.accessibleDescription()
    )
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    key(plot, Qt.Key.Key_End)
    assert plot.accessibleDescription() == plot.told, "each bar is told to who can't see it"
    key(plot, Qt.Key.Key_Home)
    assert plot.told.endswith("allowed 5, denied 1")
    for _ in range(3):
        key(plot, Qt.Key.Key_Right)
    key(plot, Qt.Key.Key_Right, SHIFT)
    key(plot, Qt.Key.Key_End, SHIFT)
    assert plot.chosen == (3, last) and plot.choosing
    plot.choose_nothing()
    assert plot.chosen is None
    key(plot, Qt.Key.Key_Home)
    key(plot, Qt.Key.Key_PageDown, SHIFT)
    with qtbot.waitSignal(plot.range_wanted) as told:
        key(plot, Qt.Key.Key_Return)
    assert told.args == [plot.bars[0].start, plot.bars[len(plot.bars) // 10].end]
    with qtbot.waitSignal(plot.widen_wanted):
        key(plot, Qt.Key.Key_Backspace)


def colours(plot: Plot, place: int) -> set[int]:
    image = plot.grab().toImage()
    room = plot.bar_rect(place).toRect()
    return {
        image.pixel(x, y)
        for x in range(room.left() + 1, room.right())
        for y in range(room.top(), room.bottom())
    }


def test_one_denial_among_a_million_is_seen(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    since = NOW - timedelta(hours=1)
    for given in (
        slots(Step.MINUTE, (10, 1_000_000, 0), (30, 1_000_000, 1), since=since),
        slots(Step.MINUTE, (10, 1_000_000, 0), (50, 0, 1), since=since),
    ):
        plot.show_counts(counts_of(given, Step.MINUTE, since, None, NOW))
        with_denial = next(at for at, bar in enumerate(plot.bars) if bar.denied)
        without = next(at for at, bar in enumerate(plot.bars) if bar.allowed and not bar.denied)
        assert colours(plot, with_denial) - colours(plot, without)


@pytest.mark.parametrize("width", [1, 60, 250, 3000])
def test_any_size_can_be_painted(qtbot: QtBot, width: int) -> None:
    plot = a_plot(qtbot)
    plot.setMinimumSize(1, 1)
    plot.resize(width, max(1, width // 10))
    assert not plot.grab().isNull()
    plot.show_counts(Counts((), Step.DAY, NOW, NOW + timedelta(days=1)))
    assert not plot.grab().isNull()


def sums(shown: ShownHistory, query: HistoryQuery) -> tuple[int, int]:
    found = shown.held.get(shown.held.backend.timeline(query, Step.DAY))
    return sum(slot.allowed for slot in found), sum(slot.denied for slot in found)


def shows(shown: ShownHistory) -> tuple[int, int]:
    counts = shown.window._plot.counts
    return (0, 0) if counts is None else (counts.allowed, counts.denied)


def test_it_reacts_to_the_filters_and_keeps_its_time(shown: ShownHistory) -> None:
    plot = shown.window._plot
    assert shows(shown) == sums(shown, HistoryQuery())
    before = plot.counts
    assert before is not None and before.step is Step.HOUR, "three days"
    shown.window._filters.want(shown.window._filters.wanted.at(Span.ANY))
    for search in ("thunderbird", "no such thing"):
        shown.window._filters.search.setText(search)
        shown.settle()
        assert shows(shown) == sums(shown, HistoryQuery(search=search))
        assert plot.counts is not None and plot.counts.since == before.since
    shown.window._filters.clear()
    shown.window._filters.want(shown.window._filters.wanted.at(Span.HOUR))
    shown.settle()
    assert plot.counts is not None and plot.counts.step is Step.MINUTE


def test_a_drag_narrows_the_time_and_backspace_widens_it(shown: ShownHistory) -> None:
    plot = shown.window._plot
    shown.in_table()
    drag(plot, center(plot, 5), center(plot, 9))
    wanted = shown.window._filters.wanted
    assert wanted.span is Span.RANGE and wanted.since is not None and wanted.until is not None
    assert wanted.until - wanted.since == timedelta(hours=5)
    assert len(shown.chips()) == 1
    shown.settle()
    page = shown.held.get(
        shown.held.backend.decisions(
            HistoryQuery(since=wanted.since, until=wanted.until), limit=200
        )
    )
    shown.until(lambda: shown.ids() == [one.id for one in page.rows])
    assert plot.counts is not None and plot.counts.since >= wanted.since - timedelta(hours=1)
    plot.setFocus()
    drag(plot, center(plot, 1), center(plot, 2))
    key(plot, Qt.Key.Key_Backspace)
    assert shown.window._filters.wanted == wanted
    key(plot, Qt.Key.Key_Backspace)
    assert shown.window._filters.wanted.span is Span.ANY and shown.chips() == []
    key(plot, Qt.Key.Key_Backspace)
    assert shown.window._filters.wanted.span is Span.ANY


def test_escape_ends_a_choice_before_all_else(shown: ShownHistory) -> None:
    plot = shown.window._plot
    shown.in_table()
    shown.window._filters.search.setText("firefox")
    shown.settle()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    key(plot, Qt.Key.Key_Left, SHIFT)
    key(plot, Qt.Key.Key_Left, SHIFT)
    assert plot.choosing
    key(plot, Qt.Key.Key_Escape)
    assert not plot.choosing and shown.window._filters.search.text() == "firefox"
    key(plot, Qt.Key.Key_Escape)
    assert shown.window._filters.search.text() == ""


def test_plot_and_totals_can_be_put_away(shown: ShownHistory) -> None:
    shown.in_table()
    shown.press(Qt.Key.Key_T, ctrl=True)
    assert not shown.window._plot.isVisible() and not shown.window._totals.isVisible()
    assert shown.button("Overview")
    shown.press(Qt.Key.Key_T, ctrl=True)
    assert shown.window._plot.isVisible() and shown.button("Hide overview")


def test_only_denials(shown: ShownHistory) -> None:
    shown.window._filters.decision.setCurrentIndex(2)
    shown.window._filters.decision.activated.emit(2)
    shown.settle()
    assert shows(shown) == sums(shown, HistoryQuery(action=Action.DENY))
    assert shows(shown)[0] == 0 and shows(shown)[1] > 0
