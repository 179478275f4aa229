# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done to selected rules, with keys and buttons, and taken back."""

from __future__ import annotations

import functools

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction

from snetgui.gui.rules.model import RULE_ROLE
from snetgui.model import Rule

from .hand import click
from .kit import rule
from .rules_kit import ShownRules


def three(shown_rules: ShownRules) -> list[Rule]:
    """Three rules, newest first, as the table has them."""
    made = shown_rules.add(*(rule(exe=f"/usr/bin/{name}") for name in "abc"))
    shown_rules.open(3)
    return list(reversed(made))


def test_space_switches_all_that_are_selected(shown_rules: ShownRules) -> None:
    three(shown_rules)
    shown_rules.in_table(0, 2)
    shown_rules.press(Qt.Key.Key_Space)
    wanted = [False, True, False]
    shown_rules.until(lambda: [one.enabled for one in shown_rules.kept()] == wanted)
    shown_rules.until(lambda: [one.enabled for one in shown_rules.window.selected] == [False] * 2)
    shown_rules.in_table(0, 1)  # one is off: both go on
    shown_rules.press(Qt.Key.Key_Space)
    wanted = [True, True, False]
    shown_rules.until(lambda: [one.enabled for one in shown_rules.kept()] == wanted)


def test_copies_are_made_and_selected(shown_rules: ShownRules) -> None:
    rules = three(shown_rules)
    shown_rules.in_table(1)
    shown_rules.press(Qt.Key.Key_D, ctrl=True)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 4)
    copied = shown_rules.kept()[0]
    assert copied.conditions == rules[1].conditions and not copied.enabled
    shown_rules.until(lambda: [one.id for one in shown_rules.window.selected] == [copied.id])


def gone(shown_rules: ShownRules, rule: Rule) -> bool:
    return shown_rules.window._model.row_of(rule.id) < 0


def test_every_deletion_can_be_undone_the_last_first(shown_rules: ShownRules) -> None:
    rules = three(shown_rules)
    for _ in range(2):
        first = shown_rules.model.index(0, 0).data(RULE_ROLE)
        shown_rules.in_table(0)
        shown_rules.press(Qt.Key.Key_Delete)
        shown_rules.until(functools.partial(gone, shown_rules, first))
    assert shown_rules.kept() == rules[2:]
    shown_rules.until(lambda: len(shown_rules.window._commands._undos) == 2)
    shown_rules.press(Qt.Key.Key_Z, ctrl=True)
    shown_rules.until(lambda: shown_rules.kept() == rules[1:])
    shown_rules.press(Qt.Key.Key_Z, ctrl=True)
    shown_rules.until(lambda: shown_rules.kept() == rules)
    assert not shown_rules.window._deeds.undo.isEnabled()


def test_a_selection_that_was_never_looked_at_is_deleted_whole(shown_rules: ShownRules) -> None:
    many = [rule(number, exe=f"/usr/bin/p{number}") for number in range(1, 3001)]
    shown_rules.held.get(shown_rules.held.backend.add_rules(many))
    shown_rules.open(3000)
    shown_rules.in_table()
    shown_rules.press(Qt.Key.Key_A, ctrl=True)
    shown_rules.press(Qt.Key.Key_Delete)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 0)
    shown_rules.until(lambda: shown_rules.bar() == "3000 rules deleted")
    click(shown_rules.button("Undo"))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 3000)


def test_a_selection_moves_with_its_rule(shown_rules: ShownRules) -> None:
    rules = three(shown_rules)
    shown_rules.in_table(1)
    shown_rules.held.get(shown_rules.held.backend.delete_rules([rules[0].id]))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 2)
    shown_rules.until(lambda: [one.id for one in shown_rules.window.selected] == [rules[1].id])


def test_what_makes_no_sense_is_not_offered(shown_rules: ShownRules) -> None:
    three(shown_rules)
    deeds = shown_rules.window._deeds
    for rows, one, some in [((), False, False), ((0,), True, True), ((0, 1), False, True)]:
        shown_rules.in_table(*rows)
        if not rows:
            shown_rules.window._view.clearSelection()
        assert [deeds.edit.isEnabled(), deeds.same_program.isEnabled()] == [one, one]
        assert [deeds.delete.isEnabled(), deeds.duplicate.isEnabled()] == [some, some]


def test_every_deed_tells_its_key(shown_rules: ShownRules) -> None:
    actions = shown_rules.window._deeds.findChildren(QAction)
    assert len(actions) >= 12
    for action in actions:
        keys = action.shortcut().toString()
        assert keys and f"({keys})" in action.toolTip()
    assert len({action.shortcut().toString() for action in actions}) == len(actions)


@pytest.mark.parametrize("name", ["rules", "Search rules", "Rules", "Program", "Answer", "Origin"])
def test_what_is_on_the_window_has_a_name(shown_rules: ShownRules, name: str) -> None:
    shown_rules.open(0)
    widgets = [shown_rules.window, *shown_rules.window.findChildren(type(shown_rules.window._view))]
    filters = shown_rules.window._filters
    widgets += [filters.search, filters.program, *filters._boxes]
    names = {widget.accessibleName() for widget in widgets} | {shown_rules.window.objectName()}
    assert name in names


def test_a_selection_stays_with_its_rule_where_there_are_as_many_as_before(
    shown_rules: ShownRules,
) -> None:
    rules = three(shown_rules)
    shown_rules.in_table(0)
    shown_rules.window.hide()
    shown_rules.held.get(shown_rules.held.backend.delete_rules([rules[1].id]))
    [new] = shown_rules.add(rule(exe="/usr/bin/new"))
    shown_rules.window.rules_changed()
    shown_rules.window.show()
    shown_rules.until(lambda: shown_rules.window._model.row_of(new.id) == 0)
    assert [one.id for one in shown_rules.window.selected] == [rules[0].id]
