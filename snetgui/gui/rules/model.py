# SPDX-License-Identifier: GPL-2.0-or-later
"""The remembered rules as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from PyQt6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    pyqtSignal,
)
from PyQt6.QtGui import QBrush, QGuiApplication, QPalette

from snetgui.gui import words
from snetgui.gui.theme import tones
from snetgui.gui.words import translate
from snetgui.model import Action, Rule
from snetgui.model.text import shown
from snetgui.rules.summary import sentence

SORT_ROLE = Qt.ItemDataRole.UserRole
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1
RULE_ROLE = Qt.ItemDataRole.UserRole + 2

_NOTE_MOST = 300
_NEVER = datetime.min.replace(tzinfo=UTC)


class Column(IntEnum):
    """The table's columns, from the left."""

    RULE = 0
    ACTION = 1
    LIFETIME = 2
    CREATED = 3
    LAST_USED = 4
    HITS = 5


def titles() -> dict[Column, str]:
    """The columns' titles."""
    return {
        Column.RULE: translate("Rules", "Rule"),
        Column.ACTION: translate("Rules", "Answer"),
        Column.LIFETIME: translate("Rules", "Holds"),
        Column.CREATED: translate("Rules", "Made"),
        Column.LAST_USED: translate("Rules", "Last used"),
        Column.HITS: translate("Rules", "Used"),
    }


def action_text(action: Action) -> str:
    """An answer in words, with the mark that its button has."""
    if action is Action.ALLOW:
        return translate("Rules", "✓ Allow")
    return translate("Rules", "✕ Deny")


def when_text(when: datetime | None) -> str:
    """A date and time of the person's place, "never" where there is none."""
    if when is None:
        return translate("Rules", "never")
    moment = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


class RuleModel(QAbstractTableModel):
    """Rules, newest first. What is long to make (sentences) is made when it is looked at.

    Signals:
        enabled_wanted: a Rule, and whether it shall be in force.
    """

    enabled_wanted = pyqtSignal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules: list[Rule] = []
        self._sentences: dict[int, tuple[Rule, str]] = {}
        self._texts: dict[Column, Callable[[Rule], str]] = {
            Column.RULE: self._sentence,
            Column.ACTION: lambda rule: action_text(rule.action),
            Column.LIFETIME: lambda rule: words.lifetime_text(rule.lifetime),
            Column.CREATED: lambda rule: when_text(rule.birth.created),
            Column.HITS: lambda rule: QLocale().toString(rule.hits),
            Column.LAST_USED: lambda rule: when_text(rule.last_used),
        }
        self._keys: dict[Column, Callable[[Rule], Any]] = {
            Column.RULE: self._sentence,
            Column.ACTION: lambda rule: rule.action.value,
            Column.LIFETIME: lambda rule: words.lifetime_text(rule.lifetime),
            Column.CREATED: lambda rule: rule.birth.created.timestamp(),
            Column.HITS: lambda rule: rule.hits,
            Column.LAST_USED: lambda rule: (rule.last_used or _NEVER).timestamp(),
        }

        self._makers: dict[int, Callable[[Rule, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda rule, column: self._texts[column](rule),
            Qt.ItemDataRole.ToolTipRole: lambda rule, _column: _tooltip(rule),
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
            Qt.ItemDataRole.CheckStateRole: _check_state,
            Qt.ItemDataRole.TextAlignmentRole: _alignment,
            Qt.ItemDataRole.ForegroundRole: lambda rule, _column: (
                None if rule.enabled else _muted()
            ),
            SORT_ROLE: lambda rule, column: self._keys[column](rule),
            SEARCH_ROLE: self._haystack,
            RULE_ROLE: lambda rule, _column: rule,
        }

    def set_rules(self, rules: list[Rule]) -> None:
        """Show these rules instead of those before."""
        self.beginResetModel()
        self._rules = list(rules)
        self._sentences = {
            rule.id: kept
            for rule in rules
            if (kept := self._sentences.get(rule.id)) and kept[0] == rule
        }
        self.endResetModel()

    def rule(self, row: int) -> Rule:
        """The rule in this row."""
        return self._rules[row]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many rules there are; a rule has nothing below it."""
        return 0 if parent is not None and parent.isValid() else len(self._rules)

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
        if role == Qt.ItemDataRole.TextAlignmentRole and section != Column.HITS:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """The first column has a box to switch the rule on and off."""
        flags = super().flags(index)
        if index.column() == Column.RULE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, sorts by, is found by."""
        if not index.isValid():
            return None
        make = self._makers.get(role)
        return make(self._rules[index.row()], Column(index.column())) if make else None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a rule to be switched; the row changes when the engine has done it."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.RULE:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self.enabled_wanted.emit(self._rules[index.row()], on)
        return True

    def _sentence(self, rule: Rule) -> str:
        kept = self._sentences.get(rule.id)
        if kept is None or kept[0] is not rule:
            kept = self._sentences[rule.id] = rule, sentence(rule)
        return kept[1]

    def _haystack(self, rule: Rule, _column: Column) -> str:
        return f"{self._sentence(rule)}\n{rule.name}\n{rule.note}".casefold()

    def _accessible(self, rule: Rule, column: Column) -> str:
        text = self._texts[column](rule)
        if column is Column.RULE and not rule.enabled:
            return translate("Rules", "{rule} Switched off.").format(rule=text)
        return text


def _check_state(rule: Rule, column: Column) -> Qt.CheckState | None:
    if column is not Column.RULE:
        return None
    return Qt.CheckState.Checked if rule.enabled else Qt.CheckState.Unchecked


def _alignment(_rule: Rule, column: Column) -> Qt.AlignmentFlag | None:
    if column is not Column.HITS:
        return None
    return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def _tooltip(rule: Rule) -> str:
    """The rule's name and note, never taken for markup."""
    text = shown(rule.name, _NOTE_MOST)
    if rule.note:
        text = f"{text}\n{shown(rule.note, _NOTE_MOST)}"
    return words.plain_tooltip(text)


def _muted() -> QBrush:
    palette = QGuiApplication.palette()
    palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.Base))
    return QBrush(tones(palette).muted)
