# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done in the window of the history: names, keys, and when each makes sense."""

from __future__ import annotations

from PyQt6.QtCore import QObject, Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QWidget

from snetgui.gui.words import translate
from snetgui.model import Decision


class Deeds(QObject):
    """The actions; window's keys work anywhere in it, the table's only there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._of_table: list[QAction] = []
        self._make_general()
        self._make_of_decision()
        self._make_filters()
        self.selected(0, None)

    def give_to(self, table: QWidget) -> None:
        """Let the table's keys work there, and its menu have what is of a decision."""
        for action in self._of_table:
            table.addAction(action)

    def of_decision(self) -> tuple[QAction, ...]:
        """What is offered beside its details."""
        return self.allow, self.deny, self.show_rule, self.copy_details

    def selected(self, count: int, decision: Decision | None) -> None:
        """That many rows are selected now; the decision, if it is one."""
        self.copy.setEnabled(count > 0)
        event = decision.event if decision is not None else None
        for action in (self.details, self.copy_details, self.only_user, self.only_reason):
            action.setEnabled(decision is not None)
        has_file = event is not None and bool(event.process.exe)
        for action in (self.allow, self.deny, self.only_program):
            action.setEnabled(has_file)
        self.show_rule.setEnabled(decision is not None and decision.rule_id is not None)

    def has(self, *, destination: bool, port: bool) -> None:
        """What the selected decision can be filtered by."""
        self.only_destination.setEnabled(destination)
        self.only_port.setEnabled(port)

    def paused(self, on: bool) -> None:
        """Some desktops paint a pressed button like any other: the word tells."""
        self.pause.setText(
            translate("History", "&Resume") if on else translate("History", "&Pause")
        )

    def overviewing(self, on: bool) -> None:
        """Whether plot and totals are shown."""
        self.overview.setChecked(on)
        self.overview.setText(
            translate("History", "Hide &overview") if on else translate("History", "&Overview")
        )

    def detailing(self, on: bool) -> None:
        """Whether the details are shown."""
        self.details.setChecked(on)
        self.details.setText(
            translate("History", "Hide &details") if on else translate("History", "&Details")
        )

    def _make_general(self) -> None:
        self.find = self._anywhere(translate("History", "&Find"), "Ctrl+F", "")
        self.escape = self._anywhere(translate("History", "Show &all"), "Escape", "")
        self.close = self._anywhere(translate("History", "&Close"), "Ctrl+W", "")
        self.reload = self._anywhere(translate("History", "&Read again"), "F5", "")
        self.newest = self._anywhere(translate("History", "&Newest"), "Ctrl+Home", "")
        self.range = self._anywhere(translate("History", "&Time…"), "Ctrl+G", "")
        self.pause = self._anywhere(
            translate("History", "&Pause"),
            "Ctrl+L",
            translate("History", "Show no new decisions, or show them again"),
        )
        self.pause.setCheckable(True)
        self.overview = self._anywhere(
            translate("History", "&Overview"),
            "Ctrl+T",
            translate("History", "The plot over time, and who asked most"),
        )
        self.overview.setCheckable(True)
        self.overviewing(True)
        self.export = self._anywhere(
            translate("History", "&Export…"),
            "Ctrl+E",
            translate("History", "Write all that matches to a file, as CSV or JSON"),
        )

    def _make_of_decision(self) -> None:
        self.details = self._in_table(
            translate("History", "&Details"),
            "Return",
            translate("History", "All that is known, and which rule would decide now"),
        )
        self.details.setCheckable(True)
        self.allow = self._in_table(
            translate("History", "&Allow from now on…"),
            "Ctrl+Shift+A",
            translate("History", "Make a rule that allows this"),
        )
        self.deny = self._in_table(
            translate("History", "De&ny from now on…"),
            "Ctrl+Shift+D",
            translate("History", "Make a rule that denies this"),
        )
        self.allow.setIconText(translate("History", "Allow…"))
        self.deny.setIconText(translate("History", "Deny…"))
        self.show_rule = self._in_table(
            translate("History", "&Show the rule"),
            "Ctrl+R",
            translate("History", "The rule that decided this"),
        )
        self.copy = self._in_table(
            translate("History", "&Copy"),
            "Ctrl+C",
            translate("History", "The selected rows, as text and as a table"),
        )
        self.copy_details = self._in_table(
            translate("History", "Copy d&etails"),
            "Ctrl+Shift+C",
            translate("History", "All that is known of it, as text"),
        )
        self.copy_details.setIconText(translate("History", "Copy all"))
        self._separator()

    def _make_filters(self) -> None:
        tip = translate("History", "Leave out all others")
        self.only_program = self._in_table(
            translate("History", "Only this &program"), "Ctrl+P", tip
        )
        self.only_destination = self._in_table(
            translate("History", "Only this des&tination"), "Ctrl+D", tip
        )
        self.only_port = self._in_table(translate("History", "Only this p&ort"), "Ctrl+O", tip)
        self.only_user = self._in_table(translate("History", "Only this &user"), "Ctrl+U", tip)
        self.only_reason = self._in_table(
            translate("History", "Only this &reason"), "Ctrl+Shift+R", tip
        )

    def _separator(self) -> None:
        action = QAction(self)
        action.setSeparator(True)
        self._of_table.append(action)

    def _anywhere(self, text: str, keys: str, tip: str) -> QAction:
        action = self._action(text, keys, tip)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _in_table(self, text: str, keys: str, tip: str) -> QAction:
        action = self._action(text, keys, tip)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._of_table.append(action)
        return action

    def _action(self, text: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        key_name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({key_name})" if tip else key_name)
        return action
