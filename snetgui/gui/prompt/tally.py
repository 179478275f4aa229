# SPDX-License-Identifier: GPL-2.0-or-later
"""How much waits: shown soon, but not with every event of a storm.

A number that changes is a change under the pointer, and disarms the answers.
Were it shown whenever it changes, a program that calls ten times a second could
not be answered at all.
"""

from __future__ import annotations

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

REST_MS = 3000


class Tally(QObject):
    """Two numbers that rest for a while after each change.

    Signals:
        changed: calls behind this question, questions in line.
    """

    changed = pyqtSignal(int, int)

    def __init__(self, parent: QObject | None = None, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._shown = (0, 0)
        self._latest = (0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._show)

    def begin(self, calls: int, waiting: int) -> None:
        """Another question: these numbers are shown with it."""
        self._shown = self._latest = (calls, waiting)
        self._rest.stop()

    def tell(self, calls: int, waiting: int) -> None:
        """The numbers as they are now."""
        self._latest = (calls, waiting)
        if not self._rest.isActive():
            self._show()

    def stop(self) -> None:
        """Nothing is asked."""
        self._rest.stop()

    def _show(self) -> None:
        if self._latest != self._shown:
            self._shown = self._latest
            self._rest.start()
            self.changed.emit(*self._shown)
