# SPDX-License-Identifier: GPL-2.0-or-later
"""When the prompt asks for the keyboard. Whether it gets it: test_asking, test_app."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QCursor
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.gui.prompt import keyboard
from snetgui.gui.wayland.layer import marked

from .hand import click
from .kit import question
from .prompt_kit import WAIT_MS, Asked

TITLE = "snet · curl wants to connect to 203.0.113.7, port 443 (https)"
QUIET, KEYS = marked(TITLE, keys=False), marked(TITLE, keys=True)


def refuses(asked: Asked) -> bool:
    handle = asked.window.windowHandle()
    assert handle is not None
    return bool(handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus)


def leave(asked: Asked) -> None:
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.Leave))


def test_it_takes_no_input_until_it_is_clicked(asked: Asked) -> None:
    asked.show()
    assert refuses(asked)
    asked.click_somewhere()
    assert not refuses(asked)
    leave(asked)
    assert not refuses(asked), "on X the focus is where the person put it"


def test_it_takes_input_when_it_is_asked_for(asked: Asked) -> None:
    asked.show()
    asked.window.summon()
    assert not refuses(asked)


def test_the_click_that_answers_asks_for_no_keyboard(asked: Asked) -> None:
    asked.show()
    asked.armed()
    click(asked.button("allow"))
    assert refuses(asked) and len(asked.answers) == 1


@pytest.mark.parametrize("event", [QEvent.Type.WindowDeactivate, QEvent.Type.Hide])
def test_once_it_is_elsewhere_it_takes_none_again(asked: Asked, event: QEvent.Type) -> None:
    asked.show()
    asked.click_somewhere()
    if event is QEvent.Type.Hide:
        asked.window.go_away()
    else:
        QApplication.sendEvent(asked.window, QEvent(event))
    assert refuses(asked)


def test_nobody_is_summoned_without_a_question(asked: Asked) -> None:
    asked.window.summon()
    asked.qtbot.wait(30)
    assert not asked.window.isVisible() and not asked.window._arming.armed


@pytest.fixture
def layered(qapp: QApplication, qtbot: QtBot) -> Iterator[Asked]:
    """A prompt that is a panel's surface."""
    keyboard.use_layers(qapp)
    try:
        it = Asked(qtbot)
        yield it
        it.window.go_away()
    finally:
        qapp.setProperty(keyboard._LAYERS, False)


def test_a_panels_surface_says_by_its_title_that_it_wants_none(layered: Asked) -> None:
    layered.show()
    assert layered.window.windowTitle() == QUIET
    assert layered.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    layered.show(waiting=2)
    assert layered.window.windowTitle() == QUIET.replace("snet", "snet (1 of 2)")


def test_a_panels_surface_has_it_from_a_click_until_the_pointer_leaves(layered: Asked) -> None:
    layered.show()
    layered.click_somewhere()
    assert layered.window.windowTitle() == KEYS
    leave(layered)
    assert layered.window.windowTitle() == QUIET


def test_a_panels_surface_that_was_asked_for_and_is_not_used_gives_it_back(
    layered: Asked,
) -> None:
    layered.window._keyboard._unused.setInterval(20)
    QCursor.setPos(QPoint(1, 1))  # not where another test left it, in the prompt
    layered.show()
    layered.window.summon()
    assert layered.window.windowTitle() == KEYS
    layered.qtbot.waitUntil(lambda: layered.window.windowTitle() == QUIET, timeout=WAIT_MS)


def test_a_panels_surface_that_is_used_keeps_it(layered: Asked) -> None:
    layered.show()
    layered.window.summon()
    layered.now += 10**9
    unused = layered.window._keyboard._unused
    unused.stop()
    layered.key(Qt.Key.Key_4)
    assert unused.isActive() and layered.window.windowTitle() == KEYS


def test_on_x_nothing_is_given_back_by_itself(asked: Asked) -> None:
    asked.show(question())
    asked.window.summon()
    click(asked.window, QPoint(3, 3))
    assert not asked.window._keyboard._unused.isActive()
