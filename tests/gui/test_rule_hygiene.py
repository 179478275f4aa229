# SPDX-License-Identifier: GPL-2.0-or-later
"""Tidying up: what is found, why, and its fix one click away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PyQt6.QtCore import Qt
from PyQt6.QtTest import QAbstractItemModelTester

from snetgui.gui.rules.hygiene.model import Column
from snetgui.gui.rules.hygiene.panel import HygienePanel
from snetgui.model import Action, Birth, Conditions, PortMatch, Rule, TextMatch

from .hand import click, key
from .kit import rule
from .rules_kit import ShownRules

HERE = "/bin/sh"  # a program that is there


def untidy() -> list[Rule]:
    """Rules of which a shadowed, a doubled, an unused and an orphaned one can go."""
    young = Birth(datetime.now(UTC))
    port = Conditions(exe=TextMatch(HERE), remote_ports=PortMatch(((443, 443),)))
    plain = replace(rule(exe=HERE), birth=young, hits=1)
    return [
        replace(plain, name="shadowed", conditions=port),
        replace(plain, name="shadow", action=Action.DENY, priority=5),
        replace(plain, name="double", priority=9, conditions=port),
        replace(plain, name="newer double", priority=9, conditions=port),
        replace(rule(exe="/bin/ls"), name="unused", birth=Birth(young.created - timedelta(90))),
        replace(rule(exe="/nonexistent/program"), name="orphan", birth=young),
    ]


def opened(shown_rules: ShownRules, findings: int) -> HygienePanel:
    shown_rules.add(*untidy())
    shown_rules.open(6)
    shown_rules.in_table()
    shown_rules.press(Qt.Key.Key_I, ctrl=True)
    panel = shown_rules.window._hygiene
    assert panel.isVisible()
    shown_rules.until(lambda: panel._model.rowCount() == findings)
    return panel


def said(panel: HygienePanel, column: Column) -> list[str]:
    model = panel._model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def click_fix(panel: HygienePanel, row: int) -> None:
    viewport = panel._view.viewport()
    assert viewport is not None
    click(viewport, panel._view.visualRect(panel._model.index(row, Column.FIX)).center())


def test_what_is_found_is_said_with_its_fix(shown_rules: ShownRules) -> None:
    panel = opened(shown_rules, 4)
    assert said(panel, Column.KIND) == [
        "Can never win",
        "Duplicate",
        "Never used",
        "Program gone",
    ]
    assert said(panel, Column.FIX) == ["Delete", "Delete", "Switch off", "Delete"]
    assert "“newer double”" in said(panel, Column.WHY)[1]
    shown_rules.until(lambda: "ls may do anything on the network." in said(panel, Column.RULE))
    assert panel._head.text() == "4 things to tidy up"


def test_each_fix_is_one_click_and_can_be_undone(shown_rules: ShownRules) -> None:
    panel = opened(shown_rules, 4)
    before = shown_rules.kept()
    click_fix(panel, 3)
    shown_rules.until(lambda: "orphan" not in {one.name for one in shown_rules.kept()})
    shown_rules.until(lambda: panel._model.rowCount() == 3)
    click_fix(panel, 2)
    shown_rules.until(lambda: [one.name for one in shown_rules.kept() if not one.enabled])
    [off] = [one for one in shown_rules.kept() if not one.enabled]
    assert off.name == "unused"
    shown_rules.until(lambda: len(shown_rules.window._commands._undos) == 2)
    shown_rules.in_table()
    shown_rules.press(Qt.Key.Key_Z, ctrl=True)
    shown_rules.until(lambda: all(one.enabled for one in shown_rules.kept()))
    shown_rules.press(Qt.Key.Key_Z, ctrl=True)
    shown_rules.until(lambda: shown_rules.kept() == before)
    shown_rules.until(lambda: panel._model.rowCount() == 4)


def test_all_at_once_with_the_keyboard(shown_rules: ShownRules) -> None:
    panel = opened(shown_rules, 4)
    panel._view.setFocus()
    key(panel._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(panel._view, Qt.Key.Key_Return)
    shown_rules.until(lambda: panel._head.text() == "Nothing to tidy up.")
    assert {one.name for one in shown_rules.kept() if one.enabled} == {"shadow", "newer double"}


def test_a_click_elsewhere_changes_nothing_and_shows_the_rule(shown_rules: ShownRules) -> None:
    panel = opened(shown_rules, 4)
    before = shown_rules.kept()
    viewport = panel._view.viewport()
    assert viewport is not None
    click(viewport, panel._view.visualRect(panel._model.index(3, Column.WHY)).center())
    panel._show(panel._model.index(3, Column.WHY))
    assert [one.name for one in shown_rules.window.selected] == ["orphan"]
    assert shown_rules.kept() == before


def test_the_model_keeps_qts_contract(shown_rules: ShownRules) -> None:
    panel = opened(shown_rules, 4)
    tester = QAbstractItemModelTester(
        panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    panel.reload()
    shown_rules.until(lambda: not panel._busy)
    assert tester.model() is panel._model
