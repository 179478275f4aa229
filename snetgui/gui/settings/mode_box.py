# SPDX-License-Identifier: GPL-2.0-or-later
"""The box that shows the mode, and changes it."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from snetgui.gui.state import time_left
from snetgui.gui.words import translate
from snetgui.model import Mode, Status

from .quiet import QuietComboBox

DAY_S = 86_400.0


def mode_hint(mode: Mode) -> str:
    """What a mode means for the person."""
    return {
        Mode.ASK: translate("Settings", "The program is held until you answer."),
        Mode.LEARN: translate(
            "Settings",
            "All that you would be asked about is allowed. A rule for it is made, marked as "
            "learned, for you to look over.",
        ),
        Mode.LOCK: translate("Settings", "All that you would be asked about is denied."),
        Mode.PAUSED: translate(
            "Settings",
            "All that you would be asked about is allowed. Choose another to end the pause.",
        ),
    }[mode]


class ModeBox(QuietComboBox):
    """The modes that a person chooses here; what holds for a time is one more while it does.

    Signals:
        wanted: a Mode, and seconds or None, by the person.
    """

    wanted = pyqtSignal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late: tuple[Status, int] | None = None
        self.addItem(translate("Settings", "Ask me"), (Mode.ASK, None))
        self.addItem(translate("Settings", "Learn for a day"), (Mode.LEARN, DAY_S))
        self.addItem(translate("Settings", "Learn until I end it"), (Mode.LEARN, None))
        self.addItem(translate("Settings", "Deny (locked)"), (Mode.LOCK, None))
        self._choices = self.count()
        self.activated.connect(self._on_activated)

    def show_status(self, status: Status, now_ns: int) -> None:
        """Show the mode that is in force, and until when (both of CLOCK_MONOTONIC)."""
        view = self.view()
        if view is not None and view.isVisible():
            self._late = status, now_ns  # nothing changes under the pointer
            return
        lasting = self._index(status.mode) if status.mode_until_ns is None else -1
        if lasting < 0:
            self._show_passing(status, now_ns)
            return
        self.setCurrentIndex(lasting)
        self.removeItem(self._choices)

    def hidePopup(self) -> None:
        """Show now what came while the list was open."""
        super().hidePopup()
        late, self._late = self._late, None
        if late is not None:
            self.show_status(*late)

    def _index(self, mode: Mode) -> int:
        choices = (self.itemData(index) for index in range(self._choices))
        return next((index for index, data in enumerate(choices) if data == (mode, None)), -1)

    def _show_passing(self, status: Status, now_ns: int) -> None:
        pattern = (
            translate("Settings", "Paused, {left}")
            if status.mode is Mode.PAUSED
            else translate("Settings", "Learning, {left}")
        )
        text = pattern.format(left=time_left(status, now_ns))
        if self.count() == self._choices:
            self.addItem(text)
        elif self.itemText(self._choices) != text:
            self.setItemText(self._choices, text)
        self.setCurrentIndex(self._choices)

    def _on_activated(self, index: int) -> None:
        if index < self._choices:
            mode, seconds = self.itemData(index)
            self.wanted.emit(mode, seconds)
