# SPDX-License-Identifier: GPL-2.0-or-later
"""Notifications on a real session bus, with a real daemon (dunst) and one that can do little."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PyQt6 import sip
from PyQt6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from snetgui.gui.notify_service import Note, NotifyService

from .notify_kit import PlainServer
from .xsession import XSession, until, xsession

WAIT_MS = 30_000
_numbers = count()
NOTE = Note(
    "A question waits for you",
    "<b>curl</b> & co want to connect",
    (("show", "Show"), ("later", "Later")),
    instead="Start snet once more to see it.",
)


class Desk:
    """A session with a bus, what shows notifications in it, and what we say there."""

    def __init__(self, qtbot: QtBot, session: XSession, bus: QDBusConnection) -> None:
        self.qtbot = qtbot
        self.session = session
        self.service = NotifyService(bus=bus)
        self.acted: list[tuple[str, str]] = []
        self.service.acted.connect(lambda name, action: self.acted.append((name, action)))
        self.servers: list[subprocess.Popen[bytes]] = []

    def dunst(self) -> None:
        """Start the daemon, with nothing of an earlier test in its memory."""
        self.servers.append(self.session.start("dunst"))
        until(lambda: self.ctl("is-paused") == "false", "dunst")

    def plain(self, out: Path, *capabilities: str) -> PlainServer:
        """Start the other one."""
        server = PlainServer(self.session, out, *capabilities)
        self.servers.append(server.process)
        return server

    def end_server(self) -> None:
        server = self.servers.pop()
        server.terminate()
        server.wait()

    def ctl(self, *words: str) -> str:
        return self.session.run("dunstctl", *words).stdout.strip()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def shows(self, number: int) -> Callable[[], bool]:
        return lambda: self.ctl("count", "displayed") == str(number)

    def past(self) -> list[dict[str, Any]]:
        """What dunst does not show any more, newest first."""
        found = json.loads(self.ctl("history"))["data"][0]
        return [{name: value["data"] for name, value in one.items()} for one in found]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XSession]:
    with xsession(tmp_path_factory.mktemp("notify") / "person", manager=False) as it:
        yield it


@pytest.fixture
def desk(qtbot: QtBot, session: XSession) -> Iterator[Desk]:
    name = f"notify-test-{next(_numbers)}"
    bus = QDBusConnection.connectToBus(session.env["DBUS_SESSION_BUS_ADDRESS"], name)
    it = Desk(qtbot, session, bus)
    yield it
    sip.delete(it.service)
    while it.servers:
        it.end_server()
    QDBusConnection.disconnectFromBus(name)


def test_a_note_is_shown_and_taken_back(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("question", NOTE)
    desk.until(desk.shows(1))
    desk.service.withdraw("question")
    desk.until(desk.shows(0))
    [past] = desk.past()
    assert (past["summary"], past["appname"]) == (NOTE.summary, "snet")
    assert past["body"] == "&lt;b&gt;curl&lt;/b&gt; &amp; co want to connect"
    assert past["timeout"] == 0, "it does not go by itself"


def test_a_note_changes_in_place(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("question", NOTE)
    desk.until(desk.shows(1))
    desk.service.show("question", replace(NOTE, summary="2 questions wait for you"))
    desk.service.show("missed", replace(NOTE, summary="A question was missed"))
    desk.until(desk.shows(2))
    desk.service.withdraw("missed")
    desk.until(desk.shows(1))
    slot = desk.service._slots["question"]
    desk.until(lambda: slot.told == slot.wanted and not slot.busy)
    desk.service.withdraw("question")
    desk.until(desk.shows(0))
    assert [past["summary"] for past in desk.past()] == [
        "2 questions wait for you",
        "A question was missed",
    ]


def test_a_click_is_the_first_action(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("question", NOTE)
    desk.until(desk.shows(1))
    desk.ctl("action")
    desk.until(lambda: desk.acted == [("question", "show")])


def test_each_button_is_told_and_what_is_not_ours_is_not(desk: Desk, tmp_path: Path) -> None:
    plain = desk.plain(tmp_path / "told", "actions")
    desk.service.show("question", NOTE)
    desk.until(lambda: plain.told)
    number = plain.told[0]["number"]
    for note, action in (
        (number + 1, "show"),
        (0, "show"),
        (number, "allow"),
        (number, "later"),
        (number, "show"),
    ):
        plain.press(note, action)
    desk.until(lambda: desk.acted == [("question", "later"), ("question", "show")])


def test_what_was_waved_away_stays_away(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("question", NOTE)
    desk.until(desk.shows(1))
    desk.ctl("close")
    desk.until(lambda: desk.service._slots["question"].wanted is None)
    desk.end_server()
    desk.dunst()
    desk.service.show("missed", NOTE)
    desk.until(desk.shows(1))


def test_a_server_that_comes_again_shows_it_again(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("question", NOTE)
    desk.until(desk.shows(1))
    desk.end_server()
    desk.dunst()
    desk.until(desk.shows(1))
    desk.service.withdraw("question")
    desk.until(desk.shows(0))


def test_a_server_that_comes_late_shows_it_then(desk: Desk) -> None:
    desk.service.show("question", NOTE)
    desk.service.show("gone", NOTE)
    desk.service.withdraw("gone")
    desk.until(lambda: not desk.service._asking)
    desk.dunst()
    desk.until(desk.shows(1))


def test_a_note_withdrawn_at_once_is_not_left_behind(desk: Desk) -> None:
    desk.dunst()
    desk.service.show("missed", NOTE)
    desk.until(desk.shows(1))
    desk.service.show("question", NOTE)
    desk.service.withdraw("question")
    desk.until(lambda: not desk.service._slots["question"].busy)
    desk.service.withdraw("missed")
    desk.until(desk.shows(0))


def test_a_server_without_buttons_and_markup_gets_plain_words(desk: Desk, tmp_path: Path) -> None:
    plain = desk.plain(tmp_path / "told", "body")
    desk.service.show("question", NOTE)
    desk.until(lambda: plain.told)
    [call] = plain.told
    assert call["body"] == f"{NOTE.body}\n{NOTE.instead}"
    assert call["actions"] == [] and call["expires"] == 0
    assert call["hints"] == {"desktop-entry": "snet-gui", "suppress-sound": True, "urgency": 1}
    desk.service.withdraw("question")
    desk.until(lambda: plain.told[-1] == {"call": "CloseNotification", "number": call["number"]})


def test_a_storm_is_told_its_first_and_its_last(desk: Desk, tmp_path: Path) -> None:
    plain = desk.plain(tmp_path / "told", "actions", "body-markup")
    for number in range(1, 501):
        desk.service.show("question", replace(NOTE, summary=f"{number} questions"))
    desk.until(lambda: plain.told and plain.told[-1]["summary"] == "500 questions")
    assert len(plain.told) <= 2
    assert plain.told[0]["actions"] == ["default", "Show", "show", "Show", "later", "Later"]
    assert len({call["number"] for call in plain.told}) == 1
    desk.service.show("question", replace(NOTE, urgent=True))
    desk.until(lambda: plain.told[-1]["hints"]["urgency"] == 2)


def test_a_note_stands_for_a_while_before_it_changes(desk: Desk, tmp_path: Path) -> None:
    plain = desk.plain(tmp_path / "told", "actions")
    desk.service.show("question", NOTE)
    desk.until(lambda: plain.told)
    slot = desk.service._slots["question"]
    desk.until(lambda: slot.may_change and not slot.busy)
    slot._rest.setInterval(3_600_000)
    desk.service.show("question", replace(NOTE, summary="2 questions"))
    desk.until(lambda: len(plain.told) == 2 and not slot.busy)
    desk.service.show("question", replace(NOTE, summary="3 questions"))
    assert not slot.busy, "it stands there for an hour"
    slot._rest.start(0)
    desk.until(lambda: plain.told[-1]["summary"] == "3 questions")


def test_without_a_bus_nothing_happens(qtbot: QtBot) -> None:
    del qtbot
    service = NotifyService(bus=QDBusConnection("nowhere"))
    service.show("question", NOTE)
    service.withdraw("question")
