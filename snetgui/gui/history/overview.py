# SPDX-License-Identifier: GPL-2.0-or-later
"""What the totals and the plot show, read again when the filters or the history change."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.model import EVERYTHING, HistoryQuery, Slot, SnetError, Step, TotalBy

from .asking import Asking
from .plot_bins import counts_of, step_for

_TYPING_MS = 200  # between two letters of a search
_LIVE_MS = 2_000
_SHARE = 10  # at most this part of the time is spent on reading again
_TOTALS_MOST = 100

Job = tuple[Callable[[], Coroutine[Any, Any, Any]], Callable[[Any], None]]


class Overview(QObject):
    """Asks for totals and counts, one after the other: the table's pages need not wait for them.

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
        self._backend = bridge.backend
        self._now = now
        self._query: Callable[[], HistoryQuery] = lambda: EVERYTHING
        self._asking: Asking[Any] = Asking(bridge, self)
        self._jobs: deque[Job] = deque()
        self._began = 0.0
        self._took_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether something is being read, or will be in a moment."""
        return self._timer.isActive() or self._asking.busy

    def ask(self, query: Callable[[], HistoryQuery], *, at_once: bool = False) -> None:
        """Show this; `query` gives it as of the moment at which it is asked."""
        self._query = query
        if at_once:
            self._ask()
        else:
            self._timer.start(_TYPING_MS)

    def touch(self) -> None:
        """Something was decided: read again soon, and never all the time."""
        if not self.busy:
            self._timer.start(max(_LIVE_MS, round(self._took_s * 1000 * _SHARE)))

    def stop(self) -> None:
        """Nobody looks."""
        self._timer.stop()
        self._jobs.clear()
        self._asking.drop()

    def _ask(self) -> None:
        self._timer.stop()
        self._began = time.monotonic()
        query, now = self._query(), self._now()
        self._jobs = deque([self._totals(query, TotalBy.PROGRAM)])
        if query.since is None:
            self._jobs.append(self._beginning(query, Step.DAY, now))
        else:
            self._jobs.append(self._slots(query, now))
        self._jobs.append(self._totals(query, TotalBy.DESTINATION))
        self._go_on()

    def _go_on(self) -> None:
        if not self._jobs:
            self._took_s = time.monotonic() - self._began
            return
        make, done = self._jobs.popleft()

        def answered(result: Any) -> None:
            done(result)
            self._go_on()

        self._asking.ask(make, answered, self._did_not)

    def _totals(self, query: HistoryQuery, by: TotalBy) -> Job:
        others = _without(query, by)
        return (
            lambda: self._backend.totals(others, by, limit=_TOTALS_MOST),
            lambda totals: self.totals.emit(by, totals),
        )

    def _beginning(
        self, query: HistoryQuery, step: Step, now: datetime, since: datetime | None = None
    ) -> Job:
        """When the history begins, whatever the filters: then the plot's time stays the same.

        The history counts everything as it comes, so that this is quick.
        """

        def found(slots: tuple[Slot, ...]) -> None:
            begun = replace(query, since=slots[0].start if slots else now)
            finer = step_for(begun.since or now, query.until or now, now)
            if slots and finer.value < step.value:
                self._jobs.appendleft(self._beginning(query, finer, now, begun.since))
            else:
                self._jobs.appendleft(self._slots(begun, now))

        everything = HistoryQuery(since=since, until=query.until)
        return lambda: self._backend.timeline(everything, step), found

    def _slots(self, query: HistoryQuery, now: datetime) -> Job:
        assert query.since is not None
        since, until = query.since, query.until
        step = step_for(since, until or now, now)
        return (
            lambda: self._backend.timeline(query, step),
            lambda slots: self.counts.emit(counts_of(slots, step, since, until, now)),
        )

    def _did_not(self, error: SnetError) -> None:
        self._jobs.clear()
        self.failed.emit(str(error))


def _without(query: HistoryQuery, by: TotalBy) -> HistoryQuery:
    """The same question without what is totalled by."""
    if by is TotalBy.PROGRAM:
        return replace(query, program=None)
    return replace(query, destination=None)
