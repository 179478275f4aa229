# SPDX-License-Identifier: GPL-2.0-or-later
"""The tray app put together, over a real engine, on a desktop without a tray."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import StatusChanged
from snetgui.gui.desktop import Desktop
from snetgui.gui.state import State
from snetgui.model import Action, LifetimeKind, Mode, SourceMissing

from .kit import WAIT_S, Held, internet
from .kit import rule as learned

WAIT_MS = round(WAIT_S * 1000)
ROOT = Path(__file__).parents[2]


class Running:
    """The app without its process."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.said: list[str] = []
        self.desktop = Desktop(held.bridge)
        self.desktop.said.connect(self.said.append)
        for window in (
            self.desktop.prompt,
            self.desktop.rules,
            self.desktop.missed,
            self.desktop.status,
        ):
            qtbot.addWidget(window)
        self.desktop.start()
        self.until(lambda: self.state is State.ASKING)

    @property
    def state(self) -> State:
        return self.desktop.actions.state

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def mode(self) -> Mode:
        return self.held.get(self.held.backend.status()).mode  # type: ignore[no-any-return]


@pytest.fixture
def running(qtbot: QtBot, held: Held) -> Iterator[Running]:
    it = Running(qtbot, held)
    yield it
    it.desktop.stop()


def test_without_a_tray_the_status_window_does_its_job(running: Running) -> None:
    assert not running.desktop.tray.available
    assert running.desktop.status.isVisible()
    assert running.said == ["connected to recording"]


@pytest.mark.parametrize(
    ("mode", "state"),
    [(Mode.LEARN, State.LEARNING), (Mode.LOCK, State.LOCKED), (Mode.ASK, State.ASKING)],
)
def test_modes_are_a_click_away(running: Running, mode: Mode, state: State) -> None:
    running.desktop.actions._of_mode[mode].trigger()
    running.until(lambda: running.state is state and running.mode() is mode)


def test_a_pause_is_a_click_away(running: Running) -> None:
    running.desktop.actions.pauses[0].trigger()
    running.until(lambda: running.state is State.PAUSED)
    assert "5 min left" in running.desktop.actions.headline_text
    assert running.desktop.actions.awaits_minute
    running.desktop.actions._of_mode[Mode.ASK].trigger()
    running.until(lambda: running.state is State.ASKING)
    assert not running.desktop.actions.awaits_minute, "no wake-ups without a reason"


def test_blocking_everything_denies_what_waits_and_what_comes(running: Running) -> None:
    waits = running.held.raised()
    running.until(lambda: running.state is State.WAITING)
    running.desktop.actions.block.trigger()
    running.until(lambda: running.state is State.BLOCKING)
    comes = running.held.raised(to=internet("192.0.2.1", 1))
    both = (waits.id, comes.id)
    running.until(lambda: all(running.held.ended(number) for number in both))
    assert [running.held.ended(number) for number in both] == [Action.DENY, Action.DENY]
    [rule] = running.held.get(running.held.backend.rules()).rows
    assert rule.lifetime.kind is LifetimeKind.RESTART
    running.desktop.actions.block.trigger()
    running.until(lambda: running.state is State.ASKING)
    assert running.held.get(running.held.backend.rules()).rows == ()


def test_blocking_ends_when_its_rule_is_deleted_elsewhere(running: Running) -> None:
    running.desktop.actions.block.trigger()
    running.until(lambda: running.state is State.BLOCKING)
    [rule] = running.held.get(running.held.backend.rules()).rows
    running.held.get(running.held.backend.delete_rules([rule.id]))
    running.until(lambda: running.state is State.ASKING)


def test_blocking_that_is_brought_back_elsewhere_is_seen(running: Running) -> None:
    backend = running.held.backend
    running.desktop.actions.block.trigger()
    running.until(lambda: running.state is State.BLOCKING)
    [rule] = running.held.get(backend.rules()).rows
    running.held.get(backend.delete_rules([rule.id]))
    running.until(lambda: running.state is State.ASKING)
    running.held.get(backend.add_rules([rule, *map(learned, range(1200))]))
    running.until(lambda: running.state is State.BLOCKING)
    running.held.get(backend.set_enabled([rule.id], False))
    running.until(lambda: running.state is State.ASKING)
    running.held.get(backend.set_enabled([rule.id], True))
    running.until(lambda: running.state is State.BLOCKING)


def test_what_went_wrong_is_said_until_it_was_read(running: Running) -> None:
    desktop = running.desktop
    desktop.prompter.problem.emit("The rule was not kept.")
    assert "The rule was not kept." in told(desktop.status)
    desktop.status.close()
    desktop.show_up()
    assert desktop.status.isVisible()
    assert "The rule was not kept." not in told(desktop.status)


def test_what_else_is_wrong_is_told_in_the_window_and_to_who_notifies(running: Running) -> None:
    status = running.held.get(running.held.backend.status())
    warning = "The history is not written now."
    running.held.bridge.noticed.emit([StatusChanged(replace(status, warnings=(warning,)))])
    assert f"⚠ {warning}" in told(running.desktop.status)
    assert running.desktop.alerts._warned == (warning,)


def told(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_a_lost_module_is_said_once_and_its_return_too(running: Running) -> None:
    gone = SourceMissing("The module snet went away. Load it again.")
    running.held.do(lambda: running.held.source.lose(gone))
    running.until(lambda: running.state is State.DISCONNECTED)
    running.until(lambda: str(gone) in running.said)
    texts = [label.text() for label in running.desktop.status.findChildren(QLabel)]
    assert str(gone) in texts
    assert running.desktop.alerts._mended.isActive(), "notified, if it goes on"
    running.held.do(running.held.source.appear)
    running.until(lambda: running.state is State.ASKING)
    assert not running.desktop.alerts._mended.isActive()
    assert running.said.count(str(gone)) == 1
    assert running.said[-1] == "connected to recording"


def test_an_engine_that_ends_is_said(running: Running) -> None:
    running.held.raised()
    running.until(lambda: running.state is State.WAITING)
    running.held.thread.stop()
    running.until(lambda: running.state is State.DISCONNECTED)
    assert not running.desktop.prompt.isVisible()
    assert running.said[-1] == "The engine has ended."


def test_what_waits_is_shown_when_somebody_asks(running: Running) -> None:
    running.held.raised()
    running.until(running.desktop.prompt.isVisible)
    running.desktop.prompt.close()
    running.until(lambda: not running.desktop.prompt.isVisible())
    running.desktop.actions.waiting.trigger()
    assert running.desktop.prompt.isVisible()


def test_settings_are_a_click_away(running: Running) -> None:
    running.desktop.actions.settings.trigger()
    settings = running.desktop.preferences.settings
    assert settings is not None and settings.isVisible()
    running.qtbot.addWidget(settings)
    running.until(settings.asking.isEnabled)
    running.held.get(running.held.backend.set_mode(Mode.LOCK))
    running.until(lambda: settings.asking._mode.currentText() == "Deny (locked)")


def test_first_steps_lead_to_the_rules(qtbot: QtBot, held: Held) -> None:
    desktop = Desktop(held.bridge, first_start=True)
    for window in (desktop.prompt, desktop.rules, desktop.missed, desktop.status):
        qtbot.addWidget(window)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.preferences.in_first_start, timeout=WAIT_MS)
    first = desktop.preferences.first
    assert first is not None
    desktop.show_up()
    assert desktop.preferences.in_first_start, "they go on where they were"
    first.rules_wanted.emit()
    assert desktop.rules.isVisible()
    desktop.stop()
    assert not first.isVisible()


def test_the_desktop_file_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(ROOT / "resources/snet-gui.desktop")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")
