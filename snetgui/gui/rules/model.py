# SPDX-License-Identifier: GPL-2.0-or-later
"""The remembered rules as rows of a table, read page by page as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QBrush, QGuiApplication, QIcon, QPalette

from snetgui.engine.backend import ALL_RULES, RuleQuery
from snetgui.engine.clock import ReadClock, read_clock
from snetgui.gui import words
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.telling import rule_called, tell
from snetgui.gui.theme import tones
from snetgui.gui.words import translate
from snetgui.model import Rule, TextKind
from snetgui.model.text import shown
from snetgui.rules.summary import lifetime_words, sentence

from .columns import SORTS, Column, titles
from .rows import Rows
from .texts import action_text, lifetime_text, origin_text, when_text

RULE_ROLE = Qt.ItemDataRole.UserRole + 2

_NOTE_MOST = 300
_SENTENCES_MOST = 5000


class RuleModel(QAbstractTableModel):
    """The rules that a query asks for, in its order.

    A row that was not read yet is empty and is read once it is looked at.

    Signals:
        enabled_wanted: a Rule, and whether it shall be in force.
        loaded: other rows are here now.
        failed: why they could not be read.
    """

    enabled_wanted = pyqtSignal(object, bool)
    loaded = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self,
        bridge: Bridge,
        apps: Apps,
        parent: QObject | None = None,
        *,
        clock: ReadClock = read_clock,
    ) -> None:
        super().__init__(parent)
        self._apps = apps
        self._clock = clock
        self._query = ALL_RULES
        self._sentences: dict[int, tuple[Rule, str]] = {}
        self._rows = Rows(bridge, self)
        self._rows.replacing.connect(self.beginResetModel)
        self._rows.replaced.connect(self._replaced)
        self._rows.came.connect(self._came)
        self._rows.failed.connect(self.failed)
        self._texts: dict[Column, Callable[[Rule], str]] = {
            Column.RULE: self._sentence,
            Column.ACTION: lambda rule: action_text(rule.action),
            Column.LIFETIME: lambda rule: lifetime_text(rule, self._clock()),
            Column.ORIGIN: lambda rule: origin_text(rule.origin),
            Column.CREATED: lambda rule: when_text(rule.birth.created),
            Column.LAST_USED: lambda rule: when_text(rule.last_used),
            Column.HITS: lambda rule: QLocale().toString(rule.hits),
        }
        self._makers: dict[int, Callable[[Rule, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda rule, column: self._texts[column](rule),
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ToolTipRole: _tooltip,
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
            Qt.ItemDataRole.CheckStateRole: _check_state,
            Qt.ItemDataRole.TextAlignmentRole: _alignment,
            Qt.ItemDataRole.ForegroundRole: lambda rule, _column: (
                None if rule.enabled else _muted()
            ),
            RULE_ROLE: lambda rule, _column: rule,
        }

    @property
    def query(self) -> RuleQuery:
        """What is shown, or being read."""
        return self._query

    def ask(self, query: RuleQuery) -> None:
        """Show the rules that this asks for, in the order that is set."""
        self._query = replace(query, sort=self._query.sort, descending=self._query.descending)
        self._rows.ask(self._query)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the newest first for column -1."""
        by = SORTS[Column(column)] if column >= 0 else ALL_RULES.sort
        falling = column < 0 or order is Qt.SortOrder.DescendingOrder
        self._query = replace(self._query, sort=by, descending=falling)
        self._rows.ask(self._query)

    def reload(self, looked_at: Iterable[int] = ()) -> None:
        """Read anew what changed; the rows that are looked at come at once."""
        self._rows.ask(self._query, looked_at)

    def rule(self, row: int) -> Rule | None:
        """The rule in this row, None if it was not read yet."""
        return self._rows.get(row)

    def read(self, rows: Iterable[int], done: Callable[[list[Rule]], None]) -> None:
        """Give the rules of these rows, those that were not looked at yet too."""
        self._rows.read(rows, done)

    def row_of(self, rule_id: int) -> int:
        """Where a rule is among those that were read; -1 if it is not."""
        return self._rows.find(rule_id)

    def times_changed(self) -> None:
        """Time has passed: the table says anew what is left."""
        if self.rowCount():
            first = self.index(0, Column.LIFETIME)
            self.dataChanged.emit(
                first,
                self.index(self.rowCount() - 1, Column.LIFETIME),
                [Qt.ItemDataRole.DisplayRole],
            )

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many rules there are; a rule has nothing below it."""
        return 0 if parent is not None and parent.isValid() else self._rows.total

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
        """What a cell shows."""
        make = self._makers.get(role) if index.isValid() else None
        if make is None:
            return None
        rule = self._rows.look(index.row())
        return None if rule is None else make(rule, Column(index.column()))

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a rule to be switched; the row changes when the engine has done it."""
        rule = self._rows.get(index.row())
        if rule is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.RULE:
            return False
        self.enabled_wanted.emit(rule, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _replaced(self) -> None:
        self.endResetModel()
        self.loaded.emit()

    def _came(self, first: int, last: int) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        self.loaded.emit()

    def _sentence(self, rule: Rule) -> str:
        kept = self._sentences.get(rule.id)
        if kept is None or kept[0] is not rule:
            if len(self._sentences) >= _SENTENCES_MOST:
                self._sentences.clear()
            kept = self._sentences[rule.id] = rule, tell(sentence(rule))
        return kept[1]

    def _icon(self, rule: Rule, column: Column) -> QIcon | None:
        exe = rule.conditions.exe
        if column is not Column.RULE or exe is None or exe.kind is not TextKind.EXACT:
            return None
        return self._apps.at(exe.value, rule.conditions.application).icon

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


def _tooltip(rule: Rule, column: Column) -> str:
    """The rule's whole sentence, name and note, never taken for markup."""
    if column is Column.LIFETIME:
        return words.plain_tooltip(tell(lifetime_words(rule.lifetime)))
    name = shown(rule_called(rule), _NOTE_MOST)
    texts = [tell(sentence(rule)), name, shown(rule.note, _NOTE_MOST)]
    return words.plain_tooltip("\n".join(filter(None, texts)))


def _muted() -> QBrush:
    palette = QGuiApplication.palette()
    palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.Base))
    return QBrush(tones(palette).muted)
