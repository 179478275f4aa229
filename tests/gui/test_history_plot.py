# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot over time: its bars and marks, and what a person can do with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QMouseEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.gui.history.plot import Plot
from snetgui.gui.history.wanted import Span
from snetgui.model import Action, HistoryQuery, Step

from .hand import key
from .history_kit import ShownHistory
from .plot_kit import a_plot, center, place_of

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(shown_past: ShownHistory) -> ShownHistory:
    shown_past.settle()
    return shown_past


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


def hand(plot: Plot, *events: tuple[str, QPoint, Qt.MouseButton]) -> None:
    """Use the window's pointer: Qt finds out who is below it."""
    window = plot.windowHandle()
    for name, at, button in events:
        getattr(QTest, name)(window, button, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()


def test_the_pointer_never_moves_the_picture(qtbot: QtBot) -> None:
    """pyqtgraph pans, zooms and has a menu: none of that can be reached."""
    plot = a_plot(qtbot)
    before = [plot.bar_rect(place) for place in (0, 59)]
    one, other = center(plot, 10), center(plot, 20)
    with qtbot.assertNotEmitted(plot.range_wanted):
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            hand(plot, ("mousePress", one, button))
            move_in_window(plot, other, button)
            hand(plot, ("mouseRelease", other, button))
            assert QApplication.activePopupWidget() is None
        wheel(plot, one)
    assert [plot.bar_rect(place) for place in (0, 59)] == before
    with qtbot.waitSignal(plot.range_wanted) as told:
        hand(plot, ("mousePress", one, LEFT))
        move_in_window(plot, other, LEFT)
        hand(plot, ("mouseRelease", other, LEFT))
    assert told.args == [plot.bars[10].start, plot.bars[20].end]
    assert [plot.bar_rect(place) for place in (0, 59)] == before


def move_in_window(plot: Plot, at: QPoint, button: Qt.MouseButton) -> None:
    """Move the pointer there with this button down."""
    hand_over(plot, QEvent.Type.MouseMove, at, button)


def hand_over(plot: Plot, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    there = QPointF(plot.mapToGlobal(at))
    no_key = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(at), there, Qt.MouseButton.NoButton, button, no_key)
    QApplication.sendEvent(plot.windowHandle(), event)


def wheel(plot: Plot, at: QPoint) -> None:
    there, none = QPointF(plot.mapToGlobal(at)), QPoint()
    no_key, no_phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    no_button = Qt.MouseButton.NoButton
    turned = QPoint(0, 240)
    event = QWheelEvent(QPointF(at), there, none, turned, no_button, no_key, no_phase, False)
    QApplication.sendEvent(plot.windowHandle(), event)


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
