# SPDX-License-Identifier: GPL-2.0-or-later
"""When the two buttons take a click, and when not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from snetgui.gui.apps import App
from snetgui.gui.prompt.arming import ARMING_MS
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.rule_text import rule_text
from snetgui.model import Action

from .hand import click, press, release
from .kit import SECOND, event, question
from .prompt_kit import Asked


def test_buttons_are_not_armed_at_first(asked: Asked) -> None:
    asked.show()
    for name in ("allow", "deny"):
        assert not asked.button(name).isEnabled()
        click(asked.button(name))
    asked.click_somewhere()
    asked.key(Qt.Key.Key_A)
    assert asked.answers == []


def test_another_question_under_the_pointer_disarms(asked: Asked) -> None:
    asked.show()
    asked.armed()
    press(asked.button("allow"))
    asked.show(question(2))
    release(asked.button("allow"))
    assert asked.answers == [] and not asked.button("allow").isEnabled()
    asked.armed()
    click(asked.button("allow"))
    assert [number for number, _answer in asked.answers] == [2]


@pytest.mark.parametrize(
    "changed",
    [
        lambda asked: replace(asked, event=event(9, exe="/usr/bin/other")),
        lambda asked: replace(asked, facts=replace(asked.facts, user="bert")),
        lambda asked: replace(asked, policy=Action.ALLOW),
    ],
)
def test_whatever_changes_in_the_question_disarms(asked: Asked, changed: Any) -> None:
    first = question()
    asked.show(first)
    asked.armed()
    asked.show(changed(first))
    assert not asked.button("allow").isEnabled()


def test_another_name_for_the_program_disarms(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.show(app=App("Firefox", QIcon()))
    assert not asked.button("allow").isEnabled()


@pytest.mark.parametrize(("calls", "waiting"), [(2, 1), (1, 2)])
def test_another_count_is_shown_and_disarms(asked: Asked, calls: int, waiting: int) -> None:
    first = question()
    asked.show(first)
    asked.armed()
    asked.show(replace(first, count=calls), waiting)
    assert not asked.button("allow").isEnabled()
    said = "2 calls wait" if calls == 2 else "question 1 of 2"
    assert any(said in label.text() for label in asked.window.findChildren(QLabel))


def test_a_storm_behind_disarms_once_in_a_while(asked: Asked) -> None:
    first = question()
    asked.show(first)
    asked.armed()
    asked.show(replace(first, count=2))
    asked.armed()
    for calls in range(3, 50):
        asked.show(replace(first, count=calls), calls)
    assert asked.button("allow").isEnabled()
    rest = asked.window._tally._rest
    asked.qtbot.waitUntil(
        lambda: not asked.button("allow").isEnabled(), timeout=rest.interval() * 3
    )
    assert "1 of 49" in asked.window.windowTitle()


def test_more_time_does_not_disarm(asked: Asked) -> None:
    first = question()
    asked.show(first)
    asked.armed()
    later_ns = asked.now + 60 * SECOND
    longer = replace(first.event, deadline_ns=later_ns)
    asked.show(replace(first, event=longer, deadline_ns=later_ns))
    assert asked.button("allow").isEnabled()
    assert asked.text("countdown").startswith("60 s")


def test_going_away_and_coming_back_is_armed_anew(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.window.go_away()
    assert not asked.button("allow").isEnabled() and not asked.window.isVisible()
    asked.show()
    assert not asked.button("allow").isEnabled()


def test_the_delay_is_half_a_second(qtbot: QtBot) -> None:
    assert ARMING_MS == 500
    window = PromptWindow(rule_text)
    qtbot.addWidget(window)
    assert window._arming._timer.interval() == ARMING_MS


def resized(window: PromptWindow) -> None:
    window.resize(window.width(), window.height() + 40)


def moved(window: PromptWindow) -> None:
    window.move(window.x() + 30, window.y() - 30)


def raised(window: PromptWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def restored(window: PromptWindow) -> None:
    window.setWindowState(Qt.WindowState.WindowMinimized)
    window.setWindowState(Qt.WindowState.WindowNoState)


def opened(window: PromptWindow) -> None:
    window._body.more.toggle()


def hidden_and_shown(window: PromptWindow) -> None:
    window.hide()
    window.show()


@pytest.mark.parametrize("happens", [resized, moved, raised, restored, opened, hidden_and_shown])
def test_whatever_happens_to_the_window_disarms(
    asked: Asked, happens: Callable[[PromptWindow], None]
) -> None:
    asked.show()
    asked.armed()
    happens(asked.window)
    QApplication.processEvents()
    assert asked.disarmed
    asked.armed()


def test_scrolling_disarms(asked: Asked) -> None:
    asked.show()
    asked.window._body.more.toggle()
    asked.armed()
    bar = asked.window._body._details.verticalScrollBar()
    assert bar is not None and bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert not asked.button("allow").isEnabled()


def test_a_choice_of_ones_own_does_not_disarm(asked: Asked) -> None:
    asked.show()
    asked.armed()
    click(asked.chip("everything"))
    assert asked.button("allow").isEnabled()
