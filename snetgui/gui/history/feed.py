# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions as they are made, on their way to the table: in batches, and not while it is held."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.model import Decision, HistoryQuery
from snetgui.model.matching import matches

from .rows import Rows

_BATCH_MS = 150  # a table that changes more often can't be read
_SETTLE_MS = 1500  # by then the history has what was decided before we listened
_WAITING_MOST = 1_000


class Feed(QObject):
    """Puts what matches on top of the rows.

    While the table is held (somebody scrolled, selected or paused) it counts
    instead; let go, the table gets what waited, or is read again where that
    was too much.

    Signals:
        waiting_changed: how many would be new.
        decided: something was, whether it matches or not.
    """

    waiting_changed = pyqtSignal(int)
    decided = pyqtSignal()

    def __init__(
        self, bridge: Bridge, rows: Rows, query: Callable[[], HistoryQuery], parent: QObject
    ) -> None:
        """`query`: what is shown, as of now."""
        super().__init__(parent)
        self._bridge = bridge
        self._rows = rows
        self._query = query
        self._waiting: list[Decision] = []
        self._count = 0
        self._lost = False
        self._batch = self._timer(_BATCH_MS, self._flush)
        self._settle = self._timer(_SETTLE_MS, self._settled)
        bridge.decided.connect(self._take)
        rows.replaced.connect(self._replaced)

    @property
    def waiting(self) -> int:
        """How many are not shown because the table is held."""
        return self._count if self._rows.held else 0

    def start(self) -> None:
        """Listen; what is shown is to be asked for anew."""
        self._bridge.listen()

    def stop(self) -> None:
        """Listen no more."""
        self._bridge.unlisten()
        self._batch.stop()
        self._settle.stop()
        self._forget()

    def asked_anew(self) -> None:
        """Other rows are asked for: what waited was for those before."""
        self._forget()
        self._settle.start()  # what is read now may lack what is being written
        self.waiting_changed.emit(0)

    def hold(self, held: bool) -> None:
        """Nothing may move from now on, or again."""
        if held == self._rows.held:
            return
        self._rows.held = held
        if not held:
            self._flush()
        self.waiting_changed.emit(self.waiting)

    def _take(self, decisions: list[Decision], left_out: int) -> None:
        query = self._query()
        found = [decision for decision in decisions if matches(decision, query)]
        self._count += len(found)
        self._waiting += found
        self._lost = self._lost or left_out > 0
        if len(self._waiting) > _WAITING_MOST:
            self._waiting.clear()
            self._lost = True
        if (found or left_out) and not self._batch.isActive():
            self._batch.start()
        self.decided.emit()

    def _flush(self) -> None:
        if self._rows.held:
            self.waiting_changed.emit(self.waiting)
            return
        waiting, lost = self._waiting, self._lost
        self._forget()
        if lost:  # what is shown and what is told now do not join any more
            self._rows.ask(self._query())
            self._settle.start()
            return
        if waiting:
            self._rows.put(waiting)
        if self._rows.stale:
            self._rows.refresh(self._query())

    def _settled(self) -> None:
        if self._rows.held:
            self._rows.stale = True
        else:
            self._rows.refresh(self._query())

    def _replaced(self) -> None:
        if self._rows.gap:
            self._settle.start()

    def _forget(self) -> None:
        self._waiting, self._count, self._lost = [], 0, False

    def _timer(self, milliseconds: int, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(ring)
        return timer
