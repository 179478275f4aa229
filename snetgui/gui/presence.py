# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the person can see this session: not while it is locked, in the background or asleep.

From systemd-logind (org.freedesktop.login1(5)) on the system bus, and from the
desktop's screen saver on the session bus. Where neither is there, the person
counts as here: a question that nobody is shown is worse than one too many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from PyQt6.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot
from PyQt6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusPendingReply,
    QDBusVariant,
)

_LOGIN = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_MANAGER_PATH = "/org/freedesktop/login1"
# Who locks says so by one of these, or by logind's LockedHint, or not at all.
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
# logind's Lock only asks for a lock. If nobody says within this time that there
# is one, nobody will say either when it is gone.
_LOCKS_WITHIN_MS = 10_000


class _Away(StrEnum):
    """Why the person can't see the session."""

    LOCKING = "locking"
    LOCKED = "locked"
    SAVER = "screen saver"
    BACKGROUND = "background"
    ASLEEP = "asleep"


class Presence(QObject):
    """Tells when the person goes and comes back.

    `system` and `desktop` are the two buses; without them the usual ones.

    Signals:
        changed: here (True) or away from now on.
    """

    changed = pyqtSignal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: QDBusConnection | None = None,
        desktop: QDBusConnection | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        super().__init__(parent)
        self._environ = environ
        self._system = system if system is not None else QDBusConnection.systemBus()
        self._desktop = desktop if desktop is not None else QDBusConnection.sessionBus()
        self._away: set[_Away] = set()
        self._locking = QTimer(self)
        self._locking.setSingleShot(True)
        self._locking.setInterval(_LOCKS_WITHIN_MS)
        self._locking.timeout.connect(lambda: self._set(_Away.LOCKING, on=False))

    @property
    def here(self) -> bool:
        """Whether the person can see the session, as far as is known."""
        return not self._away

    def start(self) -> None:
        """Begin to listen; what is the case already is told too."""
        if self._desktop.isConnected():
            for interface, path in _SAVERS:
                self._desktop.connect("", path, interface, "ActiveChanged", self._on_saver)
        if self._system.isConnected():
            self._system.connect(_LOGIN, _MANAGER_PATH, _MANAGER, "PrepareForSleep", self._on_sleep)
            session = self._environ.get("XDG_SESSION_ID") or "auto"
            self._ask(_MANAGER_PATH, _MANAGER, "GetSession", [session], self._on_session)

    def stop(self) -> None:
        """Tell nothing more."""
        self._locking.stop()
        self.blockSignals(True)

    # What logind says

    def _on_session(self, reply: list[Any]) -> None:
        path = str(reply[0])
        connect = self._system.connect
        connect(_LOGIN, path, _PROPERTIES, "PropertiesChanged", self._on_properties)
        connect(_LOGIN, path, _SESSION, "Lock", self._on_lock)
        connect(_LOGIN, path, _SESSION, "Unlock", self._on_unlock)
        for name in ("Active", "LockedHint"):
            self._ask(path, _PROPERTIES, "Get", [_SESSION, name], self._learner(name))

    def _learner(self, name: str) -> Callable[[list[Any]], None]:
        return lambda reply: self._learn({name: QDBusVariant(reply[0]).variant()})

    # Messages, not their arguments: Qt ends the program where those are not
    # what it was promised.

    @pyqtSlot(QDBusMessage)
    def _on_properties(self, message: QDBusMessage) -> None:
        _interface, values, *_ = (*message.arguments(), None, None)
        self._learn(values)

    def _learn(self, values: object) -> None:
        if not isinstance(values, dict):
            return
        if "Active" in values:
            self._set(_Away.BACKGROUND, on=not values["Active"])
        if "LockedHint" in values:
            self._set(_Away.LOCKED, on=bool(values["LockedHint"]))
            self._locking.stop()
            self._set(_Away.LOCKING, on=False)

    @pyqtSlot(QDBusMessage)
    def _on_lock(self, _message: QDBusMessage) -> None:
        if _Away.LOCKED not in self._away:
            self._locking.start()
            self._set(_Away.LOCKING, on=True)

    @pyqtSlot(QDBusMessage)
    def _on_unlock(self, _message: QDBusMessage) -> None:
        self._locking.stop()
        self._set(_Away.LOCKING, on=False)

    @pyqtSlot(QDBusMessage)
    def _on_sleep(self, message: QDBusMessage) -> None:
        self._set(_Away.ASLEEP, on=message.arguments() == [True])

    # What the screen saver says

    @pyqtSlot(QDBusMessage)
    def _on_saver(self, message: QDBusMessage) -> None:
        self._set(_Away.SAVER, on=message.arguments() == [True])

    # Within

    def _set(self, why: _Away, *, on: bool) -> None:
        before = self.here
        if on:
            self._away.add(why)
        else:
            self._away.discard(why)
        if self.here is not before:
            self.changed.emit(self.here)

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        arguments: list[str],
        answered: Callable[[list[Any]], None],
    ) -> None:
        message = QDBusMessage.createMethodCall(_LOGIN, path, interface, method)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)

        def finished(done: QDBusPendingCallWatcher) -> None:
            reply = QDBusPendingReply(done).reply()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                answered(reply.arguments())
            done.deleteLater()

        watcher.finished.connect(finished)
