# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the person's own screen: sounds, notifications, start at login, look."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QPushButton

from snetgui.gui.sound import Sound
from snetgui.gui.theme import Look
from snetgui.gui.words import translate

from .autostart import Autostart
from .own_store import OwnStore
from .page import Page
from .quiet import QuietComboBox
from .row import Row, SwitchRow

_LOGIN = "login"
_LOOK = "look"


class ScreenPage(Page):
    """What the engine does not care about.

    Without an `autostart` the app can't be started at login by itself.

    Signals:
        first_wanted: the person wants to go through the first steps again.
        listen_wanted: a Sound that the person wants to hear.
    """

    first_wanted = pyqtSignal()
    listen_wanted = pyqtSignal(object)

    def __init__(self, store: OwnStore, autostart: Autostart | None) -> None:
        super().__init__()
        self._store = store
        self._autostart = autostart
        self._look = QuietComboBox()
        for look, text in _looks():
            self._look.addItem(text, look)
        self._first = QPushButton(translate("Settings", "Show…"))
        self._switches = self._make_switches()
        self._login = _login_row()
        if autostart is None:
            self._login.hide()
        self.rows = {
            **self._switches,
            _LOGIN: self._login,
            _LOOK: Row(translate("Settings", "Look of the windows"), "", self._look),
            "first": Row(
                translate("Settings", "First steps"),
                translate("Settings", "The questions of the first start, once more."),
                self._first,
            ),
        }
        self._fill()
        self._connect()

    def show_all(self) -> None:
        """Show what is in force."""
        own = self._store.own
        for name, row in self._switches.items():
            row.show_value(getattr(own, name))
        self._look.setCurrentIndex(self._look.findData(own.look))
        if self._autostart is not None:
            self._login.show_value(self._autostart.on)

    def _make_switches(self) -> dict[str, SwitchRow]:
        return {
            "sound_question": SwitchRow(
                translate("Settings", "A sound when a question appears"),
                "",
                self._listen(Sound.QUESTION),
            ),
            "sound_missed": SwitchRow(
                translate("Settings", "A sound when nobody answered one"),
                "",
                self._listen(Sound.MISSED),
            ),
            "notify": SwitchRow(
                translate("Settings", "Notifications"),
                translate(
                    "Settings",
                    "Of questions that nobody answered, of those that wait where you may not see "
                    "them, and of what is wrong.",
                ),
            ),
        }

    def _listen(self, sound: Sound) -> QPushButton:
        button = QPushButton(translate("Settings", "Listen"))
        button.clicked.connect(lambda: self.listen_wanted.emit(sound))
        return button

    def _fill(self) -> None:
        switches = list(self._switches.values())
        others = [self.rows[name] for name in (_LOGIN, _LOOK, "first")]
        self.fill(
            (translate("Settings", "Sounds and notifications"), switches),
            (translate("Settings", "This desktop"), others),
        )

    def _connect(self) -> None:
        for name, row in self._switches.items():
            row.wanted.connect(lambda on, name=name: self._change(name, on))
        self._look.activated.connect(
            lambda _index: self._change(_LOOK, Look(self._look.currentData()))
        )
        self._login.wanted.connect(self._switch_login)
        self._first.clicked.connect(self.first_wanted.emit)

    def _change(self, name: str, value: Any) -> None:
        row = self.rows[name]
        row.mend()
        try:
            self._store.change(**{name: value})
        except OSError as error:
            row.fail(_why(error))
        self.show_all()

    def _switch_login(self, on: bool) -> None:
        self._login.mend()
        try:
            if self._autostart is not None:
                self._autostart.switch(on)
        except OSError as error:
            self._login.fail(_why(error))
        self.show_all()


def _why(error: OSError) -> str:
    """ "/home/…/gui.conf: No space left on device"."""
    parts = (error.filename, error.strerror or str(error))
    return ": ".join(str(part) for part in parts if part)


def _login_row() -> SwitchRow:
    return SwitchRow(
        translate("Settings", "Start when I log in"),
        translate("Settings", "Off: programs are not asked about until you start snet."),
    )


def _looks() -> list[tuple[Look, str]]:
    return [
        (Look.AUTO, translate("Settings", "As the desktop")),
        (Look.LIGHT, translate("Settings", "Light")),
        (Look.DARK, translate("Settings", "Dark")),
    ]
