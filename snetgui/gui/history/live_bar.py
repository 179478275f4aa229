# SPDX-License-Identifier: GPL-2.0-or-later
"""The line above the table: whether it is live, and how many decisions wait to be shown."""

from __future__ import annotations

from enum import StrEnum

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.rules.deeds import button
from snetgui.gui.theme import em
from snetgui.gui.words import translate


class Live(StrEnum):
    """Why new decisions appear or do not."""

    ON = "on"
    HELD = "held"
    PAUSED = "paused"
    LOST = "lost"


class LiveBar(QWidget):
    """Always as high as it is, so that nothing below moves when something is new.

    Signals:
        newest_wanted: show what is new.
    """

    newest_wanted = pyqtSignal()

    def __init__(self, pause: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = plain_label(wrap=False)
        set_muted(self._state)
        self.new = QPushButton()
        self.new.setAutoDefault(False)
        self.new.setToolTip(translate("History", "Show the newest decisions (Ctrl+Home)"))
        self.new.clicked.connect(self.newest_wanted)
        policy = self.new.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.new.setSizePolicy(policy)
        self._live = Live.ON
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(button(pause))
        row.addWidget(self._state, 1)
        row.addWidget(self.new)
        self.show_state(Live.ON, 0)

    @property
    def state(self) -> str:
        """What it says."""
        return self._state.text()

    def show_state(self, live: Live, waiting: int) -> None:
        """Say how it stands."""
        self._live = live
        self._state.setText(_texts()[live])
        self._state.setAccessibleName(self._state.text())
        self.new.setText(translate("History", "↑ %Ln new", "", waiting))
        self.new.setVisible(waiting > 0)


def _texts() -> dict[Live, str]:
    return {
        Live.ON: translate("History", "● Live: what is decided appears on top"),
        Live.HELD: translate("History", "○ Held while you look"),
        Live.PAUSED: translate("History", "‖ Paused"),
        Live.LOST: translate("History", "✕ The engine has ended: nothing new comes"),
    }
