# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing which rules to see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox

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
    assert shown_rules.window._count.text() == f"{len(found)} rules found"
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
