# SPDX-License-Identifier: GPL-2.0-or-later
# ruff: noqa: N802 - methods have the names of the specification
"""A systemd-logind that has one session, and does what it is told by Do.

It owns the name on the system bus, which a test makes a bus of its own.
"""

from __future__ import annotations

import sys
from typing import cast

from PyQt6.QtCore import (  # type: ignore[attr-defined]
    QCoreApplication,
    QMetaType,
    QObject,
    pyqtClassInfo,
    pyqtProperty,
    pyqtSignal,
    pyqtSlot,
)
from PyQt6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusObjectPath

NAME = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
SESSION_PATH = "/org/freedesktop/login1/session/_31"
SESSION = "org.freedesktop.login1.Session"


@pyqtClassInfo("D-Bus Interface", SESSION)  # type: ignore[func-returns-value]
class Session(QObject):  # type: ignore[misc]
    """The session's own object."""

    Lock = pyqtSignal()
    Unlock = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.values = {"Active": True, "LockedHint": False}

    def active(self) -> bool:
        return self.values["Active"]

    def locked(self) -> bool:
        return self.values["LockedHint"]

    Active = pyqtProperty(bool, fget=active)
    LockedHint = pyqtProperty(bool, fget=locked)

    def change(self, name: str, value: bool) -> None:
        """A property gets another value, and says so."""
        self.values[name] = value
        signal = QDBusMessage.createSignal(
            SESSION_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        signal.setArguments([SESSION, {name: value}, _no_strings()])
        QDBusConnection.systemBus().send(signal)


@pyqtClassInfo("D-Bus Interface", "org.freedesktop.login1.Manager")  # type: ignore[func-returns-value]
class Manager(QObject):  # type: ignore[misc]
    """Finds the session, and tells of sleep."""

    PrepareForSleep = pyqtSignal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    @pyqtSlot(str, result="QDBusObjectPath")
    def GetSession(self, _name: str) -> QDBusObjectPath:
        return QDBusObjectPath(SESSION_PATH)

    @pyqtSlot(str)
    def Do(self, what: str) -> None:
        session = self._session
        match what:
            case "lock":
                session.Lock.emit()
            case "unlock":
                session.Unlock.emit()
            case "locked" | "unlocked":
                session.change("LockedHint", what == "locked")
            case "background" | "foreground":
                session.change("Active", what == "foreground")
            case "sleep" | "wake":
                self.PrepareForSleep.emit(what == "sleep")


def _no_strings() -> QDBusArgument:
    argument = QDBusArgument()
    argument.beginArray(QMetaType(cast(int, QMetaType.Type.QString.value)))
    argument.endArray()
    return argument


def main() -> None:
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.systemBus()
    session = Session()
    manager = Manager(session)
    everything = QDBusConnection.RegisterOption.ExportAllContents
    assert bus.registerObject(SESSION_PATH, session, everything)
    assert bus.registerObject(MANAGER_PATH, manager, everything)
    assert bus.registerService(NAME), "the name is taken"
    app.exec()


if __name__ == "__main__":
    main()
