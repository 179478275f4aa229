# SPDX-License-Identifier: GPL-2.0-or-later
"""When the person is called: a real engine, a real session bus, a real notification server."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

import pytest
from PyQt6 import sip
from PyQt6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from snetgui.gui.alerts import Alerts
from snetgui.gui.apps import Apps
from snetgui.gui.notifier import Notifier
from snetgui.gui.notify_service import Note, NotifyService
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.prompter import Prompter
from snetgui.gui.rule_text import rule_text
from snetgui.gui.settings.own import own_path
from snetgui.gui.settings.own_store import OwnStore
from snetgui.gui.sound import APART_NS, Player, Sound
from snetgui.model import Event, SourceMissing, Status
from snetgui.model.said import translate

from .hand import click
from .kit import WAIT_S, Held, internet
from .notify_kit import PlainServer
from .xsession import XSession, xsession

WAIT_MS = round(WAIT_S * 1000)
_numbers = count()


class Listened(Player):
    """Remembers what a person heard."""

    def __init__(self) -> None:
        self.ahead_ns = 0
        self.heard: list[Sound] = []
        super().__init__(clock=lambda: time.monotonic_ns() + self.ahead_ns)

    def listen(self, sound: Sound) -> None:
        self.heard.append(sound)
        super().listen(sound)


class Called:
    """A screen with a prompt, and all that calls the person to it."""

    def __init__(self, qtbot: QtBot, held: Held, server: PlainServer, bus: QDBusConnection) -> None:
        self.qtbot = qtbot
        self.held = held
        self.server = server
        self.tray = False
        self.store = OwnStore(own_path(os.environ))
        self.player = Listened()
        self.prompt = PromptWindow(rule_text)
        apps = Apps()
        self.prompter = Prompter(held.bridge, self.prompt, apps)
        self.service = NotifyService(bus=bus)
        self.notifier = Notifier(self.service)
        self.alerts = Alerts(
            held.bridge,
            self.prompter,
            self.prompt,
            apps=apps,
            store=self.store,
            notifier=self.notifier,
            player=self.player,
            has_tray=lambda: self.tray,
        )
        self.prompter.waiting_changed.connect(lambda _count: self.alerts.questions_changed())
        self.notifier.show_wanted.connect(self.prompter.bring_back)
        self.notifier.later_wanted.connect(self.prompter.put_off)
        held.bridge.noticed.connect(self.prompter.take)
        held.bridge.watch()
        qtbot.addWidget(self.prompt)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def asked(self, **how: object) -> Event:
        """A question is on the screen."""
        raised = self.held.raised(**how)
        self.until(lambda: self.prompt.isVisible() and self.prompter.front is not None)
        return raised

    def answer(self) -> None:
        deny = self.prompt.findChild(AnswerButton, "deny")
        assert deny is not None
        self.until(deny.isEnabled)
        click(deny)

    def decided(self) -> None:
        """It was considered whether to notify."""
        self.until(lambda: not self.alerts._soon.isActive())

    def linked(self, true: Callable[[Status], object]) -> None:
        """The engine tells how it stands with its source, once it stands so."""
        self.until(lambda: true(self.held.get(self.held.backend.status())))
        self.alerts.link_changed(self.held.get(self.held.backend.status()))

    def status(self, *, looked_at: bool = False) -> None:
        status = self.held.get(self.held.backend.status())
        self.alerts.missed_changed(status, looked_at=looked_at)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XSession]:
    with xsession(tmp_path_factory.mktemp("alerts") / "person", manager=False) as it:
        yield it


@pytest.fixture(scope="module")
def plain(session: XSession) -> PlainServer:
    return PlainServer(session, session.home / "told", "actions")


@pytest.fixture
def server(plain: PlainServer) -> PlainServer:
    plain.forget()
    return plain


@pytest.fixture
def called(
    qtbot: QtBot,
    held: Held,
    server: PlainServer,
    session: XSession,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Called]:
    monkeypatch.setenv("PATH", str(session.home))  # no player there
    name = f"alerts-test-{next(_numbers)}"
    bus = QDBusConnection.connectToBus(session.env["DBUS_SESSION_BUS_ADDRESS"], name)
    it = Called(qtbot, held, server, bus)
    yield it
    held.bridge.stop()
    it.prompt.go_away()
    it.alerts.stop()
    it.until(lambda: server.shown == [])  # nothing is left for the next test to hear
    sip.delete(it.service)
    QDBusConnection.disconnectFromBus(name)


def test_without_a_tray_a_question_is_notified_until_it_is_answered(called: Called) -> None:
    called.asked(exe="/opt/a<b>&c", to=internet("192.0.2.7", 443))
    called.until(lambda: called.server.shown)
    [note] = called.server.shown
    assert "192.0.2.7, port 443" in note["body"] and "/opt/a<b>&c" in note["body"]
    assert "a<b>&c" not in note["summary"], "no program speaks there"
    assert note["actions"] == ["default", "Show", "show", "Show", "later", "Later"]
    assert note["hints"]["urgency"] == 1, "the prompt is in sight"
    called.answer()
    called.until(lambda: called.server.shown == [])


def test_a_question_that_goes_by_itself_takes_its_note_with_it(called: Called) -> None:
    raised = called.asked()
    called.until(lambda: called.server.shown)
    called.held.do(lambda: called.held.source.cancel(raised.id))
    called.until(lambda: called.server.shown == [])


def test_with_a_tray_the_prompt_is_enough(called: Called) -> None:
    called.tray = True
    called.asked()
    called.decided()
    called.service.show("end", Note("end", "", ()))
    called.until(lambda: called.server.shown)
    assert [note["summary"] for note in called.server.told] == ["end"]
    called.service.withdraw("end")


def test_a_prompt_out_of_sight_is_notified_with_a_tray_too(called: Called) -> None:
    called.tray = True
    called.asked()
    called.decided()
    called.prompt.showMinimized()
    called.held.raised(to=internet("192.0.2.9", 9))
    called.until(lambda: called.server.shown)
    assert called.server.shown[0]["hints"]["urgency"] == 2


def test_the_next_question_changes_the_note_in_place(called: Called) -> None:
    called.asked(to=internet("192.0.2.1", 1))
    called.until(lambda: called.server.shown)
    called.held.raised(to=internet("192.0.2.2", 2))
    called.until(lambda: "2" in called.server.shown[0]["summary"])
    called.answer()
    called.until(lambda: "192.0.2.2" in called.server.shown[0]["body"])
    assert len({call["number"] for call in called.server.told}) == 1


def test_later_puts_all_off_until_another_comes(called: Called) -> None:
    called.asked()
    called.until(lambda: called.server.shown)
    called.server.press(called.server.shown[0]["number"], "later")
    called.until(lambda: not called.prompt.isVisible() and called.server.shown == [])
    assert called.prompter.open == 1
    called.asked(to=internet("192.0.2.2", 2))
    called.until(lambda: called.server.shown)


def test_show_brings_the_prompt_to_the_front(called: Called) -> None:
    called.asked()
    called.until(lambda: called.server.shown)
    called.prompt.showMinimized()
    called.server.press(called.server.shown[0]["number"], "default")
    called.until(lambda: not called.prompt.isMinimized() and called.prompt.isActiveWindow())


def test_no_notification_answers(called: Called) -> None:
    raised = called.asked()
    called.until(lambda: called.server.shown)
    for action in ("allow", "deny", "a", "d", ""):
        called.server.press(called.server.shown[0]["number"], action)
    called.server.press(called.server.shown[0]["number"], "later")
    called.until(lambda: not called.prompt.isVisible())
    assert called.held.ended(raised.id) is None


def test_what_was_missed_is_notified_and_stays(called: Called) -> None:
    called.tray = True
    called.asked(delay_s=1.2, to=internet("192.0.2.77", 7))
    called.until(lambda: called.prompter.open == 0)
    called.status()
    called.until(lambda: called.server.shown)
    [note] = called.server.shown
    assert "192.0.2.77" in note["body"] and note["expires"] == 0
    called.status()
    called.status(looked_at=True)
    called.until(lambda: called.server.shown == [])
    assert [call["call"] for call in called.server.told] == ["Notify", "CloseNotification"]


def test_that_nothing_can_be_asked_is_notified_until_it_can(called: Called) -> None:
    called.tray = True
    called.alerts._mended.setInterval(10)
    gone = SourceMissing("The module <snet> went away. Load it again.")
    called.held.do(lambda: called.held.source.lose(gone))
    called.linked(lambda status: status.problem)
    called.until(lambda: called.server.shown)
    [note] = called.server.shown
    assert "can’t ask" in note["summary"] and note["body"] == str(gone)
    called.linked(lambda status: status.problem)
    called.held.do(called.held.source.appear)
    called.linked(lambda status: not status.problem)
    called.until(lambda: called.server.shown == [])
    assert sum(call["call"] == "Notify" for call in called.server.told) == 1


def test_what_is_wrong_besides_is_notified_once_where_there_is_a_tray(called: Called) -> None:
    called.tray = True

    def warn(*warnings: str) -> None:
        status = called.held.get(called.held.backend.status())
        called.alerts.warnings_changed(replace(status, warnings=warnings))

    def waits(count: int) -> str:
        return translate("Store", "{count} decisions wait <in> memory.", count=count)

    warn(waits(1))
    called.until(lambda: called.server.shown)
    [note] = called.server.shown
    assert "something is wrong" in note["summary"]
    assert note["body"] == "1 decisions wait <in> memory."
    warn(waits(2))
    warn(waits(3), "The list /x can't be read.")
    called.until(lambda: "The list /x" in called.server.shown[0]["body"])
    warn()
    called.until(lambda: called.server.shown == [])
    assert sum(call["call"] == "Notify" for call in called.server.told) == 2
    called.tray = False
    warn(waits(1))
    called.asked()
    called.until(lambda: called.server.shown)
    assert all("something" not in note["summary"] for note in called.server.shown)


@pytest.mark.parametrize("tray", [False, True])
def test_what_is_mended_soon_or_said_by_a_window_is_not_notified(
    called: Called, tray: bool
) -> None:
    called.tray = tray
    called.alerts._mended.setInterval(10 if not tray else 60_000)
    called.held.do(lambda: called.held.source.lose(SourceMissing("It went away.")))
    called.linked(lambda status: status.problem)
    if not tray:
        called.until(lambda: not called.alerts._mended.isActive())
    called.held.do(called.held.source.appear)
    called.linked(lambda status: not status.problem)
    assert not called.alerts._mended.isActive()
    called.asked()
    if tray:
        called.decided()
    assert all("can’t ask" not in call.get("summary", "") for call in called.server.told)


def test_that_it_goes_on_is_said_once_and_in_passing(called: Called) -> None:
    wanted: list[bool] = []
    called.notifier.show_wanted.connect(lambda: wanted.append(True))
    for _ in range(2):
        called.notifier.still_here()
    called.until(lambda: called.server.shown)
    [note] = called.server.told
    assert note["expires"] == -1, "as long as others"
    called.server.press(note["number"], "default")
    called.until(lambda: wanted)


def test_who_wants_no_notifications_gets_none(called: Called) -> None:
    called.asked()
    called.until(lambda: called.server.shown)
    called.store.change(notify=False)
    called.until(lambda: called.server.shown == [])
    called.held.raised(to=internet("192.0.2.2", 2))
    called.until(lambda: called.prompter.line == 2)
    called.decided()
    called.store.change(notify=True)
    called.until(lambda: called.server.shown)
    assert [call["call"] for call in called.server.told] == [
        "Notify",
        "CloseNotification",
        "Notify",
    ]


def test_a_question_that_appears_is_heard_once(called: Called) -> None:
    called.asked()
    for port in range(2, 50):
        called.held.raised(to=internet("192.0.2.2", port))
    called.until(lambda: called.prompter.line == 49)
    called.player.ahead_ns += 10 * APART_NS
    called.held.raised(to=internet("192.0.2.3", 1))
    called.until(lambda: called.prompter.line == 50)
    assert called.player.heard == [Sound.QUESTION], "those behind it are not"
    called.prompter.put_off()
    called.asked(to=internet("192.0.2.4", 1))
    assert called.player.heard == [Sound.QUESTION, Sound.QUESTION]


@pytest.mark.parametrize("on", [True, False])
def test_sounds_are_heard_as_they_are_set(called: Called, on: bool) -> None:
    called.store.change(sound_question=on, sound_missed=not on)
    called.asked(delay_s=1.2)
    called.until(lambda: called.prompter.open == 0)
    called.player.ahead_ns += 2 * APART_NS
    called.status()
    assert called.player.heard == [Sound.QUESTION if on else Sound.MISSED]
