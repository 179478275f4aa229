# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the person is here, as a logind and a screen saver on a bus of their own tell it."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PyQt6.QtCore import QObject, pyqtClassInfo, pyqtSignal
from PyQt6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from snetgui.gui import presence
from snetgui.gui.presence import Presence

from .kit import WAIT_S
from .plain_logind import MANAGER_PATH, NAME
from .xsession import bus, end, until

WAIT_MS = round(WAIT_S * 1000)

# What listens or is exported stays until the connection goes: the collector could
# take it down in the middle of a message, or in another thread.
_ALIVE: list[QObject] = []


@pyqtClassInfo("D-Bus Interface", "org.gnome.ScreenSaver")  # type: ignore[func-returns-value]
class Saver(QObject):  # type: ignore[misc]
    ActiveChanged = pyqtSignal(bool)


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QDBusConnection]:
    """A connection to a bus that a logind is on."""
    with ExitStack() as stack:
        address = bus(stack, tmp_path_factory.mktemp("bus"))
        service = str(Path(__file__).with_name("plain_logind.py"))
        environ = {"DBUS_SYSTEM_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
        stack.callback(end, subprocess.Popen([sys.executable, service], env=environ))
        it = QDBusConnection.connectToBus(address, "presence")
        names = it.interface()
        assert names is not None
        until(lambda: names.isServiceRegistered(NAME).value(), "logind")
        yield it
        # Qt takes the connection down in its own thread, and looks at whoever
        # listened: nobody may be there any more.
        _ALIVE.clear()
        gc.collect()
        QDBusConnection.disconnectFromBus("presence")


class Watched:
    """A presence, and what it said."""

    def __init__(self, qtbot: QtBot, line: QDBusConnection) -> None:
        self.qtbot = qtbot
        self.line = line
        self.said: list[bool] = []
        self.presence = Presence(system=line, desktop=line, environ={})
        _ALIVE.append(self.presence)
        self.presence.changed.connect(self.said.append)
        self.presence.start()

    def do(self, what: str) -> None:
        call = QDBusMessage.createMethodCall(NAME, MANAGER_PATH, f"{NAME}.Manager", "Do")
        call.setArguments([what])
        answer = self.line.call(call)
        assert answer.type() is QDBusMessage.MessageType.ReplyMessage, answer.errorMessage()

    def until(self, *said: bool) -> None:
        self.qtbot.waitUntil(lambda: self.said == list(said), timeout=WAIT_MS)


@pytest.fixture
def watched(qtbot: QtBot, line: QDBusConnection) -> Iterator[Watched]:
    it = Watched(qtbot, line)
    # Whoever starts in a locked session is told; this is also when it listens.
    it.do("locked")
    it.until(False)
    it.do("unlocked")
    it.until(False, True)
    it.said.clear()
    yield it
    it.presence.stop()


@pytest.mark.parametrize(
    ("goes", "comes"), [("locked", "unlocked"), ("background", "foreground"), ("sleep", "wake")]
)
def test_who_goes_comes_back(watched: Watched, goes: str, comes: str) -> None:
    watched.do(goes)
    watched.until(False)
    assert not watched.presence.here
    watched.do(comes)
    watched.until(False, True)
    assert watched.presence.here


def test_a_session_in_the_background_that_is_locked_too_is_away_until_neither(
    watched: Watched,
) -> None:
    for what in ("background", "locked", "unlocked"):
        watched.do(what)
    watched.until(False)
    watched.do("foreground")
    watched.until(False, True)


def test_a_lock_that_was_asked_for_counts_at_once_and_until_it_is_gone(watched: Watched) -> None:
    watched.do("lock")
    watched.until(False)
    watched.do("locked")
    watched.do("unlock")
    watched.do("unlocked")
    watched.until(False, True)


def test_a_lock_that_nobody_confirms_does_not_hide_questions_for_ever(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.presence._locking.setInterval(50)
    watched.do("lock")
    watched.until(False, True)


def test_a_session_that_is_locked_at_the_start(watched: Watched) -> None:
    watched.do("locked")
    late = Watched(watched.qtbot, watched.line)
    late.until(False)
    late.presence.stop()
    watched.do("unlocked")
    watched.until(False, True)


def test_a_screen_saver_covers_everything(watched: Watched) -> None:
    saver = Saver()
    _ALIVE.append(saver)
    path = "/org/gnome/ScreenSaver"
    all_of_it = QDBusConnection.RegisterOption.ExportAllContents
    assert watched.line.registerObject(path, saver, all_of_it)
    saver.ActiveChanged.emit(True)
    watched.until(False)
    saver.ActiveChanged.emit(False)
    watched.until(False, True)
    watched.line.unregisterObject(path)


def test_a_word_that_is_no_word_of_a_saver_is_ignored(watched: Watched) -> None:
    interface, path = presence._SAVERS[0]
    for arguments in ([], ["yes"], [[1, 2]]):
        signal = QDBusMessage.createSignal(path, interface, "ActiveChanged")
        signal.setArguments(arguments)
        assert watched.line.send(signal)
    watched.do("locked")
    watched.until(False)
    watched.do("unlocked")
    watched.until(False, True)


def test_without_a_bus_the_person_is_here(qtbot: QtBot) -> None:
    nobody = QDBusConnection("no such bus")
    alone = Presence(system=nobody, desktop=nobody, environ={})
    alone.start()
    assert alone.here
