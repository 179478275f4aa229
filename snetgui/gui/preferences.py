# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and first start: their windows are made when they are wanted, and know each other."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PyQt6.QtCore import QObject, Qt, pyqtSignal

from snetgui.model import Link, Status

from .bridge import Bridge
from .first.window import FirstWindow
from .raising import bring_up
from .settings.autostart import Autostart
from .settings.own_store import OwnStore
from .settings.window import SettingsWindow
from .sound import Player

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """What the person sets.

    `first_start`: show the first steps once the engine is connected.
    `has_tray` tells whether an icon of ours is in a panel.

    Signals:
        rules_wanted: the person wants to look at the rules.
    """

    rules_wanted = pyqtSignal()

    def __init__(  # noqa: PLR0913  (what its windows need)
        self,
        bridge: Bridge,
        store: OwnStore,
        autostart: Autostart | None,
        player: Player,
        has_tray: Callable[[], bool],
        *,
        first_start: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._store = store
        self._autostart = autostart
        self._player = player
        self._has_tray = has_tray
        self._first_start = first_start
        self._status: Status | None = None
        self.settings: SettingsWindow | None = None
        self.first: FirstWindow | None = None

    @property
    def in_first_start(self) -> bool:
        """Whether the first steps are on the screen."""
        return self.first is not None and self.first.isVisible()

    def take_status(self, status: Status | None, *, asking: bool) -> None:
        """The engine told this; asking: a question is on the screen."""
        self._status = status
        if self.settings is not None:
            self.settings.show_status(status)
        if self._first_start and status is not None and status.link is Link.CONNECTED:
            self._first_start = False
            self._begin_first(status, asking=asking)

    def minute_passed(self) -> None:
        """The time that is left is another one."""
        if self.settings is not None:
            self.settings.refresh()

    def show_settings(self) -> None:
        """The person asked for the settings."""
        if self.settings is None:
            self.settings = SettingsWindow(self._bridge, self._store, self._autostart)
            self.settings.first_wanted.connect(self.show_first)
            self.settings.listen_wanted.connect(self._player.listen)
            self.settings.show_status(self._status)
        bring_up(self.settings)

    def show_first(self) -> None:
        """The person asked for the first steps, which may be on the screen already."""
        if self._status is None:
            return
        first = self._make_first()
        if not first.isVisible():
            first.begin_anew(self._status, fresh=False, tray=self._has_tray())
        bring_up(first)

    def stop(self) -> None:
        """Take the windows away; first steps that were not left come again."""
        for window in (self.settings, self.first):
            if window is not None:
                window.hide()

    def _begin_first(self, status: Status, *, asking: bool) -> None:
        first = self._make_first()
        first.begin_anew(status, fresh=True, tray=self._has_tray())
        # A question on the screen may have the keyboard, and keeps it.
        first.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, asking)
        first.show()
        first.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def _make_first(self) -> FirstWindow:
        if self.first is None:
            self.first = FirstWindow(self._bridge, self._autostart)
            self.first.over.connect(self._first_over)
            self.first.rules_wanted.connect(self.rules_wanted.emit)
        return self.first

    def _first_over(self) -> None:
        try:
            self._store.change(first_done=True)
        except OSError as error:
            _log.warning("the first steps will come again: %s", error)
