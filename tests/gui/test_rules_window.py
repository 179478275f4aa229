# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of rules over a real engine."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QModelIndex, QPoint, Qt
from PyQt6.QtTest import QAbstractItemModelTester

from snetgui.gui.apps import Apps
from snetgui.gui.rules.columns import Column
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft
from snetgui.gui.rules.model import RULE_ROLE, RuleModel
from snetgui.gui.theme import em
from snetgui.model import Action

from .hand import click, key, write
from .kit import rule
from .rules_kit import ShownRules


def test_rules_are_said_in_sentences_newest_first(shown_rules: ShownRules) -> None:
    shown_rules.add(rule(exe="/usr/bin/curl"), rule(exe="/usr/bin/ssh", action=Action.DENY))
    shown_rules.open(2)
    assert shown_rules.column(Column.RULE) == [
        "ssh may not do anything on the network.",
        "curl may do anything on the network.",
    ]
    assert shown_rules.column(Column.ACTION) == ["✕ Deny", "✓ Allow"]
    assert shown_rules.column(Column.LAST_USED) == ["never", "never"]


def test_a_new_rule_appears_and_the_selection_stays(shown_rules: ShownRules) -> None:
    [first] = shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.window._view.selectRow(0)
    shown_rules.add(rule(exe="/usr/bin/ssh"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 2)
    assert [one.id for one in shown_rules.window.selected] == [first.id]


def test_deleting_can_be_taken_back(shown_rules: ShownRules) -> None:
    kept = shown_rules.add(rule(exe="/usr/bin/a"), rule(exe="/usr/bin/b"), rule(exe="/usr/bin/c"))
    shown_rules.open(3)
    assert not shown_rules.button("Delete").isEnabled()
    shown_rules.window._view.selectRow(1)
    click(shown_rules.button("Delete"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 2)
    shown_rules.until(lambda: "Deleted" in shown_rules.bar())
    assert [one.conditions.exe for one in shown_rules.kept()] == [
        kept[2].conditions.exe,
        kept[0].conditions.exe,
    ]
    click(shown_rules.button("Undo"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 3)
    assert shown_rules.kept() == list(reversed(kept))  # with its number, so in its place


def test_the_delete_key_deletes(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.window.activateWindow()
    shown_rules.window._view.setFocus()
    shown_rules.window._view.selectRow(0)
    key(shown_rules.window._view, Qt.Key.Key_Delete)
    shown_rules.until(lambda: shown_rules.kept() == [])


def test_the_box_switches_a_rule_off_and_on(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    view = shown_rules.window._view
    viewport = view.viewport()
    assert viewport is not None
    at = QPoint(view.visualRect(shown_rules.model.index(0, Column.RULE)).left() + 10, 10)
    click(viewport, at)
    shown_rules.until(lambda: not shown_rules.model.index(0, 0).data(RULE_ROLE).enabled)
    assert [one.enabled for one in shown_rules.kept()] == [False]
    click(viewport, at)
    shown_rules.until(lambda: shown_rules.model.index(0, 0).data(RULE_ROLE).enabled)
    assert [one.enabled for one in shown_rules.kept()] == [True]


@pytest.mark.parametrize(
    ("text", "rows"),
    [("", 3), ("curl", 1), ("CURL may", 1), ("may not", 1), ("network ssh", 1), ("nonsense", 0)],
)
def test_search_finds_all_words_anywhere(shown_rules: ShownRules, text: str, rows: int) -> None:
    shown_rules.add(
        rule(exe="/usr/bin/curl"),
        rule(exe="/usr/bin/ssh", action=Action.DENY),
        rule(exe="/usr/bin/vim"),
    )
    shown_rules.open(3)
    shown_rules.window.activateWindow()
    key(shown_rules.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    write(shown_rules.window._filters.search, text)
    shown_rules.until(lambda: shown_rules.model.rowCount() == rows)


def test_sorting_by_each_column_and_back(shown_rules: ShownRules) -> None:
    shown_rules.add(rule(exe="/usr/bin/b"), rule(exe="/usr/bin/a"), rule(exe="/usr/bin/c"))
    shown_rules.open(3)
    newest_first = shown_rules.column(Column.RULE)
    for column in Column:
        shown_rules.model.sort(column, Qt.SortOrder.AscendingOrder)
        shown_rules.settle()
        assert sorted(shown_rules.column(Column.RULE)) == sorted(newest_first)
    shown_rules.model.sort(Column.RULE, Qt.SortOrder.AscendingOrder)
    shown_rules.until(lambda: shown_rules.column(Column.RULE) == sorted(newest_first))
    shown_rules.model.sort(-1)
    shown_rules.until(lambda: shown_rules.column(Column.RULE) == newest_first)


def test_a_narrow_window_leaves_the_sentence_its_room(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    view, window = shown_rules.window._view, shown_rules.window
    bar, header = view.horizontalScrollBar(), view.horizontalHeader()
    assert bar is not None and header is not None
    for width, narrow in ((window.minimumSizeHint().width(), True), (1200, False), (700, True)):
        window.resize(width, 400)
        shown_rules.until(lambda narrow=narrow: (bar.maximum() > 0) is narrow)  # type: ignore[misc]
        assert (view.columnWidth(Column.RULE) == em(view, 18)) is narrow
        assert view.columnWidth(Column.RULE) >= em(view, 18)
    header.resizeSection(Column.RULE, em(view, 30))  # a person wants to see more
    window.resize(720, 400)
    shown_rules.until(lambda: window.width() == 720)
    assert view.columnWidth(Column.RULE) == em(view, 30)


def test_what_can_not_be_done_is_said(shown_rules: ShownRules) -> None:
    [kept] = shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.held.get(shown_rules.held.backend.delete_rules([kept.id]))
    shown_rules.window._open(dialog := RuleDialog(Draft(kept.birth, kept), new=False), kept)
    dialog.save()
    shown_rules.until(lambda: "no rule" in dialog.problem)
    assert dialog.isVisible()
    dialog.reject()
    assert shown_rules.kept() == []


def test_the_model_keeps_qts_contract(shown_rules: ShownRules) -> None:
    shown_rules.add(*(rule(number) for number in range(1, 5)))
    model = RuleModel(shown_rules.held.bridge, Apps())
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    model.reload()
    shown_rules.until(lambda: model.rowCount() == 4)
    shown_rules.held.get(
        shown_rules.held.backend.delete_rules([one.id for one in shown_rules.kept()])
    )
    model.reload()
    shown_rules.until(lambda: model.rowCount() == 0)
    assert tester.model() is model
    assert model.data(QModelIndex()) is None


def test_untrusted_names_stay_plain(shown_rules: ShownRules) -> None:
    shown_rules.add(rule(exe="/tmp/<b>x</b>\u202e\n"))
    shown_rules.open(1)
    [text] = shown_rules.column(Column.RULE)
    assert "\u202e" not in text and "\n" not in text
    tip = shown_rules.model.index(0, Column.RULE).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_ten_thousand_rules_are_read_as_they_are_looked_at(shown_rules: ShownRules) -> None:
    many = [rule(number, exe=f"/usr/bin/p{number}") for number in range(1, 10_001)]
    shown_rules.held.get(shown_rules.held.backend.add_rules(many))
    shown_rules.open(10_000)
    assert shown_rules.window._model.rule(9_999) is None
    shown_rules.window.activateWindow()
    shown_rules.window._view.setFocus()
    key(shown_rules.window._view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    shown_rules.until(
        lambda: shown_rules.model.index(9_999, 0).data() == "p1 may do anything on the network."
    )
    assert shown_rules.window._model.rule(5_000) is None
    write(shown_rules.window._filters.search, "p9999")
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
