# SPDX-License-Identifier: GPL-2.0-or-later
"""One tray app in a session: a second one asks the first to show itself, and ends."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from PyQt6.QtCore import QLockFile, QObject, pyqtSignal
from PyQt6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_SHOW = b"show\n"


def runtime_dir(environ: Mapping[str, str], fallback: Path) -> Path:
    """Where the session's sockets belong, and nobody else can put any.

    XDG Base Directory Specification 0.8; without it a folder of our own below
    `fallback`, with the same rights.

    Raises:
        PermissionError: the folder is not ours alone.
    """
    told = environ.get("XDG_RUNTIME_DIR", "")
    path = Path(told) / "snet" if told.startswith("/") else fallback / "run"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    if not ours or found.st_mode & 0o022:
        raise PermissionError(f"{path} must be a folder that only you can write to")
    return path


def session_name(environ: Mapping[str, str]) -> str:
    """What tells this session from another one of the same user."""
    display = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or "none"
    return "".join(char if char.isalnum() else "-" for char in display.rsplit("/", 1)[-1])


class Single(QObject):
    """The session's one instance.

    Signals:
        shown: somebody started the program again.
    """

    shown = pyqtSignal()

    def __init__(self, folder: Path, session: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = folder / f"gui-{session}.socket"
        self._lock = QLockFile(str(folder / f"gui-{session}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def begin(self) -> bool:
        """Whether this is the first; if not, the first was asked to show itself."""
        if not self._lock.tryLock(0):
            self._ask_other()
            return False
        QLocalServer.removeServer(str(self._socket))  # left by one that was killed
        self._server.listen(str(self._socket))
        return True

    def end(self) -> None:
        """Let another one begin."""
        self._server.close()
        self._lock.unlock()

    def _ask_other(self) -> None:
        client = QLocalSocket()
        client.connectToServer(str(self._socket))
        if client.waitForConnected(_WAIT_MS):
            client.write(_SHOW)
            client.waitForBytesWritten(_WAIT_MS)
            client.disconnectFromServer()

    def _on_connection(self) -> None:
        # What is said does not matter: that somebody of this user knocks is all.
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
            self.shown.emit()
