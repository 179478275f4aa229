# SPDX-License-Identifier: GPL-2.0-or-later
"""Tells when a shown time is out of date: as seldom as can be, and never unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from .texts import next_change_s

_LONGEST_S = 3600.0


class Ticker(QObject):
    """One timer that rings when the first of the times that are looked at says something else.

    `left` gives the seconds left of each.

    Signals:
        passed: a text changed.
    """

    passed = pyqtSignal()

    def __init__(self, left: Callable[[], Iterable[float]], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._ring)

    @property
    def wait_ms(self) -> int:
        """Milliseconds until it rings, -1 if it will not."""
        return self._timer.remainingTime()

    def set(self) -> None:
        """Look at the times anew."""
        waits = [next_change_s(seconds) for seconds in self._left() if seconds > 0]
        if waits:
            self._timer.start(round(min(*waits, _LONGEST_S) * 1000) + 20)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Ring no more: nobody looks."""
        self._timer.stop()

    def _ring(self) -> None:
        self.passed.emit()
        self.set()
