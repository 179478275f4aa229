# SPDX-License-Identifier: GPL-2.0-or-later
"""What the totals and the plot show, read again when the filters or the history change."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.model import EVERYTHING, HistoryQuery, Slot, SnetError, Step, Total, TotalBy

from .asking import Asking
from .plot_bins import counts_of, step_for

_TYPING_MS = 200  # between two letters of a search
_LIVE_MS = 2_000
_SHARE = 10  # at most this part of the time is spent on reading again
_TOTALS_MOST = 100


class Overview(QObject):
    """Asks for totals and counts.

    Signals:
        totals: a TotalBy, and a tuple of Total. What is filtered by itself is
            left out of the question, so that another can be chosen.
        counts: a plot_bins.Counts.
        failed: why something could not be read.
    """

    totals = pyqtSignal(object, object)
    counts = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._now = now
        self._query: Callable[[], HistoryQuery] = lambda: EVERYTHING
        self._slots: Asking[tuple[Slot, ...]] = Asking(bridge, self)
        self._totals: dict[TotalBy, Asking[tuple[Total, ...]]] = {
            by: Asking(bridge, self) for by in TotalBy
        }
        self._began = 0.0
        self._took_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether something is being read, or will be in a moment."""
        asked = self._slots.busy or any(asking.busy for asking in self._totals.values())
        return self._timer.isActive() or asked

    def ask(self, query: Callable[[], HistoryQuery], *, at_once: bool = False) -> None:
        """Show this; `query` gives it as of the moment at which it is asked."""
        self._query = query
        if at_once:
            self._ask()
        else:
            self._timer.start(_TYPING_MS)

    def touch(self) -> None:
        """Something was decided: read again soon, and never all the time."""
        if not self._timer.isActive():
            self._timer.start(max(_LIVE_MS, round(self._took_s * 1000 * _SHARE)))

    def stop(self) -> None:
        """Nobody looks."""
        self._timer.stop()
        self._slots.drop()
        for asking in self._totals.values():
            asking.drop()

    def _ask(self) -> None:
        self._timer.stop()
        self._began = time.monotonic()
        query, now = self._query(), self._now()
        for by, asking in self._totals.items():
            self._ask_totals(by, asking, _without(query, by))
        if query.since is None:  # the days tell how far back it goes
            self._ask_slots(query, Step.DAY, now, open_=True)
        else:
            step = step_for(query.since, query.until or now, now)
            self._ask_slots(query, step, now, open_=False)

    def _ask_totals(
        self, by: TotalBy, asking: Asking[tuple[Total, ...]], query: HistoryQuery
    ) -> None:
        asking.ask(
            lambda: self._bridge.backend.totals(query, by, limit=_TOTALS_MOST),
            lambda totals: self._tell(lambda: self.totals.emit(by, totals)),
            self._did_not,
        )

    def _ask_slots(self, query: HistoryQuery, step: Step, now: datetime, *, open_: bool) -> None:
        """open_: the time begins with the first decision."""

        def took(slots: tuple[Slot, ...]) -> None:
            since = None if open_ else query.since
            if open_ and slots:
                finer = step_for(slots[0].start, query.until or now, now)
                if finer.value < step.value:
                    begun = replace(query, since=slots[0].start)
                    self._ask_slots(begun, finer, now, open_=True)
                    return
            self._tell(lambda: self.counts.emit(counts_of(slots, step, since, query.until, now)))

        self._slots.ask(lambda: self._bridge.backend.timeline(query, step), took, self._did_not)

    def _tell(self, tell: Callable[[], None]) -> None:
        self._took_s = time.monotonic() - self._began
        tell()

    def _did_not(self, error: SnetError) -> None:
        self.failed.emit(str(error))


def _without(query: HistoryQuery, by: TotalBy) -> HistoryQuery:
    """The same question without what is totalled by."""
    if by is TotalBy.PROGRAM:
        return replace(query, program=None)
    return replace(query, destination=None)
