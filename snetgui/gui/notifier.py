# SPDX-License-Identifier: GPL-2.0-or-later
"""Notifications through org.freedesktop.Notifications, where the desktop has them.

After the Desktop Notifications Specification 1.2. A body may be taken for
markup there, so what is untrusted in it is escaped.
"""

from __future__ import annotations

import html
from typing import cast

from PyQt6.QtCore import QMetaType, QObject, QVariant, pyqtSignal, pyqtSlot
from PyQt6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusPendingReply,
)

from .words import translate

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_EXPIRE_MS = 10_000
# The stubs know neither of these as a number.
_UINT32 = cast(int, QMetaType.Type.UInt.value)
_STRING = QMetaType(cast(int, QMetaType.Type.QString.value))


class Notifier(QObject):
    """At most one notification of ours at a time: a newer one replaces it.

    Signals:
        chosen: the key of the action that the person took.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._id = 0
        self._sent: QDBusPendingCallWatcher | None = None
        if self._bus.isConnected():
            self._bus.connect(
                _SERVICE,
                _PATH,
                _SERVICE,
                "ActionInvoked",
                self._on_action,
            )

    def say(self, summary: str, body: str, action: str, label: str) -> None:
        """Show a notification with one thing to do; nothing happens where there is no service."""
        if not self._bus.isConnected():
            return
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Notify")
        message.setArguments(
            [
                translate("Notify", "snet"),
                _uint(self._id),
                "snet",
                summary,
                html.escape(body),
                _strings([action, label, "default", label]),
                {"desktop-entry": "snet-gui"},
                QVariant(_EXPIRE_MS),
            ]
        )
        self._sent = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        self._sent.finished.connect(self._on_sent)

    def _on_sent(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = QDBusPendingReply(watcher)
        if not reply.isError() and reply.reply().arguments():
            self._id = int(reply.reply().arguments()[0])
        watcher.deleteLater()

    @pyqtSlot("uint", str)
    def _on_action(self, number: int, key: str) -> None:
        if number == self._id:
            self.chosen.emit(key)


def _uint(value: int) -> QDBusArgument:
    """A number with the type that the specification asks for (PyQt sends int32)."""
    return QDBusArgument(value, _UINT32)


def _strings(values: list[str]) -> QDBusArgument:
    """An array of strings, also where it is empty."""
    argument = QDBusArgument()
    argument.beginArray(_STRING)
    for value in values:
        argument.add(value, _STRING.id())
    argument.endArray()
    return argument
