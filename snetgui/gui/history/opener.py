# SPDX-License-Identifier: GPL-2.0-or-later
"""The history's window, made when it is wanted first: who never looks never pays for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.raising import bring_up

if TYPE_CHECKING:
    from .window import HistoryWindow


class History(QObject):
    """Tells the window what happens, once there is one.

    Signals:
        rule_wanted: id of a rule to be shown in its own window.
    """

    rule_wanted = pyqtSignal(int)

    def __init__(self, bridge: Bridge, apps: Apps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._apps = apps
        self._lost = False
        self.window: HistoryWindow | None = None

    def show(self) -> None:
        """The person wants to look."""
        if self.window is None:
            from .window import HistoryWindow  # noqa: PLC0415 - some megabytes, see above

            self.window = HistoryWindow(self._bridge, self._apps)
            self.window.rule_wanted.connect(self.rule_wanted)
            if self._lost:
                self.window.engine_lost()
        bring_up(self.window)

    def rules_changed(self) -> None:
        """Rules are others, or have other names."""
        if self.window is not None:
            self.window.rules_changed()

    def apps_changed(self) -> None:
        """Programs have other names and icons."""
        if self.window is not None:
            self.window.apps_changed()

    def engine_lost(self) -> None:
        """Nothing more is decided."""
        self._lost = True
        if self.window is not None:
            self.window.engine_lost()

    def stop(self) -> None:
        """The app ends."""
        if self.window is not None:
            self.window.stop()
