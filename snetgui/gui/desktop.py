# SPDX-License-Identifier: GPL-2.0-or-later
"""The tray app put together: which part tells which what happened."""

from __future__ import annotations

import os

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QMessageBox

from snetgui import __version__
from snetgui.engine.backend import MissedChanged, Notice, RulesChanged, StatusChanged
from snetgui.model import Link, Mode, Status

from .actions import Actions
from .alerts import Alerts
from .apps import Apps
from .block import Block
from .bridge import Bridge
from .desktop_entry import Entry
from .entries import Entries
from .history.opener import History
from .icons import app_icon
from .missed.window import MissedWindow
from .notifier import Notifier
from .notify_service import NotifyService
from .preferences import Preferences
from .presence import Presence
from .prompt.window import PromptWindow
from .prompter import Prompter
from .raising import bring_up
from .rule_text import rule_text
from .rules.window import RulesWindow
from .settings.autostart import Autostart
from .settings.own import own_path
from .settings.own_store import OwnStore
from .sound import Player
from .state import particulars
from .status_window import StatusWindow
from .telling import fit
from .tray import Tray
from .words import translate

_LINE_MOST = 400


class Desktop(QObject):
    """Windows, tray and prompt over one bridge.

    `store` has the person's own settings; without an `autostart` the app can't
    be started at login by itself; with `first_start` the first steps come once
    the engine is connected.

    Signals:
        said: a line for the terminal.
        quit_wanted: the person wants the app to end.
        lost: the engine has ended.
    """

    said = pyqtSignal(str)
    lost = pyqtSignal()
    quit_wanted = pyqtSignal(bool)

    def __init__(
        self,
        bridge: Bridge,
        store: OwnStore | None = None,
        autostart: Autostart | None = None,
        *,
        first_start: bool = False,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._status: Status | None = None
        self._told: tuple[Link, str] | None = None
        self.apps = Apps()
        self.entries = Entries(self)
        self.actions = Actions(self)
        self.tray = Tray(self.actions, self)
        self.block = Block(bridge, self)
        self.prompt = PromptWindow(rule_text)
        self.prompter = Prompter(bridge, self.prompt, self.apps)
        self.presence = Presence(self)
        self.rules = RulesWindow(bridge, self.apps)
        self.missed = MissedWindow(bridge, self.apps)
        self.history = History(bridge, self.apps, self)
        self.status = StatusWindow(self.actions)
        store = store if store is not None else OwnStore(own_path(os.environ), self)
        player = Player(self)
        self.notifier = Notifier(NotifyService(self), self)
        self.alerts = Alerts(
            bridge,
            self.prompter,
            self.prompt,
            apps=self.apps,
            store=store,
            notifier=self.notifier,
            player=player,
            has_tray=self._has_tray,
        )
        self.preferences = Preferences(
            bridge, store, autostart, player, self._has_tray, first_start=first_start, parent=self
        )
        self._about: QMessageBox | None = None
        self._connect()

    def start(self) -> None:
        """Appear, and begin to listen to the engine."""
        self._refresh()
        self.tray.start()
        self.presence.start()
        self.entries.start()
        self._bridge.watch()
        self.block.look()
        if not self.tray.available:
            self.status.show()

    def stop(self) -> None:
        """Disappear; nothing that comes later is heard."""
        self._bridge.stop()
        self.block.stop()
        self.presence.stop()
        self.entries.stop()
        self.tray.stop()
        self.actions.stop()
        self.alerts.stop()
        self.history.stop()
        self.preferences.stop()
        self.prompt.go_away()
        for window in (self.rules, self.missed, self.status):
            window.hide()

    def show_up(self) -> None:
        """The person wants to see us: what waits, else how things are."""
        if self.prompter.open:
            self.prompter.bring_back()
        elif self.preferences.in_first_start:
            self.preferences.show_first()
        else:
            bring_up(self.status)

    # What the engine tells

    def _take(self, notices: list[Notice]) -> None:
        for notice in notices:
            match notice:
                case StatusChanged(status):
                    self._status = status
                case RulesChanged():
                    self.rules.rules_changed()
                    self.history.rules_changed()
                    self.block.look()
                case MissedChanged():
                    self.missed.missed_changed()
                case _:
                    pass
        self.prompter.take(notices)
        self._refresh()
        if any(isinstance(notice, StatusChanged) for notice in notices):
            asking = self.prompt.isVisible()
            self.preferences.take_status(self._status, asking=asking)

    def _lost(self, why: str) -> None:
        self._status = None
        self.prompter.forget()
        self._refresh()
        self.preferences.take_status(None, asking=False)
        self.history.engine_lost()
        line = why or translate("Desktop", "The engine has ended.")
        self.status.show_notice(line)
        self.said.emit(line)
        self.lost.emit()

    def _refresh(self) -> None:
        self.actions.show(self._status, self.prompter.open, blocking=self.block.on)
        self.tray.refresh(particulars(self._status))
        self.status.show_status(self._status)
        self._tell_terminal()
        self.alerts.link_changed(self._status)
        self.alerts.warnings_changed(self._status)
        self.alerts.missed_changed(self._status, looked_at=self.missed.isVisible())

    def _questions_changed(self) -> None:
        self._refresh()
        self.alerts.questions_changed()

    def _minute_passed(self) -> None:
        self._refresh()
        self.preferences.minute_passed()

    def _status_closed(self) -> None:
        if self._status is not None:  # else it says why nothing else is known
            self.status.show_notice("")
        if not self._has_tray():
            self.notifier.still_here()

    def _has_tray(self) -> bool:
        return self.tray.available

    def _tell_terminal(self) -> None:
        status = self._status
        if status is None or (status.link, status.problem) == self._told:
            return
        self._told = status.link, status.problem
        if status.link is Link.CONNECTED:
            line = translate("Desktop", "connected to {source}").format(source=status.source)
        else:
            line = particulars(status)
        self.said.emit(fit(line, _LINE_MOST))
        if status.link is not Link.CONNECTED and not self.tray.available:
            self.status.show()

    # What the person wants

    def _set_mode(self, mode: Mode, seconds: float | None) -> None:
        self._bridge.call(self._bridge.backend.set_mode(mode, seconds))

    def _show_rule(self, rule_id: int) -> None:
        bring_up(self.rules)
        self.rules.show_rule(rule_id)

    def _show_missed(self) -> None:
        bring_up(self.missed)
        self.notifier.no_missed()

    def _problem(self, text: str) -> None:
        """Something that the person did was not done: say so where it can be seen."""
        self.status.show_notice(text)
        bring_up(self.status)
        self.said.emit(fit(text, _LINE_MOST))

    def _on_entries(self, entries: list[Entry]) -> None:
        self.apps.take(entries)
        self.history.apps_changed()
        self.prompter.show()

    def _show_about(self) -> None:
        if self._about is None:
            self._about = QMessageBox()
            self._about.setWindowTitle(translate("Desktop", "About snet"))
            self._about.setIconPixmap(app_icon().pixmap(64, 64))
            self._about.setText(f"snet {__version__}")
            self._about.setInformativeText(
                translate(
                    "Desktop",
                    "An interactive firewall: it holds a program’s network call until you "
                    "answer, and remembers the answer.\n\nFree software under the GNU General "
                    "Public License, version 2 or later.",
                )
            )
        self._about.show()
        self._about.raise_()

    def _connect(self) -> None:
        self._bridge.noticed.connect(self._take)
        self._bridge.lost.connect(self._lost)
        self._bridge.failed.connect(self._problem)
        self.presence.changed.connect(self.prompter.set_here)
        self.prompter.problem.connect(self._problem)
        self.prompter.waiting_changed.connect(lambda _count: self._questions_changed())
        self.block.changed.connect(lambda _on: self._refresh())
        self.block.problem.connect(self._problem)
        self.entries.read.connect(self._on_entries)
        self.actions.minute_passed.connect(self._minute_passed)
        self.tray.opened.connect(self.show_up)
        self.tray.missing.connect(self.status.show)
        self.status.closed.connect(self._status_closed)
        self.notifier.show_wanted.connect(self.show_up)
        self.notifier.later_wanted.connect(self.prompter.put_off)
        self.notifier.missed_wanted.connect(self._show_missed)
        self.preferences.rules_wanted.connect(lambda: bring_up(self.rules))
        actions = self.actions
        actions.waiting.triggered.connect(self.prompter.bring_back)
        actions.missed.triggered.connect(self._show_missed)
        actions.settings.triggered.connect(self.preferences.show_settings)
        actions.rules.triggered.connect(lambda: bring_up(self.rules))
        actions.history.triggered.connect(self.history.show)
        self.history.rule_wanted.connect(self._show_rule)
        actions.status.triggered.connect(lambda: bring_up(self.status))
        actions.about.triggered.connect(self._show_about)
        actions.quit.triggered.connect(self.quit_wanted.emit)
        actions.mode_wanted.connect(self._set_mode)
        actions.block_wanted.connect(self.block.switch)
