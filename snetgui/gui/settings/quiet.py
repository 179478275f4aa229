# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes that nobody changes by accident: not with the wheel while scrolling, not halfway."""

from __future__ import annotations

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QHideEvent, QWheelEvent
from PyQt6.QtWidgets import QComboBox, QSpinBox, QWidget

from snetgui.gui.rules.edges import show_edges

_SETTLE_MS = 700  # longer than between two steps of a held arrow


class QuietComboBox(QComboBox):
    """A box whose choice changes by the wheel only while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Leave the wheel to what scrolls, unless this is meant."""
        if event is not None and not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)


class SettledSpinBox(QSpinBox):
    """A number that counts once the person is done with it.

    Signals:
        settled: the number, after a quiet time, Enter, or when the box is left.
    """

    settled = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLE_MS)
        self._wait.timeout.connect(self._settle)
        self._silent = False
        self.valueChanged.connect(self._on_value)
        self.editingFinished.connect(self._settle_now)
        show_edges(self)

    def set_bounds(self, least: int, most: int) -> None:
        """What can be set; the number that is shown follows without being settled."""
        self._silent = True
        self.setRange(least, most)
        self._silent = False

    def show_value(self, value: int) -> None:
        """Show what is in force, unless the person is at it."""
        line = self.lineEdit()
        typing = self.hasFocus() and line is not None and line.isModified()
        if self._wait.isActive() or typing or value == self.value():
            return
        self._silent = True
        self.setValue(value)
        self._silent = False

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Leave the wheel to what scrolls, unless this is meant."""
        if event is not None and not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Closing the window is being done with it."""
        self.interpretText()
        self._settle_now()
        super().hideEvent(event)

    def _on_value(self, _value: int) -> None:
        if not self._silent:
            self._wait.start()

    def _settle_now(self) -> None:
        if self._wait.isActive():
            self._settle()

    def _settle(self) -> None:
        self._wait.stop()
        self.settled.emit(self.value())
