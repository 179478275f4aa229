# SPDX-License-Identifier: GPL-2.0-or-later
"""Questions that nobody answered in time, as rows of a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from snetgui.engine.backend import Missed
from snetgui.gui import words
from snetgui.gui.apps import Apps
from snetgui.gui.rules.texts import when_text
from snetgui.gui.words import translate
from snetgui.model import Action, Reason


class Column(IntEnum):
    """The table's columns, from the left."""

    WHEN = 0
    QUESTION = 1
    OUTCOME = 2
    COUNT = 3


def titles() -> dict[Column, str]:
    """The columns' titles."""
    return {
        Column.WHEN: translate("Missed", "When"),
        Column.QUESTION: translate("Missed", "Question"),
        Column.OUTCOME: translate("Missed", "Then"),
        Column.COUNT: translate("Missed", "Times"),
    }


def outcome_text(missed: Missed) -> str:
    """What became of it: "allowed after 30 s", "denied: too many questions"."""
    decision = missed.decision
    allowed = decision.action is Action.ALLOW
    if decision.reason is Reason.OVERFLOW:
        if allowed:
            return translate("Missed", "allowed: too many questions")
        return translate("Missed", "denied: too many questions")
    seconds = round(decision.held_ns / 1e9)
    if allowed:
        return translate("Missed", "allowed after %Ln s", "", seconds)
    return translate("Missed", "denied after %Ln s", "", seconds)


class MissedModel(QAbstractTableModel):
    """Missed questions, newest first."""

    def __init__(self, apps: Apps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._apps = apps
        self._rows: list[Missed] = []

    def set_rows(self, rows: list[Missed]) -> None:
        """Show these instead of those before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def missed(self, row: int) -> Missed:
        """The missed question in this row."""
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many there are; none has anything below it."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return titles()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section != Column.COUNT:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        missed, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(missed, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.QUESTION:
            return words.plain_tooltip(words.exe_text(missed.decision.event))
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.COUNT:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, missed: Missed, column: Column) -> str:
        decision = missed.decision
        match column:
            case Column.WHEN:
                return when_text(decision.when)
            case Column.QUESTION:
                name = self._apps.of(decision.event, decision.facts).name
                return words.sentence(name, decision.event, decision.facts)
            case Column.COUNT:
                return QLocale().toString(missed.count)
            case Column.OUTCOME:
                return outcome_text(missed)
