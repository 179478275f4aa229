# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of rules over a real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PyQt6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PyQt6.QtTest import QAbstractItemModelTester
from PyQt6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import RulesChanged
from snetgui.gui.apps import Apps
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.rules.columns import Column
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft
from snetgui.gui.rules.model import RULE_ROLE, RuleModel
from snetgui.gui.rules.window import RulesWindow
from snetgui.model import Action, Rule

from .hand import click, key, write
from .kit import WAIT_S, Held, rule

WAIT_MS = round(WAIT_S * 1000)


class Shown:
    """A rules window that is told what changes."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.window = RulesWindow(held.bridge)
        qtbot.addWidget(self.window)
        held.bridge.noticed.connect(self._take)
        held.bridge.watch()

    def _take(self, notices: list[object]) -> None:
        if any(isinstance(notice, RulesChanged) for notice in notices):
            self.window.rules_changed()

    def add(self, *rules: Rule) -> list[Rule]:
        return [self.held.get(self.held.backend.add_rule(one)) for one in rules]

    def kept(self) -> list[Rule]:
        return list(self.held.get(self.held.backend.rules()).rows)

    @property
    def model(self) -> QAbstractItemModel:
        model = self.window._view.model()
        assert model is not None
        return model

    def column(self, column: Column) -> list[str]:
        rows = range(self.model.rowCount())
        return [str(self.model.index(row, column).data()) for row in rows]

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def settle(self) -> None:
        """Wait until what was asked is shown."""
        rows = self.window._model._rows
        self.until(lambda: not rows._busy and not rows._asked)

    def open(self, rows: int) -> None:
        self.window.show()
        self.until(lambda: self.model.rowCount() == rows)

    def button(self, text: str) -> QAbstractButton:
        buttons = self.window.findChildren(QAbstractButton)
        return next(button for button in buttons if button.text().replace("&", "") == text)

    def bar(self) -> str:
        bar = self.window.findChild(NoticeBar)
        assert bar is not None
        return bar.text


@pytest.fixture
def shown(qtbot: QtBot, held: Held) -> Iterator[Shown]:
    it = Shown(qtbot, held)
    yield it
    held.bridge.stop()
    it.window.hide()


def test_rules_are_said_in_sentences_newest_first(shown: Shown) -> None:
    shown.add(rule(exe="/usr/bin/curl"), rule(exe="/usr/bin/ssh", action=Action.DENY))
    shown.open(2)
    assert shown.column(Column.RULE) == [
        "ssh may not do anything on the network.",
        "curl may do anything on the network.",
    ]
    assert shown.column(Column.ACTION) == ["✕ Deny", "✓ Allow"]
    assert shown.column(Column.LAST_USED) == ["never", "never"]


def test_a_new_rule_appears_and_the_selection_stays(shown: Shown) -> None:
    [first] = shown.add(rule())
    shown.open(1)
    shown.window._view.selectRow(0)
    shown.add(rule(exe="/usr/bin/ssh"))
    shown.until(lambda: shown.model.rowCount() == 2)
    assert [one.id for one in shown.window.selected] == [first.id]


def test_deleting_can_be_taken_back(shown: Shown) -> None:
    kept = shown.add(rule(exe="/usr/bin/a"), rule(exe="/usr/bin/b"), rule(exe="/usr/bin/c"))
    shown.open(3)
    assert not shown.button("Delete").isEnabled()
    shown.window._view.selectRow(1)
    click(shown.button("Delete"))
    shown.until(lambda: shown.model.rowCount() == 2)
    shown.until(lambda: "Deleted" in shown.bar())
    assert [one.conditions.exe for one in shown.kept()] == [
        kept[2].conditions.exe,
        kept[0].conditions.exe,
    ]
    click(shown.button("Undo"))
    shown.until(lambda: shown.model.rowCount() == 3)
    assert shown.kept() == list(reversed(kept))  # with its number, so in its place


def test_the_delete_key_deletes(shown: Shown) -> None:
    shown.add(rule())
    shown.open(1)
    shown.window.activateWindow()
    shown.window._view.setFocus()
    shown.window._view.selectRow(0)
    key(shown.window._view, Qt.Key.Key_Delete)
    shown.until(lambda: shown.kept() == [])


def test_the_box_switches_a_rule_off_and_on(shown: Shown) -> None:
    shown.add(rule())
    shown.open(1)
    view = shown.window._view
    viewport = view.viewport()
    assert viewport is not None
    at = QPoint(view.visualRect(shown.model.index(0, Column.RULE)).left() + 10, 10)
    click(viewport, at)
    shown.until(lambda: not shown.model.index(0, 0).data(RULE_ROLE).enabled)
    assert [one.enabled for one in shown.kept()] == [False]
    click(viewport, at)
    shown.until(lambda: shown.model.index(0, 0).data(RULE_ROLE).enabled)
    assert [one.enabled for one in shown.kept()] == [True]


@pytest.mark.parametrize(
    ("text", "rows"),
    [("", 3), ("curl", 1), ("CURL may", 1), ("may not", 1), ("network ssh", 1), ("nonsense", 0)],
)
def test_search_finds_all_words_anywhere(shown: Shown, text: str, rows: int) -> None:
    shown.add(
        rule(exe="/usr/bin/curl"),
        rule(exe="/usr/bin/ssh", action=Action.DENY),
        rule(exe="/usr/bin/vim"),
    )
    shown.open(3)
    shown.window.activateWindow()
    key(shown.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    write(shown.window._filters.search, text)
    shown.until(lambda: shown.model.rowCount() == rows)


def test_sorting_by_each_column_and_back(shown: Shown) -> None:
    shown.add(rule(exe="/usr/bin/b"), rule(exe="/usr/bin/a"), rule(exe="/usr/bin/c"))
    shown.open(3)
    newest_first = shown.column(Column.RULE)
    for column in Column:
        shown.model.sort(column, Qt.SortOrder.AscendingOrder)
        shown.settle()
        assert sorted(shown.column(Column.RULE)) == sorted(newest_first)
    shown.model.sort(Column.RULE, Qt.SortOrder.AscendingOrder)
    shown.until(lambda: shown.column(Column.RULE) == sorted(newest_first))
    shown.model.sort(-1)
    shown.until(lambda: shown.column(Column.RULE) == newest_first)


def test_what_can_not_be_done_is_said(shown: Shown) -> None:
    [kept] = shown.add(rule())
    shown.open(1)
    shown.held.get(shown.held.backend.delete_rules([kept.id]))
    shown.window._open(dialog := RuleDialog(Draft(kept.birth, kept), new=False), kept)
    dialog.save()
    shown.until(lambda: "no rule" in dialog.problem)
    assert dialog.isVisible()
    dialog.reject()
    assert shown.kept() == []


def test_the_model_keeps_qts_contract(shown: Shown) -> None:
    shown.add(*(rule(number) for number in range(1, 5)))
    model = RuleModel(shown.held.bridge, Apps())
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    model.reload()
    shown.until(lambda: model.rowCount() == 4)
    shown.held.get(shown.held.backend.delete_rules([one.id for one in shown.kept()]))
    model.reload()
    shown.until(lambda: model.rowCount() == 0)
    assert tester.model() is model
    assert model.data(QModelIndex()) is None


def test_untrusted_names_stay_plain(shown: Shown) -> None:
    shown.add(rule(exe="/tmp/<b>x</b>\u202e\n"))
    shown.open(1)
    [text] = shown.column(Column.RULE)
    assert "\u202e" not in text and "\n" not in text
    tip = shown.model.index(0, Column.RULE).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_ten_thousand_rules_are_read_as_they_are_looked_at(shown: Shown) -> None:
    many = [rule(number, exe=f"/usr/bin/p{number}") for number in range(1, 10_001)]
    shown.held.get(shown.held.backend.add_rules(many))
    shown.open(10_000)
    assert shown.window._model.rule(9_999) is None
    shown.window.activateWindow()
    shown.window._view.setFocus()
    key(shown.window._view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    shown.until(lambda: shown.model.index(9_999, 0).data() == "p1 may do anything on the network.")
    assert shown.window._model.rule(5_000) is None
    write(shown.window._filters.search, "p9999")
    shown.until(lambda: shown.model.rowCount() == 1)
