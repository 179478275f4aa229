# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person can tell snet to do, as actions that tray and windows share."""

from __future__ import annotations

import time
from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu

from snetgui.model import Link, Mode, Status

from .state import State, headline, next_minute_ms, state_of
from .words import translate

PAUSES_MIN = (5, 15, 60)


class Actions(QObject):
    """The menu, and its actions' state.

    Signals:
        mode_wanted: a Mode, and seconds (None: without an end).
        block_wanted: block everything (True) or end that.
        minute_passed: the time that is left is another one.
    """

    mode_wanted = pyqtSignal(object, object)
    block_wanted = pyqtSignal(bool)
    minute_passed = pyqtSignal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._status: Status | None = None
        self._waiting = 0
        self._blocking = False
        self.headline = self._action("")
        self.headline.setEnabled(False)
        self.waiting = self._action(translate("Menu", "Waiting questions…"))
        self.missed = self._action(translate("Menu", "Missed questions…"))
        self.rules = self._action(translate("Menu", "Rules…"))
        self.history = self._action(translate("Menu", "History…"))
        self.settings = self._action(translate("Menu", "Settings…"))
        self.status = self._action(translate("Menu", "Status…"))
        self.about = self._action(translate("Menu", "About snet"))
        self.quit = self._action(translate("Menu", "Quit"))
        self.block = self._action(translate("Menu", "Block everything now"))
        self.block.setCheckable(True)
        self.block.triggered.connect(self.block_wanted.emit)
        self._modes = QActionGroup(self)
        self._of_mode = {
            Mode.ASK: self._mode(Mode.ASK, translate("Menu", "Ask about what no rule decides")),
            Mode.LEARN: self._mode(Mode.LEARN, translate("Menu", "Learn: allow and note")),
            Mode.LOCK: self._mode(Mode.LOCK, translate("Menu", "Lock: deny what no rule allows")),
        }
        self.pauses = [self._pause(minutes) for minutes in PAUSES_MIN]
        self.menu = self._make_menu()
        # Rings only while a time is left, and once a minute: see next_minute_ms().
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute)

    @property
    def state(self) -> State:
        """The state that all of this is in."""
        return state_of(self._status, self._waiting, blocking=self._blocking)

    @property
    def headline_text(self) -> str:
        """What snet does now, in a line."""
        return headline(self.state, self._status, self._waiting, self._clock())

    def show(self, status: Status | None, waiting: int, *, blocking: bool) -> None:
        """Make the actions say how things are."""
        self._status, self._waiting, self._blocking = status, waiting, blocking
        self.refresh()

    def refresh(self) -> None:
        """Say again what depends on the time."""
        status = self._status
        self.headline.setText(self.headline_text)
        self.headline.setIcon(self.headline.icon())
        self.waiting.setText(
            translate("Menu", "Waiting questions (%Ln)…", "", self._waiting)
            if self._waiting
            else translate("Menu", "Waiting questions…")
        )
        self.waiting.setEnabled(bool(self._waiting))
        missed = status.missed if status is not None else 0
        self.missed.setText(
            translate("Menu", "Missed questions (%Ln)…", "", missed)
            if missed
            else translate("Menu", "Missed questions…")
        )
        connected = status is not None and status.link is Link.CONNECTED
        for mode, action in self._of_mode.items():
            action.setEnabled(status is not None)
            action.setChecked(status is not None and status.mode is mode)
        for action in self.pauses:
            action.setEnabled(connected)
        self.pause_menu.setTitle(self._pause_title())
        self.block.setEnabled(status is not None)
        self.block.setChecked(self._blocking)
        self._await_minute()

    @property
    def awaits_minute(self) -> bool:
        """Whether a time that is left is being counted."""
        return self._minute.isActive()

    def stop(self) -> None:
        """Count no more."""
        self._minute.stop()

    def _await_minute(self) -> None:
        wait_ms = next_minute_ms(self._status, self._clock())
        if wait_ms is None:
            self._minute.stop()
        else:
            self._minute.start(wait_ms)

    def _on_minute(self) -> None:
        self.refresh()
        self.minute_passed.emit()

    def _pause_title(self) -> str:
        if self.state is State.PAUSED:
            return headline(State.PAUSED, self._status, 0, self._clock())
        return translate("Menu", "Pause: ask nothing, allow")

    def _action(self, text: str) -> QAction:
        return QAction(text, self)

    def _mode(self, mode: Mode, text: str) -> QAction:
        action = self._action(text)
        action.setCheckable(True)
        self._modes.addAction(action)
        action.triggered.connect(lambda _on: self.mode_wanted.emit(mode, None))
        return action

    def _pause(self, minutes: int) -> QAction:
        action = self._action(translate("Menu", "for %Ln minutes", "", minutes))
        action.triggered.connect(lambda _on: self.mode_wanted.emit(Mode.PAUSED, minutes * 60.0))
        return action

    def _make_menu(self) -> QMenu:
        menu = QMenu()
        menu.addAction(self.headline)
        menu.addSeparator()
        menu.addActions([self.waiting, self.missed])
        menu.addSeparator()
        menu.addActions(list(self._of_mode.values()))
        self.pause_menu = QMenu(menu)
        self.pause_menu.addActions(self.pauses)
        menu.addMenu(self.pause_menu)
        menu.addAction(self.block)
        menu.addSeparator()
        menu.addActions([self.rules, self.history, self.status, self.settings])
        menu.addSeparator()
        menu.addActions([self.about, self.quit])
        menu.aboutToShow.connect(self.refresh)
        return menu
