# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing which rules to see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QAbstractItemView, QComboBox

from snetgui.engine.clock import read_clock
from snetgui.gui.rules.columns import Column
from snetgui.gui.rules.draft import birth
from snetgui.model import UNTIL_RESTART, Action, Lifetime, LifetimeKind, Origin, Rule

from .hand import click, key, write
from .kit import rule
from .rules_kit import ShownRules

NOW = birth(read_clock())


def mixed() -> list[Rule]:
    """One rule of each sort; its program's name says which."""
    plain = replace(rule(exe="/plain"), birth=NOW)
    span = Lifetime(LifetimeKind.SPAN, seconds=3600)
    return [
        plain,
        replace(rule(exe="/denied", action=Action.DENY), birth=NOW),
        replace(rule(exe="/learned"), origin=Origin.LEARNED, birth=NOW),
        replace(rule(exe="/off"), enabled=False, birth=NOW),
        replace(rule(exe="/hour"), lifetime=span, birth=NOW),
        replace(rule(exe="/restart"), lifetime=UNTIL_RESTART, birth=NOW),
    ]


def programs(shown_rules: ShownRules) -> set[str]:
    return {text.split()[0] for text in shown_rules.column(Column.RULE)}


def pick(box: QComboBox, text: str) -> None:
    """Choose with the keyboard, as one who does not use the pointer."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        key(box, Qt.Key.Key_Down)
    raise AssertionError(f"{text} is not offered")


@pytest.mark.parametrize(
    ("box", "text", "found"),
    [
        (0, "Deny", {"denied"}),
        (0, "Allow", {"plain", "learned", "off", "hour", "restart"}),
        (1, "Temporary", {"hour", "restart"}),
        (1, "Until restart", {"restart"}),
        (1, "For a time", {"hour"}),
        (2, "Learned", {"learned"}),
        (3, "Off", {"off"}),
    ],
)
def test_each_filter(shown_rules: ShownRules, box: int, text: str, found: set[str]) -> None:
    shown_rules.add(*mixed())
    shown_rules.open(6)
    shown_rules.window.activateWindow()
    pick(shown_rules.window._filters._boxes[box], text)
    shown_rules.until(lambda: programs(shown_rules) == found)
    noun = "rule" if len(found) == 1 else "rules"
    assert shown_rules.window._count.text() == f"{len(found)} {noun} found"
    click(shown_rules.button("Show all"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 6)
    assert shown_rules.window._count.text() == "6 rules"


def test_one_program_by_its_path_or_from_the_selected_rule(shown_rules: ShownRules) -> None:
    shown_rules.add(*mixed(), rule(exe="/plain/other"))
    shown_rules.open(7)
    line = shown_rules.window._filters.program.lineEdit()
    assert line is not None
    write(line, "/plain")
    key(line, Qt.Key.Key_Return)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
    key(shown_rules.in_table(0), Qt.Key.Key_Escape)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 7)
    shown_rules.in_table(0)
    shown_rules.press(Qt.Key.Key_P, ctrl=True)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
    assert programs(shown_rules) == {"other"}
    line.clear()
    shown_rules.until(lambda: shown_rules.model.rowCount() == 7)


def drop_down(shown_rules: ShownRules) -> QAbstractItemView:
    """Open the list of programs with the keyboard."""
    box = shown_rules.window._filters.program
    shown_rules.window.activateWindow()
    box.setFocus()
    view = box.view()
    assert view is not None
    key(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shown_rules.until(view.isVisible)
    return view


def offered(shown_rules: ShownRules) -> list[str]:
    box = shown_rules.window._filters.program
    return [box.itemText(index) for index in range(box.count())]


def test_all_programs_are_offered_not_only_those_of_rows_that_were_read(
    shown_rules: ShownRules,
) -> None:
    paths = [f"/usr/bin/p{number:04}" for number in range(2100)]
    made = [rule(exe=path) for path in (*paths, "/opt/\u202eodd")]
    shown_rules.held.get(shown_rules.held.backend.add_rules(made))
    shown_rules.open(2101)
    view = drop_down(shown_rules)
    assert offered(shown_rules) == ["/opt/\\u202eodd", *paths]
    key(view, Qt.Key.Key_Home)
    key(view, Qt.Key.Key_Return)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
    assert shown_rules.window._filters.query.program == "/opt/\u202eodd"
    drop_down(shown_rules).hide()
    assert offered(shown_rules)[0] == "/opt/\\u202eodd", "whatever the table shows now"


def test_programs_are_offered_as_they_are_now(shown_rules: ShownRules) -> None:
    shown_rules.add(rule(exe="/b"))
    shown_rules.open(1)
    drop_down(shown_rules)
    assert offered(shown_rules) == ["/b"]
    shown_rules.window._filters.program.hidePopup()
    shown_rules.add(rule(exe="/a"), rule(exe="/a"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 3)
    drop_down(shown_rules)
    assert offered(shown_rules) == ["/a", "/b"]
    shown_rules.window._filters.program.hidePopup()


def test_filters_and_words_go_together_and_keep_the_order(shown_rules: ShownRules) -> None:
    shown_rules.add(*mixed())
    shown_rules.open(6)
    shown_rules.model.sort(Column.RULE, Qt.SortOrder.AscendingOrder)
    write(shown_rules.window._filters.search, "network")
    pick(shown_rules.window._filters._boxes[1], "Temporary")
    shown_rules.until(
        lambda: [text.split()[0] for text in shown_rules.column(Column.RULE)] == ["hour", "restart"]
    )
    pick(shown_rules.window._filters._boxes[0], "Deny")
    shown_rules.until(lambda: shown_rules.model.rowCount() == 0)
    assert shown_rules.window._view._empty == "No rule is like that."
