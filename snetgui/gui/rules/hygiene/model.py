# SPDX-License-Identifier: GPL-2.0-or-later
"""What was found about the rules, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from snetgui.gui import words
from snetgui.gui.bridge import Bridge
from snetgui.gui.telling import tell
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError
from snetgui.rules.hygiene import Finding, Fix, Kind
from snetgui.rules.summary import sentence


class Column(IntEnum):
    """The table's columns, from the left."""

    KIND = 0
    RULE = 1
    WHY = 2
    FIX = 3


def titles() -> dict[Column, str]:
    """The columns' titles."""
    return {
        Column.KIND: translate("Hygiene", "What"),
        Column.RULE: translate("Hygiene", "Rule"),
        Column.WHY: translate("Hygiene", "Why"),
        Column.FIX: translate("Hygiene", "Do"),
    }


def kind_text(kind: Kind) -> str:
    """What is the matter, in two words."""
    return {
        Kind.SHADOWED: translate("Hygiene", "Can never win"),
        Kind.DUPLICATE: translate("Hygiene", "Duplicate"),
        Kind.UNUSED: translate("Hygiene", "Never used"),
        Kind.GONE: translate("Hygiene", "Program gone"),
    }[kind]


def fix_text(fix: Fix) -> str:
    """What to do about it, as a button says it."""
    if fix is Fix.REMOVE:
        return translate("Hygiene", "Delete")
    return translate("Hygiene", "Switch off")


class FindingModel(QAbstractTableModel):
    """Findings; the rule of each is read when its row is looked at."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._findings: list[Finding] = []
        self._rules: dict[int, Rule | None] = {}
        self._texts: dict[Column, Callable[[Finding], str]] = {
            Column.KIND: lambda finding: kind_text(finding.kind),
            Column.RULE: self._sentence,
            Column.WHY: lambda finding: tell(finding.text),
            Column.FIX: lambda finding: fix_text(finding.fix),
        }

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead of those before."""
        self.beginResetModel()
        self._findings = list(findings)
        self._rules.clear()
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """The finding in this row."""
        return self._findings[row]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many were found; a finding has nothing below it."""
        return 0 if parent is not None and parent.isValid() else len(self._findings)

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        text = self._texts[Column(index.column())]
        if role == Qt.ItemDataRole.DisplayRole:
            return text(self._findings[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.plain_tooltip(text(self._findings[index.row()]))
        return None

    def _sentence(self, finding: Finding) -> str:
        number = finding.rule_id
        if number not in self._rules:
            self._rules[number] = None
            self._bridge.call(self._bridge.backend.rule(number), self._took, _gone)
        rule = self._rules[number]
        return tell(sentence(rule)) if rule is not None else ""

    def _took(self, rule: Rule) -> None:
        if rule.id not in self._rules:
            return
        self._rules[rule.id] = rule
        for row, finding in enumerate(self._findings):
            if finding.rule_id == rule.id:
                index = self.index(row, Column.RULE)
                self.dataChanged.emit(index, index)


def _gone(_error: SnetError) -> None:
    """It was deleted meanwhile; the list that is on its way has it no more."""
