# SPDX-License-Identifier: GPL-2.0-or-later
"""Arming: an answer counts only when the person has had time to see what it answers."""

from __future__ import annotations

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

ARMING_MS = 500


class Arming(QObject):
    """Disarmed by every change, armed again after a quiet time.

    Signals:
        changed: armed (True) or disarmed (False) from now on.
    """

    changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None, *, delay_ms: int = ARMING_MS) -> None:
        super().__init__(parent)
        self._armed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(lambda: self._set(True))

    @property
    def armed(self) -> bool:
        """Whether an answer counts now."""
        return self._armed

    def disturb(self) -> None:
        """Something changed: the quiet time begins anew."""
        self._timer.start()
        self._set(False)

    def disarm(self) -> None:
        """Nothing is asked: stay disarmed until the next change."""
        self._timer.stop()
        self._set(False)

    def _set(self, armed: bool) -> None:
        if armed != self._armed:
            self._armed = armed
            self.changed.emit(armed)
