# SPDX-License-Identifier: GPL-2.0-or-later
"""SIGTERM and SIGINT, told to Qt's event loop: no polling, nothing done in a handler."""

from __future__ import annotations

import signal
import socket
from collections.abc import Sequence

from PyQt6 import sip
from PyQt6.QtCore import QObject, QSocketNotifier, pyqtSignal

ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class UnixSignals(QObject):
    """Passes signals on. The interpreter's own handler writes each to a socket.

    Signals:
        came: a signal's number.
    """

    came = pyqtSignal(int)

    def __init__(
        self, numbers: Sequence[signal.Signals] = ENDING, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        # A handler must be there, else the signal's default ends the process.
        self._before = {
            number: signal.signal(number, lambda _number, _frame: None) for number in numbers
        }
        self._notifier = QSocketNotifier(
            sip.voidptr(self._ours.fileno()), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Leave signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()

    def _read(self) -> None:
        for number in self._ours.recv(256):
            if number in self._before:
                self.came.emit(number)
