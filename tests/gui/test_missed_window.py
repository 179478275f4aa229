# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of missed questions over a real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import MissedChanged
from snetgui.gui.apps import App, Apps
from snetgui.gui.missed.dialog import MissedDialog
from snetgui.gui.missed.model import Column
from snetgui.gui.missed.window import MissedWindow
from snetgui.gui.notice_bar import NoticeBar
from snetgui.model import ALWAYS, Action, Reason, Rule

from .hand import click, key
from .kit import WAIT_S, Held, internet

WAIT_MS = round(WAIT_S * 1000)


class Shown:
    """A window of missed questions that is told what changes."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.window = MissedWindow(held.bridge, Apps())
        qtbot.addWidget(self.window)
        held.bridge.noticed.connect(self._take)
        held.bridge.watch()

    def _take(self, notices: list[object]) -> None:
        if any(isinstance(notice, MissedChanged) for notice in notices):
            self.window.missed_changed()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def miss(self, port: int) -> None:
        """A question comes, and nobody answers."""
        raised = self.held.raised(to=internet("192.0.2.1", port))
        self.until(lambda: self.held.get(self.held.backend.status()).questions)
        self.held.do(lambda: self.held.source.end(raised.id, Reason.TIMEOUT))
        self.until(lambda: not self.held.get(self.held.backend.status()).questions)

    def rows(self) -> list[str]:
        model = self.window._model
        return [str(model.index(row, Column.QUESTION).data()) for row in range(model.rowCount())]

    def rules(self) -> list[Rule]:
        return list(self.held.get(self.held.backend.rules()).rows)

    def button(self, text: str) -> QPushButton:
        buttons = self.window.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == text)

    def dialog(self) -> MissedDialog:
        click(self.button("Make a rule…"))
        dialog = self.window.findChild(MissedDialog)
        assert dialog is not None
        return dialog


@pytest.fixture
def shown(qtbot: QtBot, held: Held) -> Iterator[Shown]:
    it = Shown(qtbot, held)
    it.miss(80)
    it.miss(443)
    it.window.show()
    it.until(lambda: len(it.rows()) == 2)
    yield it
    held.bridge.stop()
    it.window.hide()


def test_missed_questions_newest_first(shown: Shown) -> None:
    assert shown.rows() == [
        "curl wants to connect to 192.0.2.1, port 443 (https)",
        "curl wants to connect to 192.0.2.1, port 80 (http)",
    ]
    model = shown.window._model
    assert "allowed after" in model.index(0, Column.OUTCOME).data()


@pytest.mark.parametrize(
    ("what", "action"), [(Qt.Key.Key_A, Action.ALLOW), (Qt.Key.Key_D, Action.DENY)]
)
def test_a_rule_is_one_click_away(shown: Shown, what: Qt.Key, action: Action) -> None:
    assert not shown.button("Make a rule…").isEnabled()
    shown.window._view.selectRow(1)
    dialog = shown.dialog()
    assert "port 80" not in dialog._rule.text() and "tcp 80" in dialog._rule.text()
    key(dialog, what)
    shown.until(lambda: len(shown.rows()) == 1)
    [made] = shown.rules()
    assert made.action is action and made.lifetime == ALWAYS
    bar = shown.window.findChild(NoticeBar)
    assert bar is not None
    shown.until(lambda: made.name in bar.text)


@pytest.mark.parametrize("what", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_no_other_key_makes_a_rule(shown: Shown, what: Qt.Key) -> None:
    shown.window._view.selectRow(0)
    key(shown.dialog(), what)
    shown.qtbot.wait(50)
    assert shown.rules() == [] and len(shown.rows()) == 2


def test_forget_takes_off_the_list(shown: Shown) -> None:
    shown.window._view.selectAll()
    assert not shown.button("Make a rule…").isEnabled()
    click(shown.button("Forget"))
    shown.until(lambda: shown.rows() == [])
    assert shown.rules() == []


def test_what_is_selected_stays_so_when_another_is_missed(shown: Shown) -> None:
    shown.window._view.selectRow(1)
    shown.miss(8080)
    shown.until(lambda: len(shown.rows()) == 3)
    [selected] = shown.window.selected
    assert selected.decision.event.remote == internet("192.0.2.1", 80)
    assert shown.button("Make a rule…").isEnabled()


def test_the_dialog_says_the_rule_of_deny_too(shown: Shown) -> None:
    shown.window._view.selectRow(1)
    dialog = shown.dialog()
    assert dialog._rule.text().startswith("Allow makes the rule")
    dialog._deny.setFocus(Qt.FocusReason.TabFocusReason)
    shown.until(lambda: dialog._rule.text().startswith("Deny makes the rule"))


def test_the_dialog_makes_room_for_a_longer_rule(shown: Shown) -> None:
    shown.miss(65535)
    shown.until(lambda: len(shown.rows()) == 3)
    shown.window._view.selectRow(0)
    dialog = shown.dialog()
    low = dialog.height()
    dialog._app = App("W" * 48, QIcon())
    key(dialog, Qt.Key.Key_8)
    assert dialog.height() > low
    assert dialog._rule.height() >= dialog._rule.heightForWidth(dialog._rule.width())


def test_escape_closes_it(shown: Shown) -> None:
    key(shown.window._view, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()
