# SPDX-License-Identifier: GPL-2.0-or-later
"""The first start over a real engine: nothing before the end, all of it then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, Qt
from PyQt6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from snetgui.gui.first.plan import Begin
from snetgui.gui.first.window import FirstWindow
from snetgui.gui.preferences import Preferences
from snetgui.gui.settings.autostart import NAME, Autostart
from snetgui.gui.settings.own import own_path
from snetgui.gui.settings.own_store import OwnStore
from snetgui.gui.sound import Player
from snetgui.model import ASKED_FIRST, About, Action, Link, Mode, Origin, Rule, Settings, Status

from .hand import click, key
from .kit import WAIT_S, Held

WAIT_MS = round(WAIT_S * 1000)
KEY = Qt.Key


class Shown:
    """The window, at its first screen."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.autostart = Autostart(("/usr/bin/snet-gui", "--standalone"), os.environ)
        self.window = FirstWindow(held.bridge, self.autostart)
        qtbot.addWidget(self.window)
        self.over: list[bool] = []
        self.window.over.connect(lambda: self.over.append(True))
        self.begin(fresh=True)
        self.window.show()
        qtbot.waitExposed(self.window)

    def begin(self, *, fresh: bool) -> None:
        self.window.begin_anew(self.status, fresh=fresh, tray=False)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    @property
    def settings(self) -> Settings:
        return self.held.get(self.held.backend.settings())  # type: ignore[no-any-return]

    @property
    def status(self) -> Status:
        return self.held.get(self.held.backend.status())  # type: ignore[no-any-return]

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.held.get(self.held.backend.rules()).rows  # type: ignore[no-any-return]

    @property
    def screen(self) -> QWidget:
        current = self.window._stack.currentWidget()
        assert current is not None
        return current

    def press(self, text: str) -> None:
        buttons = self.window.findChildren(QPushButton)
        [button] = [one for one in buttons if one.text() == text and one.isVisible()]
        self.until(button.isEnabled)
        click(button)

    def choose(self, text: str) -> None:
        """Click at a choice's name."""
        buttons = self.window.findChildren(QAbstractButton)
        [button] = [one for one in buttons if one.text().startswith(text)]
        click(button, QPoint(button.height(), button.height() // 2))

    def to_the_end(self) -> None:
        self.press("Next")
        self.press("Next")
        self.press("Start")
        self.until(lambda: self.says("Done"))

    def says(self, text: str) -> bool:
        labels = self.screen.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())


@pytest.fixture
def shown(qtbot: QtBot, held: Held) -> Iterator[Shown]:
    it = Shown(qtbot, held)
    yield it
    it.window.hide()
    held.bridge.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Path]:
    """A program that uses the network right now."""
    program = tmp_path / "server"
    shutil.copy(Path("/proc/self/exe").resolve(), program)
    serve = "s = socket.create_server(('127.0.0.1', 0)); print(flush=True); sys.stdin.read()"
    home = {"PYTHONHOME": sys.base_prefix, "LD_LIBRARY_PATH": f"{sys.base_prefix}/lib"}
    with subprocess.Popen(
        [program, "-S", "-c", f"import socket, sys; {serve}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=home,
    ) as running:
        assert running.stdout is not None and running.stdout.readline()
        yield program
        running.kill()


def test_what_runs_now_goes_on_and_all_else_is_asked_about(shown: Shown, server: Path) -> None:
    assert shown.window.plan.begin is Begin.NEW
    shown.to_the_end()
    [rule] = [
        rule
        for rule in shown.rules
        if rule.conditions.exe is not None and rule.conditions.exe.value == str(server)
    ]
    assert (rule.action, rule.origin) == (Action.ALLOW, Origin.LEARNED)
    assert shown.status.mode is Mode.ASK
    shown.press("Close")
    assert shown.over == [True] and not shown.window.isVisible()


def test_everything_can_be_asked_about(shown: Shown) -> None:
    shown.choose("Ask about everything")
    shown.to_the_end()
    assert shown.rules == () and shown.status.mode is Mode.ASK


def test_a_day_can_be_learned_first(shown: Shown) -> None:
    shown.choose("Learn for a day")
    shown.to_the_end()
    left_s = (shown.status.mode_until_ns or 0) / 1e9 - time.monotonic()
    assert shown.status.mode is Mode.LEARN and 86_300 < left_s <= 86_400
    assert shown.rules == ()


def test_a_choice_can_be_made_by_its_sentence_and_by_keys(shown: Shown) -> None:
    row = shown.window.begin._rows[Begin.LEARN]
    click(row, QPoint(row.width() - 20, row.height() - 12))
    chosen = [shown.window.plan.begin]
    key(row.button, KEY.Key_Up)
    chosen.append(shown.window.plan.begin)
    assert chosen == [Begin.LEARN, Begin.EVERYTHING]
    key(shown.window, KEY.Key_Return)
    assert shown.screen is shown.window.matters


def test_what_matters_comes_into_force(shown: Shown) -> None:
    shown.choose("Ask about everything")
    shown.press("Next")
    assert shown.says("held for 30 s")
    assert not shown.window.plan.loopback and shown.window.plan.login
    policy = shown.window.matters.policy
    assert policy.currentText() == "Allow it"
    policy.setFocus()
    key(policy, KEY.Key_Up)
    shown.press("Next")
    assert shown.says("denied") and shown.says("starts when you log in")
    assert shown.settings == Settings() and not shown.autostart.on, "nothing before the end"
    shown.press("Start")
    shown.until(lambda: shown.says("Done"))
    assert shown.status.policy is Action.DENY and shown.autostart.on
    assert shown.settings.asked == ASKED_FIRST - {About.LOOPBACK}


def test_connections_within_this_computer_can_be_asked_about(shown: Shown) -> None:
    shown.choose("Ask about everything")
    shown.press("Next")
    shown.choose("Ask about connections within")
    shown.press("Next")
    shown.press("Start")
    shown.until(lambda: shown.says("Done"))
    assert shown.settings.asked == ASKED_FIRST


def test_going_back_changes_the_plan(shown: Shown) -> None:
    shown.press("Next")
    shown.choose("Ask about connections within")
    shown.choose("Start when I log in")
    shown.press("Next")
    assert shown.says("within this computer are asked about too")
    assert shown.says("when you start it")
    shown.press("Back")
    shown.choose("Ask about connections within")
    shown.press("Next")
    assert shown.says("within this computer are not asked about")


@pytest.mark.parametrize("screen", [0, 1, 2])
@pytest.mark.parametrize("how", ["Escape", "Not now", "close"])
def test_closed_anywhere_it_has_changed_nothing(shown: Shown, screen: int, how: str) -> None:
    shown.choose("Learn for a day")
    for _ in range(screen):
        shown.press("Next")
    if how == "Escape":
        key(shown.window, KEY.Key_Escape)
    elif how == "close":
        shown.window.close()
    else:
        shown.press(how)
    assert shown.over == [True] and not shown.window.isVisible()
    assert (shown.settings, shown.rules, shown.status.mode) == (Settings(), (), Mode.ASK)
    assert not shown.autostart.on


def test_enter_goes_on_but_does_not_start(shown: Shown) -> None:
    for _ in range(5):
        key(shown.window, KEY.Key_Return)
    assert shown.screen is shown.window.summary and not shown.says("Done")
    assert shown.settings == Settings() and shown.rules == ()


def test_what_fails_is_said_and_can_be_tried_again(shown: Shown) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart"
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    shown.choose("Ask about everything")
    shown.press("Next")
    shown.press("Next")
    shown.press("Start")
    shown.until(lambda: "did not work" in shown.window._bar.text)
    assert not shown.says("Done")
    folder.unlink()
    shown.press("Try again")
    shown.until(lambda: shown.says("Done"))
    assert (folder / NAME).exists() and shown.window._bar.text == ""


def test_the_second_time_it_begins_with_what_is_in_force(shown: Shown) -> None:
    shown.begin(fresh=False)
    shown.until(lambda: shown.window.plan.loopback)
    plan = shown.window.plan
    assert (plan.begin, plan.policy, plan.login) == (Begin.EVERYTHING, Action.ALLOW, False)


# When it comes


class Preferring:
    """Settings and first start, as the app has them."""

    def __init__(self, qtbot: QtBot, held: Held, *, first_start: bool = True) -> None:
        self.held = held
        self.store = OwnStore(own_path(os.environ))
        self.preferences = Preferences(
            held.bridge, self.store, None, Player(), lambda: False, first_start=first_start
        )
        self.qtbot = qtbot

    def tell(self, link: Link = Link.CONNECTED, *, asking: bool = False) -> None:
        status = self.held.get(self.held.backend.status())
        self.preferences.take_status(replace(status, link=link), asking=asking)

    @property
    def first(self) -> FirstWindow:
        assert self.preferences.first is not None
        return self.preferences.first


@pytest.fixture
def preferring(qtbot: QtBot, held: Held) -> Iterator[Preferring]:
    it = Preferring(qtbot, held)
    yield it
    it.preferences.stop()
    held.bridge.stop()


def test_it_comes_once_the_engine_is_connected(preferring: Preferring) -> None:
    preferring.tell(Link.MISSING)
    assert not preferring.preferences.in_first_start
    preferring.tell()
    assert preferring.preferences.in_first_start
    assert preferring.first.plan.begin is Begin.NEW


def test_once_left_it_does_not_come_again(preferring: Preferring, qtbot: QtBot) -> None:
    preferring.tell()
    preferring.first.close()
    preferring.tell()
    assert not preferring.preferences.in_first_start
    assert preferring.store.own.first_done and OwnStore(own_path(os.environ)).own.first_done
    del qtbot


def test_an_app_that_ends_meanwhile_shows_it_next_time(preferring: Preferring) -> None:
    preferring.tell()
    preferring.preferences.stop()
    assert not preferring.store.own.first_done


def test_settings_show_it_again(preferring: Preferring) -> None:
    preferring.tell()
    preferring.first.close()
    preferring.preferences.show_settings()
    settings = preferring.preferences.settings
    assert settings is not None
    click(settings.screen_page._first)
    assert preferring.preferences.in_first_start


class Seen(QObject):
    """Whether a window wanted the keyboard when it was shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.wanted: list[bool] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        if isinstance(watched, QWidget) and event is not None and event.type() == QEvent.Type.Show:
            quietly = watched.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.wanted.append(not quietly)
        return False


@pytest.mark.parametrize("asking", [True, False])
def test_a_question_on_the_screen_keeps_the_keyboard(preferring: Preferring, asking: bool) -> None:
    seen = Seen(preferring.preferences._make_first())
    preferring.tell(asking=asking)
    assert seen.wanted == [not asking]
    preferring.first.hide()
    preferring.preferences.show_first()
    assert seen.wanted == [not asking, True], "the person asked for it"
