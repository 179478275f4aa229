# SPDX-License-Identifier: GPL-2.0-or-later
"""The tray icon: how snet stands, at a glance, and its menu."""

from __future__ import annotations

from PyQt6.QtCore import QObject, QTimer, pyqtSignal
from PyQt6.QtWidgets import QSystemTrayIcon

from .actions import Actions
from .icons import state_icon
from .state import State

# A panel may come up after us; then the icon goes there by itself, and the
# status window is not needed any more. Looked at once, not again and again.
_PANEL_COMES_MS = 10_000


class Tray(QObject):
    """The icon in the panel, where there is one.

    Signals:
        opened: the person clicked the icon.
        missing: there is no tray on this desktop.
    """

    opened = pyqtSignal()
    missing = pyqtSignal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._state: State | None = None
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(actions.menu)
        self._icon.activated.connect(self._on_activated)

    def start(self) -> None:
        """Put the icon into the panel; tell if there is none after a while."""
        self.refresh()
        self._icon.show()
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QTimer.singleShot(_PANEL_COMES_MS, self._look_again)

    @property
    def available(self) -> bool:
        """Whether there is a panel that shows the icon now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def stop(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def refresh(self, detail: str = "") -> None:
        """Show the state that the actions are in."""
        state = self._actions.state
        if state is not self._state:
            self._state = state
            self._icon.setIcon(state_icon(state))
        lines = [f"snet · {self._actions.headline_text}", detail]
        self._icon.setToolTip("\n".join(filter(None, lines)))

    def _look_again(self) -> None:
        if not self.available:
            self.missing.emit()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.opened.emit()
