# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done in the window of rules: names, keys, and when each makes sense."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QToolButton, QWidget

from snetgui.gui.words import translate


class Deeds(QObject):
    """The actions; window's keys work anywhere in it, the table's only there."""

    def __init__(self, window: QWidget, table: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._table = table
        new, edit = translate("Rules", "&New rule…"), translate("Rules", "&Edit…")
        self.new = self._anywhere(new, "Ctrl+N", translate("Rules", "Make a rule"))
        self.edit = self._in_table(edit, "Return", translate("Rules", "Change this rule"))
        self.switch = self._in_table(
            translate("Rules", "&Switch on or off"),
            "Space",
            translate("Rules", "Switch the selected rules on, or off if all of them are on"),
        )
        self.duplicate = self._anywhere(
            translate("Rules", "D&uplicate"),
            "Ctrl+D",
            translate("Rules", "Make copies, switched off"),
        )
        self.delete = self._in_table(
            translate("Rules", "&Delete"), "Del", translate("Rules", "Forget the selected rules")
        )
        self.undo = self._anywhere(
            translate("Rules", "&Undo"), "Ctrl+Z", translate("Rules", "Take back what was done")
        )
        self.same_program = self._anywhere(
            translate("Rules", "&Only this program"),
            "Ctrl+P",
            translate("Rules", "Show the rules of this program only"),
        )
        self.test = self._anywhere(
            translate("Rules", "&Test…"),
            "Ctrl+T",
            translate("Rules", "Which rule decides an event, and why no other does"),
        )
        self.tidy = self._anywhere(
            translate("Rules", "T&idy up"),
            "Ctrl+I",
            translate("Rules", "Rules that are not needed, each with what to do about it"),
        )
        self.tidy.setCheckable(True)
        self.find = self._anywhere(translate("Rules", "&Find"), "Ctrl+F", "")
        self.show_all = self._anywhere(translate("Rules", "Show &all"), "Escape", "")
        self.close = self._anywhere(translate("Rules", "&Close"), "Ctrl+W", "")
        self.undo.setEnabled(False)
        self.selected(0)

    def in_menu(self) -> tuple[QAction, ...]:
        """What is offered for selected rules."""
        return self.edit, self.switch, self.duplicate, self.delete, self.same_program, self.test

    def selected(self, count: int) -> None:
        """That many rules are selected now."""
        for action in (self.switch, self.duplicate, self.delete):
            action.setEnabled(count > 0)
        for action in (self.edit, self.same_program):
            action.setEnabled(count == 1)

    def tidying(self, on: bool) -> None:
        """Whether the panel is open: some desktops paint a pressed button like any other."""
        self.tidy.setText(
            translate("Rules", "Hide t&idying") if on else translate("Rules", "T&idy up")
        )

    def _anywhere(self, text: str, keys: str, tip: str) -> QAction:
        action = self._action(text, keys, tip)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _in_table(self, text: str, keys: str, tip: str) -> QAction:
        action = self._action(text, keys, tip)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        return action

    def _action(self, text: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        key_name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({key_name})")
        return action


def button(action: QAction) -> QToolButton:
    """A button that shows an action's text and does it; reached with Tab."""
    it = QToolButton()
    it.setDefaultAction(action)
    it.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    it.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    it.setAccessibleName(action.text().replace("&", ""))
    it.setAccessibleDescription(action.toolTip())
    return it


def connect(pairs: list[tuple[QAction, Callable[[], object]]]) -> None:
    """Do this when that is wanted."""
    for action, do in pairs:
        action.triggered.connect(lambda _on, do=do: do())
