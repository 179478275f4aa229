# SPDX-License-Identifier: GPL-2.0-or-later
# ruff: noqa: N802 - methods have the names of the specification
"""A notification server that can show plain text and no more, and writes down what it is told.

plain_notifier.py FILE [CAPABILITY...]; it owns the name on the session bus.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QCoreApplication, QObject, pyqtClassInfo, pyqtSignal, pyqtSlot
from PyQt6.QtDBus import QDBusConnection

NAME = "org.freedesktop.Notifications"


@pyqtClassInfo("D-Bus Interface", NAME)  # type: ignore[func-returns-value]
class Server(QObject):  # type: ignore[misc]
    """What an app of today calls, and Press: what a person does."""

    ActionInvoked = pyqtSignal("uint", str)

    def __init__(self, out: Path, capabilities: list[str]) -> None:
        super().__init__()
        self._out = out
        self._capabilities = capabilities
        self._last = 0

    @pyqtSlot(result="QStringList")
    def GetCapabilities(self) -> list[str]:
        return self._capabilities

    @pyqtSlot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(
        self,
        _app: str,
        replaces: int,
        _icon: str,
        summary: str,
        body: str,
        actions: list[str],
        hints: dict[str, Any],
        expires: int,
    ) -> int:
        if not replaces:
            self._last += 1
        number = replaces or self._last
        self._write(
            call="Notify",
            number=number,
            summary=summary,
            body=body,
            actions=actions,
            hints={name: _plain(value) for name, value in hints.items()},
            expires=expires,
        )
        return number

    @pyqtSlot("uint")
    def CloseNotification(self, number: int) -> None:
        self._write(call="CloseNotification", number=number)

    @pyqtSlot("uint", str)
    def Press(self, number: int, action: str) -> None:
        self.ActionInvoked.emit(number, action)

    def _write(self, **told: Any) -> None:
        with self._out.open("a") as file:
            file.write(json.dumps(told) + "\n")


def _plain(value: Any) -> Any:
    return value[0] if isinstance(value, bytes) else value


def main() -> None:
    app = QCoreApplication(sys.argv)
    server = Server(Path(sys.argv[1]), sys.argv[2:])
    bus = QDBusConnection.sessionBus()
    all_of_it = QDBusConnection.RegisterOption.ExportAllContents
    assert bus.registerObject("/org/freedesktop/Notifications", server, all_of_it)
    assert bus.registerService(NAME)
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
