# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions as rows of a table, newest first; older ones are read as one scrolls to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PyQt6.QtGui import QBrush, QGuiApplication, QIcon, QPalette

from snetgui.gui import words
from snetgui.gui.apps import Apps
from snetgui.gui.theme import READABLE, legible, tones
from snetgui.gui.words import translate
from snetgui.model import Action, Decision

from .columns import Column, titles
from .place_delegate import SHORT_ROLE
from .rows import Rows
from .rule_names import RuleNames
from .texts import (
    action_text,
    destination_text,
    exact_time_text,
    held_text,
    port_text,
    time_text,
    what_text,
    why_text,
)


class HistoryModel(QAbstractTableModel):
    """What Rows has, as Qt's views want it."""

    def __init__(
        self, rows: Rows, apps: Apps, names: RuleNames, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._apps = apps
        self._names = names
        rows.replacing.connect(self.beginResetModel)
        rows.replaced.connect(self.endResetModel)
        rows.inserting.connect(lambda top, end: self.beginInsertRows(QModelIndex(), top, end))
        rows.inserted.connect(self.endInsertRows)
        rows.came.connect(self._came)
        names.came.connect(lambda: self._changed(Column.REASON))
        self._texts: dict[Column, Callable[[Decision], str]] = {
            Column.TIME: lambda decision: time_text(decision.when),
            Column.PROGRAM: self._program,
            Column.WHAT: lambda decision: what_text(decision.event),
            Column.DESTINATION: lambda one: destination_text(one.event, one.facts),
            Column.PORT: lambda decision: port_text(decision.event),
            Column.USER: lambda one: words.user_text(one.event, one.facts),
            Column.DECISION: lambda decision: action_text(decision.action),
            Column.REASON: lambda one: why_text(one, self._names.name(one.rule_id)),
        }
        self._makers: dict[int, Callable[[Decision, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda one, column: self._texts[column](one),
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.ForegroundRole: _colour,
            SHORT_ROLE: lambda one, _column: words.host_name(one.facts),
        }

    def decision(self, row: int) -> Decision | None:
        """The decision in this row, None if it has to be read first."""
        found = self._rows.get(row)
        return None if found is None else found.decision

    def texts(self, decision: Decision) -> list[str]:
        """What the columns say of it."""
        return [self._texts[column](decision) for column in Column]

    def apps_changed(self) -> None:
        """Programs have other names and icons."""
        self._changed(Column.PROGRAM)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many decisions are here; a decision has nothing below it."""
        return 0 if parent is not None and parent.isValid() else self._rows.total

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def canFetchMore(self, parent: QModelIndex) -> bool:
        """Whether there are older ones."""
        return not parent.isValid() and self._rows.more

    def fetchMore(self, parent: QModelIndex) -> None:
        """Somebody scrolls to the end."""
        if not parent.isValid():
            self._rows.fetch()

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
        make = self._makers.get(role) if index.isValid() else None
        if make is None:
            return None
        found = self._rows.look(index.row())
        return None if found is None else make(found.decision, Column(index.column()))

    def _came(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _changed(self, column: Column) -> None:
        if self._rows.total:
            self.dataChanged.emit(self.index(0, column), self.index(self._rows.total - 1, column))

    def _program(self, decision: Decision) -> str:
        return self._apps.of(decision.event, decision.facts).name

    def _icon(self, decision: Decision, column: Column) -> QIcon | None:
        if column is not Column.PROGRAM:
            return None
        return self._apps.of(decision.event, decision.facts).icon

    def _tooltip(self, decision: Decision, column: Column) -> str:
        """More of what the cell has no room for; never taken for markup."""
        if column is Column.TIME:
            held = translate("History", "{when}\nheld for {time}")
            text = held.format(
                when=exact_time_text(decision.when), time=held_text(decision.held_ns)
            )
        elif column is Column.PROGRAM:
            text = words.exe_text(decision.event)
        else:
            text = self._texts[column](decision)
        return words.plain_tooltip(text)


def _colour(decision: Decision, column: Column) -> QBrush | None:
    """A denial stands out, besides by its mark and word."""
    if column is not Column.DECISION or decision.action is Action.ALLOW:
        return None
    palette = QGuiApplication.palette()
    base = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    return QBrush(legible(tones(palette).deny, base, READABLE, text))
