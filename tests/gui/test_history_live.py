# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions appear as they are made, and never move what a person looks at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import Decided
from snetgui.gui.bridge import MOST_DECISIONS, _Inbox
from snetgui.gui.history.columns import Column
from snetgui.gui.history.rows import MOST_FRESH, PAGE
from snetgui.model import HistoryQuery

from .hand import click, write
from .history_kit import ShownHistory, remembering
from .kit import Held


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Held]:
    with remembering(tmp_path) as held:
        yield held


@pytest.fixture
def shown(qtbot: QtBot, engine: Held) -> Iterator[ShownHistory]:
    it = ShownHistory(qtbot, engine)
    it.allow_curl()
    yield it
    it.close()


def recorded(shown: ShownHistory) -> int:
    count: int = shown.held.get(shown.held.backend.count(HistoryQuery()))
    return count


def test_what_is_decided_appears_on_top(shown: ShownHistory) -> None:
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown.model
    )
    shown.open(0)
    assert "Nothing was decided yet" in shown.empty_text()
    shown.decide(80)
    shown.until(lambda: shown.ports() == [80])
    shown.decide(443, 22)
    shown.until(lambda: shown.ports() == [22, 443, 80])
    assert shown.column(Column.PORT) == ["22 · ssh", "443 · https", "80 · http"]
    assert shown.column(Column.DECISION) == ["✓ Allowed"] * 3
    assert "Live" in shown.live()


def test_past_and_live_are_one_table_and_none_is_there_twice(shown: ShownHistory) -> None:
    shown.decide(*range(1, 11))
    shown.until(lambda: recorded(shown) == 10)
    shown.open(10)
    shown.decide(*range(11, 21))
    shown.until(lambda: shown.ports() == list(range(20, 0, -1)))
    shown.until(lambda: recorded(shown) == 20)
    shown.window._feed._settled()
    shown.until(lambda: shown.ids() == list(range(20, 0, -1)))
    assert shown.ports() == list(range(20, 0, -1))


def test_what_was_decided_just_before_is_not_missed(shown: ShownHistory) -> None:
    """It was not written yet when the table was read, nor told of, since nobody listened."""
    shown.decide(80)
    shown.window.show()
    shown.until(lambda: shown.ports() == [80])


@pytest.mark.parametrize("how", ["scrolled", "selected", "paused"])
def test_nothing_moves_under_a_person(shown: ShownHistory, how: str) -> None:
    shown.decide(*range(1, 101))
    shown.until(lambda: recorded(shown) == 100)
    shown.open(100)
    if how == "scrolled":
        shown.in_table()
        shown.press(Qt.Key.Key_PageDown)
        shown.view.clearSelection()
    elif how == "selected":
        shown.in_table(2)
    else:
        click(shown.button("Pause"))
    before = (shown.ports(), shown.view.indexAt(shown.view.rect().center()).row())
    shown.decide(201, 202, 203)
    shown.until(shown.window._live.new.isVisible)
    shown.until(lambda: shown.window._live.new.text() == "↑ 3 new")
    assert (shown.ports(), shown.view.indexAt(shown.view.rect().center()).row()) == before
    assert "Live" not in shown.live()
    click(shown.window._live.new)
    shown.until(lambda: shown.ports()[:4] == [203, 202, 201, 100])
    assert shown.view.at_top and not shown.view.selected_rows()
    assert not shown.window._live.new.isVisible() and "Live" in shown.live()


def test_the_line_above_the_table_keeps_its_height(shown: ShownHistory) -> None:
    shown.decide(1)
    shown.until(lambda: recorded(shown) == 1)
    shown.open(1)
    top = shown.view.mapTo(shown.window, shown.view.rect().topLeft())
    shown.in_table(0)
    shown.decide(2)
    shown.until(shown.window._live.new.isVisible)
    assert shown.view.mapTo(shown.window, shown.view.rect().topLeft()) == top


def test_escape_lets_the_selection_go_and_the_new_ones_in(shown: ShownHistory) -> None:
    shown.decide(1)
    shown.until(lambda: recorded(shown) == 1)
    shown.open(1)
    shown.in_table(0)
    shown.decide(2)
    shown.until(lambda: shown.window._feed.waiting == 1)
    shown.press(Qt.Key.Key_Escape)
    shown.until(lambda: shown.ports() == [2, 1])


def test_pause_holds_until_resumed(shown: ShownHistory) -> None:
    shown.open(0)
    shown.in_table()
    shown.press(Qt.Key.Key_L, ctrl=True)
    shown.decide(1, 2)
    shown.until(lambda: shown.window._feed.waiting == 2)
    assert shown.live() == "‖ Paused" and shown.ports() == []
    assert not shown.window._overview.busy, "plot and totals stand still too"
    click(shown.button("Resume"))
    shown.until(lambda: shown.ports() == [2, 1])


def test_only_what_matches_appears(shown: ShownHistory) -> None:
    shown.open(0)
    write(shown.window._filters.search, "443")
    shown.settle()
    shown.decide(80, 443, 22)
    shown.until(lambda: shown.ports() == [443])
    shown.decide(443)
    shown.until(lambda: shown.ports() == [443, 443])


def test_decisions_are_told_only_while_it_is_open(shown: ShownHistory) -> None:
    assert shown.hears_decisions() == 0
    shown.open(0)
    shown.until(lambda: shown.hears_decisions() == 1)
    shown.decide(1)
    shown.until(lambda: shown.ports() == [1])
    shown.window.close()
    shown.until(lambda: shown.hears_decisions() == 0)
    assert shown.model.rowCount() == 0, "what nobody looks at is not kept"
    shown.decide(2)
    shown.until(lambda: recorded(shown) == 2)
    shown.open(2)
    shown.until(lambda: shown.hears_decisions() == 1)


def test_a_burst_comes_in_few_batches_and_is_all_there(shown: ShownHistory) -> None:
    shown.open(0)
    batches: list[int] = []
    shown.window._rows.inserting.connect(lambda first, last: batches.append(last - first + 1))
    many = 3 * MOST_FRESH
    for start in range(0, many, 500):
        shown.decide(*range(start + 1, start + 501))
    shown.until(lambda: recorded(shown) == many)
    shown.until(lambda: shown.ports(PAGE) == list(range(many, many - PAGE, -1)))
    shown.window._feed._settled()
    shown.until(lambda: shown.ids()[:PAGE] == list(range(many, many - PAGE, -1)))
    assert len(batches) < many / 100, "in batches, not one by one"
    assert shown.model.rowCount() <= 2 * MOST_FRESH, "and no more than a person could see"


def test_what_the_engine_left_out_is_read(shown: ShownHistory) -> None:
    shown.open(0)
    shown.decide(*range(1, 31))
    shown.until(lambda: recorded(shown) == 30)
    shown.until(lambda: len(shown.ports()) == 30)
    shown.window._feed._settle.stop()
    shown.bridge.decided.disconnect(shown.window._feed._take)
    shown.decide(*range(31, 41))
    shown.until(lambda: recorded(shown) == 40)
    shown.window._feed._take([], 10)
    shown.until(lambda: shown.ports() == list(range(40, 0, -1)))


def test_what_is_read_again_comes_when_it_moves_nobody(shown: ShownHistory) -> None:
    shown.decide(1, 2)
    shown.until(lambda: recorded(shown) == 2)
    shown.open(2)
    shown.window._feed._settle.stop()
    shown.window._rows.refresh()
    shown.in_table(1)  # before the answer
    shown.settle()
    assert shown.view.selected_rows() == [1] and shown.window._rows.stale
    shown.press(Qt.Key.Key_Escape)
    shown.until(lambda: not shown.window._rows.stale)


def test_too_much_while_it_was_held_is_read_instead(shown: ShownHistory) -> None:
    shown.decide(1)
    shown.until(lambda: recorded(shown) == 1)
    shown.open(1)
    shown.in_table(0)
    shown.decide(*range(2, 1502))
    shown.until(lambda: shown.window._feed.waiting == 1500)
    shown.until(lambda: recorded(shown) == 1501)
    assert shown.ports() == [1]
    shown.in_table()
    shown.press(Qt.Key.Key_Home, ctrl=True)
    shown.until(lambda: shown.ports(3) == [1501, 1500, 1499])


def test_without_a_history_what_is_decided_is_shown_all_the_same(qtbot: QtBot, held: Held) -> None:
    shown = ShownHistory(qtbot, held)
    shown.allow_curl()
    shown.open(0)
    shown.decide(1, 2)
    shown.until(lambda: shown.ports() == [2, 1])
    shown.window._feed._settled()
    shown.settle()
    assert shown.ports() == [2, 1]
    shown.close()


def test_the_bridge_bounds_what_waits_for_the_windows(shown: ShownHistory) -> None:
    shown.open(0)
    shown.decide(1)
    shown.until(lambda: shown.ports() == [1])
    one = shown.model.decision(0)
    inbox = _Inbox()
    assert inbox.put(Decided((one,) * MOST_DECISIONS))
    assert not inbox.put(Decided((one,) * 5, left_out=2))
    decisions, left_out = inbox.take()
    assert (len(decisions), left_out) == (MOST_DECISIONS, 7)
    assert inbox.take() == ([], 0)


def test_the_engines_end_is_said(shown: ShownHistory) -> None:
    shown.open(0)
    shown.window.engine_lost()
    assert "ended" in shown.live()
