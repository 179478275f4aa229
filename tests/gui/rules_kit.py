# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules window over an engine, and hands that use it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QAbstractItemModel, Qt
from PyQt6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import RulesChanged
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.rules.columns import Column
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.window import RulesWindow
from snetgui.model import Rule

from .hand import key
from .kit import WAIT_S, Held

WAIT_MS = round(WAIT_S * 1000)


class ShownRules:
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

    def dialog(self) -> RuleDialog:
        """The dialog that is open."""
        found = [one for one in self.window.findChildren(RuleDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def in_table(self, *rows: int) -> QWidget:
        """The table, with the keyboard in it and these rows selected."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.window._view.setFocus()
        self.window._view.select_rows(rows)
        return self.window._view

    def press(self, what: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key in the table."""
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        key(self.window._view, what, modifier)
