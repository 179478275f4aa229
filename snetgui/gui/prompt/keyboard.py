# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt's way to the keyboard: none, until the person wants it there.

On X a window that says it takes no input (ICCCM 4.1.7) is passed over by every
window manager, also when the focused window closes. On Wayland the same is said
by its title (see gui.wayland.layer). Where neither works KeyTrust is what is
left.
"""

from __future__ import annotations

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

from snetgui.gui.wayland.layer import marked

_LAYERS = "snet-layers"
# A panel's surface that has the keyboard leaves none for windows. Whoever asked
# for the prompt and then goes on elsewhere must not type into it.
_UNUSED_MS = 8000


def use_layers(app: QGuiApplication) -> None:
    """The app runs on Wayland, and the prompt can be a panel's surface there."""
    app.setProperty(_LAYERS, True)


def has_layers() -> bool:
    """Whether it can, and does."""
    app = QGuiApplication.instance()
    return app is not None and bool(app.property(_LAYERS))


class Keyboard:
    """Keeps a window from the keyboard, and gives it to it.

    Attributes:
        layers: the window is a panel's surface: no frame, placed by the compositor.
        wanted: the person wants the keyboard here.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._title = ""
        self.wanted = False
        self.layers = has_layers()
        self._unused = QTimer(window)
        self._unused.setSingleShot(True)
        self._unused.setInterval(_UNUSED_MS)
        self._unused.timeout.connect(self._give_back)

    @property
    def flags(self) -> Qt.WindowType:
        """What the window must be made with."""
        flag = Qt.WindowType.WindowDoesNotAcceptFocus
        return flag | Qt.WindowType.FramelessWindowHint if self.layers else flag

    def set_title(self, title: str) -> None:
        """Name the window; on Wayland the name also says whether it has the keyboard."""
        self._title = title
        self._say()

    def refuse(self) -> None:
        """The keyboard belongs elsewhere."""
        self._unused.stop()
        if self.wanted:
            self.wanted = False
            self._say()
            self._set_flag()

    def pointer_left(self) -> None:
        """Give the keyboard back, where nothing else can take it."""
        if self.layers:
            self.refuse()

    def used(self) -> None:
        """The person pressed a key that counts."""
        if self.layers:
            self._unused.start()

    def take(self) -> None:
        """The person wants it here."""
        if not self.wanted:
            self.wanted = True
            self._say()
            self._set_flag()
        self._window.activateWindow()
        self.used()

    def _give_back(self) -> None:
        if self._window.underMouse():
            self._unused.start()
        else:
            self.refuse()

    def _say(self) -> None:
        if not self.layers:
            self._window.setWindowTitle(self._title)
            return
        self._window.setWindowTitle(marked(self._title, keys=self.wanted))
        self._window.update()  # what is said counts with the next picture

    def _set_flag(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not self.wanted)
