# SPDX-License-Identifier: GPL-2.0-or-later
"""Who asked most, and for what: two lists with bars, each entry a filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QGuiApplication, QIcon, QKeyEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QAbstractItemView, QListView, QTabWidget, QWidget

from snetgui.gui.apps import Apps
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.theme import tones
from snetgui.gui.words import plain_tooltip, translate
from snetgui.model import Total, TotalBy
from snetgui.model.text import shown

from .plot_texts import number_text
from .totals_delegate import ENTRY_ROLE, Entry, TotalsDelegate

_NAME_MOST = 300
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class _Named:
    """What an entry is called, and its picture."""

    name: str
    icon: QIcon | None
    whole: str


class TotalsModel(QAbstractListModel):
    """Totals, the largest first."""

    def __init__(self, named: Callable[[str], _Named], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._named = named
        self._totals: tuple[Total, ...] = ()
        self._active: str | None = None

    @property
    def totals(self) -> tuple[Total, ...]:
        """What is shown."""
        return self._totals

    def show(self, totals: Sequence[Total]) -> None:
        """Show these; where the same are in the same places, only their numbers change."""
        new = tuple(totals)
        if [one.name for one in new] == [one.name for one in self._totals]:
            self._totals = new
            self.retell()
            return
        self.beginResetModel()
        self._totals = new
        self.endResetModel()

    def activate(self, name: str | None) -> None:
        """This one is filtered by."""
        if name != self._active:
            self._active = name
            self.retell()

    def row_of(self, name: str) -> int:
        """Where it is, -1 if it is not."""
        return next((row for row, one in enumerate(self._totals) if one.name == name), -1)

    def retell(self) -> None:
        """Something about all of them is another."""
        if self._totals:
            self.dataChanged.emit(self.index(0), self.index(len(self._totals) - 1))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many there are; none has anything below it."""
        return 0 if parent is not None and parent.isValid() else len(self._totals)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows."""
        if not index.isValid():
            return None
        total = self._totals[index.row()]
        if role == ENTRY_ROLE:
            return self._entry(total)
        named = self._named(total.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return named.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = _numbers(named, total)
            return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def _entry(self, total: Total) -> Entry:
        named = self._named(total.name)
        most = max(one.allowed + one.denied for one in self._totals)
        return Entry(
            named.name, named.icon, total.allowed, total.denied, most, total.name == self._active
        )


def _numbers(named: _Named, total: Total) -> str:
    text = translate("HistoryTotals", "{name}: allowed {allowed}, denied {denied}")
    return text.format(
        name=named.whole, allowed=number_text(total.allowed), denied=number_text(total.denied)
    )


class TotalsList(QListView):
    """One of the two lists. A click, Enter or Space filters by an entry, or ends that.

    Signals:
        wanted: the name of the entry.
    """

    wanted = pyqtSignal(str)

    def __init__(
        self, name: str, named: Callable[[str], _Named], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.totals = TotalsModel(named, self)
        self.setModel(self.totals)
        self.setAccessibleName(name)
        self.setItemDelegate(TotalsDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._take)
        show_edges(self)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter and Space take the entry."""
        if event is not None and event.key() in _TAKING and self.currentIndex().isValid():
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Say so where there is nothing."""
        super().paintEvent(event)
        viewport = self.viewport()
        if viewport is None or self.totals.rowCount():
            return
        painter = QPainter(viewport)
        painter.setPen(tones(QGuiApplication.palette()).muted)
        text = translate("HistoryTotals", "Nothing")
        painter.drawText(viewport.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _take(self, index: QModelIndex) -> None:
        self.wanted.emit(self.totals.totals[index.row()].name)


class Totals(QTabWidget):
    """Programs and destinations.

    Signals:
        program_wanted, destination_wanted: its name, as HistoryQuery has it.
    """

    program_wanted = pyqtSignal(str)
    destination_wanted = pyqtSignal(str)

    def __init__(self, apps: Apps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._apps = apps
        self.setDocumentMode(True)
        programs = translate("HistoryTotals", "Programs")
        destinations = translate("HistoryTotals", "Destinations")
        self.programs = TotalsList(programs, self._program)
        self.destinations = TotalsList(destinations, _destination)
        self.addTab(self.programs, programs)
        self.addTab(self.destinations, destinations)
        self.programs.wanted.connect(self.program_wanted)
        self.destinations.wanted.connect(self.destination_wanted)

    def show_totals(self, by: TotalBy, totals: Sequence[Total]) -> None:
        """Show these."""
        self._list(by).totals.show(totals)

    def activate(self, program: str | None, destination: str | None) -> None:
        """These are filtered by."""
        self.programs.totals.activate(program)
        self.destinations.totals.activate(destination)

    def retell(self) -> None:
        """Programs have other names and icons."""
        self.programs.totals.retell()

    def names(self, by: TotalBy) -> list[str]:
        """What is in a list."""
        return [total.name for total in self._list(by).totals.totals]

    def _list(self, by: TotalBy) -> TotalsList:
        return self.programs if by is TotalBy.PROGRAM else self.destinations

    def _program(self, path: str) -> _Named:
        if not path:
            return _Named(translate("HistoryTotals", "No executable file"), None, "")
        app = self._apps.at(path)
        return _Named(app.name, app.icon, shown(path, _NAME_MOST))


def _destination(name: str) -> _Named:
    if not name:
        text = translate("HistoryTotals", "No destination")
        return _Named(text, None, text)
    text = shown(name, _NAME_MOST)
    return _Named(text, None, text)
