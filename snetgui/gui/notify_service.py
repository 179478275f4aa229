# SPDX-License-Identifier: GPL-2.0-or-later
"""Notifications through org.freedesktop.Notifications, where the desktop has them.

After the Desktop Notifications Specification 1.3. Each note has a name of ours:
showing it again changes it in place. A server that comes late or again is told
what should be on the screen then; without any, nothing happens. A body may be
taken for markup there, so it is escaped; what a program says of itself never
stands in a summary, for which the specification promises nothing.
"""

from __future__ import annotations

import html
import os
from dataclasses import dataclass
from typing import Any, cast

from PyQt6.QtCore import QMetaType, QObject, QTimer, QVariant, pyqtSignal, pyqtSlot
from PyQt6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusPendingReply,
    QDBusServiceWatcher,
)
from PyQt6.QtGui import QGuiApplication

from .words import translate

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_APART_MS = 500  # a note changes no more often than can be read
_FOR_EVER, _AS_USUAL = 0, -1
_NORMAL, _CRITICAL = 1, 2
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - what Qt raises a window with under Wayland
# The stubs know none of these as a number.
_BYTE = cast(int, QMetaType.Type.UChar.value)
_UINT32 = cast(int, QMetaType.Type.UInt.value)
_STRING = QMetaType(cast(int, QMetaType.Type.QString.value))


@dataclass(frozen=True, slots=True)
class Note:
    """What a notification says.

    Attributes:
        summary: in our own words only.
        body: plain text; what is untrusted in it went through shown().
        instead: what the body says besides where the server has no buttons.
        actions: name and label of each; the first is also what a click means.
        urgent: stays in sight until it is over, where servers tell that apart.
        lasting: stays until it is waved away or taken back.
    """

    summary: str
    body: str
    actions: tuple[tuple[str, str], ...]
    instead: str = ""
    urgent: bool = False
    lasting: bool = True


class NotifyService(QObject):
    """Shows notes and takes them back.

    Signals:
        acted: name of a note, and of the action that the person took.
    """

    acted = pyqtSignal(str, str)

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._bus = bus if bus is not None else QDBusConnection.sessionBus()
        self._slots: dict[str, _Slot] = {}
        self._can: frozenset[str] | None = None
        self._asking = False
        if self._bus.isConnected():
            self._listen()

    def show(self, name: str, note: Note) -> None:
        """Show a note, or change the one of that name."""
        if not self._bus.isConnected():
            return
        slot = self._slots.get(name)
        if slot is None:
            slot = self._slots[name] = _Slot(self)
            slot.due.connect(lambda: self._send(name))
        slot.wanted = note
        self._send(name)

    def withdraw(self, name: str) -> None:
        """Take a note back; one that is not there is no fault."""
        slot = self._slots.get(name)
        if slot is not None:
            slot.wanted = None
            self._send(name)

    def _send(self, name: str) -> None:
        """Make the server show what is wanted, as soon as its last answer came."""
        slot = self._slots[name]
        if slot.wanted == slot.told or slot.busy:
            return
        if slot.wanted is None:
            self._close(slot)
        elif self._can is None:
            self._ask_what_it_can()
        elif slot.may_change:
            self._notify(name, slot, slot.wanted, self._can)

    def _close(self, slot: _Slot) -> None:
        number, slot.number, slot.told = slot.number, 0, None
        if number:
            self._call("CloseNotification", [_uint(number)])

    def _notify(self, name: str, slot: _Slot, note: Note, can: frozenset[str]) -> None:
        turn = slot.begin(note)
        watcher = self._call("Notify", _arguments(note, slot.number, can))
        watcher.finished.connect(lambda: self._on_notified(name, turn, watcher))

    def _on_notified(self, name: str, turn: int, watcher: QDBusPendingCallWatcher) -> None:
        slot, reply = self._slots[name], QDBusPendingReply(watcher)
        arguments = reply.reply().arguments()
        if turn != slot.turn:
            return  # the answer of a server that is gone
        slot.busy = False
        if reply.isError() or not arguments:
            slot.forget()  # should another server come, _on_owner() tells it
            return
        slot.number = int(arguments[0])
        self._send(name)

    def _ask_what_it_can(self) -> None:
        if not self._asking:
            self._asking = True
            watcher = self._call("GetCapabilities", [])
            watcher.finished.connect(lambda: self._on_told_what_it_can(watcher))

    def _on_told_what_it_can(self, watcher: QDBusPendingCallWatcher) -> None:
        self._asking = False
        reply = QDBusPendingReply(watcher)
        arguments = reply.reply().arguments()
        if reply.isError() or not arguments:
            return  # no server: should one come, _on_owner() tells it
        self._can = frozenset(str(one) for one in arguments[0])
        for name in list(self._slots):
            self._send(name)

    def _on_owner(self, _service: str, _before: str, now: str) -> None:
        """The server went, or another one came: it shows nothing of ours."""
        self._can = None
        for slot in self._slots.values():
            slot.forget()
        if now:
            for name in list(self._slots):
                self._send(name)

    # Messages, not their arguments: Qt ends the program where those are not
    # what it was promised.

    @pyqtSlot(QDBusMessage)
    def _on_action(self, message: QDBusMessage) -> None:
        name, told = self._named(message)
        if told is None:
            return
        slot, action = self._slots[name], str(told)
        actions = [key for key, _label in slot.told.actions] if slot.told is not None else []
        if action == "default":
            action = next(iter(actions), "")
        if action in actions:
            self.acted.emit(name, action)

    @pyqtSlot(QDBusMessage)
    def _on_closed(self, message: QDBusMessage) -> None:
        """It is gone, most often because the person waved it away: that is respected."""
        name, told = self._named(message)
        if told is not None:
            slot = self._slots[name]
            slot.number, slot.told, slot.wanted = 0, None, None

    @pyqtSlot(QDBusMessage)
    def _on_token(self, message: QDBusMessage) -> None:
        """Under Wayland a window comes to the front only with what this click allows."""
        _name, token = self._named(message)
        if isinstance(token, str) and QGuiApplication.platformName().startswith("wayland"):
            os.environ[_TOKEN] = token  # Qt takes it out again

    def _named(self, message: QDBusMessage) -> tuple[str, Any]:
        """Which note a signal is about, and what it tells of it; None: of none of ours."""
        number, told, *_ = (*message.arguments(), None, None)
        for name, slot in self._slots.items():
            if number and number == slot.number:
                return name, told
        return "", None

    def _listen(self) -> None:
        for signal, slot in (
            ("ActionInvoked", self._on_action),
            ("NotificationClosed", self._on_closed),
            ("ActivationToken", self._on_token),
        ):
            self._bus.connect(_SERVICE, _PATH, _SERVICE, signal, slot)
        watcher = QDBusServiceWatcher(
            _SERVICE, self._bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
        )
        watcher.serviceOwnerChanged.connect(self._on_owner)

    def _call(self, method: str, arguments: list[Any]) -> QDBusPendingCallWatcher:
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, method)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        watcher.finished.connect(watcher.deleteLater)
        return watcher


class _Slot(QObject):
    """One note: what is wanted, and what the server was told.

    Attributes:
        number: the server's; 0 while it shows nothing.
        busy: its answer is awaited.
        turn: which of the answers that is.

    Signals:
        due: it may be changed again.
    """

    due = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted: Note | None = None
        self.told: Note | None = None
        self.number = 0
        self.busy = False
        self.turn = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_APART_MS)
        self._rest.timeout.connect(self.due.emit)

    @property
    def may_change(self) -> bool:
        """Whether it stood there for long enough."""
        return not self._rest.isActive()

    def begin(self, note: Note) -> int:
        """The server is being told this; returns which turn it is."""
        self.told, self.busy = note, True
        self.turn += 1
        self._rest.start()
        return self.turn

    def forget(self) -> None:
        """No server knows of it."""
        self.number, self.told, self.busy = 0, None, False
        self.turn += 1
        self._rest.stop()


def _arguments(note: Note, number: int, can: frozenset[str]) -> list[Any]:
    with_buttons = "actions" in can
    body = note.body if with_buttons or not note.instead else f"{note.body}\n{note.instead}"
    actions: list[str] = []
    if with_buttons and note.actions:
        actions = ["default", note.actions[0][1]]
        actions += [word for action in note.actions for word in action]
    hints = {
        "desktop-entry": "snet-gui",
        "suppress-sound": True,  # what is heard is set in our own settings
        "urgency": QDBusArgument(_CRITICAL if note.urgent else _NORMAL, _BYTE),
    }
    return [
        translate("Notify", "snet"),
        _uint(number),
        "snet",
        note.summary,
        html.escape(body, quote=False) if "body-markup" in can else body,
        _strings(actions),
        hints,
        QVariant(_FOR_EVER if note.lasting else _AS_USUAL),
    ]


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
