# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt with a real pointer and real keys, as far as Qt can make them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QEnterEvent, QHoverEvent, QKeyEvent
from PyQt6.QtWidgets import QApplication, QWidget

from snetgui.gui.prompt.chip import Chip
from snetgui.gui.prompt.keytrust import QUIET_NS, SETTLED_NS
from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Answer,
    Lifetime,
    LifetimeKind,
    Scope,
    Syscall,
)

from .hand import click
from .hand import key as press_key
from .kit import event, internet, question
from .prompt_kit import Asked


def test_it_asks_for_no_focus(asked: Asked) -> None:
    assert asked.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert asked.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.parametrize(("name", "action"), [("allow", Action.ALLOW), ("deny", Action.DENY)])
def test_a_click_answers_narrowly(asked: Asked, name: str, action: Action) -> None:
    asked.show()
    asked.armed()
    click(asked.button(name))
    assert asked.answers == [(1, Answer(action, Scope.DESTINATION, THIS_PROCESS))]


@pytest.mark.parametrize(
    ("key", "action"), [(Qt.Key.Key_A, Action.ALLOW), (Qt.Key.Key_D, Action.DENY)]
)
def test_a_key_answers_after_a_click(asked: Asked, key: Qt.Key, action: Action) -> None:
    asked.show()
    asked.armed()
    asked.key(key)
    assert asked.answers == [], "nobody clicked"
    asked.click_somewhere()
    asked.key(key)
    assert [answer.action for _number, answer in asked.answers] == [action]


@pytest.mark.parametrize(
    ("letter", "place", "action"),
    [("ф", 38, Action.ALLOW), ("в", 40, Action.DENY), ("é", 11, None), ("ф", 0, None)],
)
def test_a_keyboard_without_latin_letters_answers_by_their_places(
    asked: Asked, letter: str, place: int, action: Action | None
) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), none, place, 0, 0, letter)
    QApplication.sendEvent(asked.window, event)
    assert [answer.action for _number, answer in asked.answers] == [action] * (action is not None)


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_B, Qt.Key.Key_F1],
)
def test_no_other_key_means_anything(asked: Asked, key: Qt.Key) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    widgets: list[QWidget] = [asked.window, asked.button("allow"), asked.button("deny")]
    widgets += asked.window.findChildren(Chip)
    for widget in widgets:
        widget.setFocus()
        press_key(widget, key)
    assert asked.answers == [] and asked.laters == 0
    assert asked.chip("until it exits").isChecked()


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_a_shortcut_of_the_desktop_answers_nothing(
    asked: Asked, modifier: Qt.KeyboardModifier
) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_A, modifier)
    assert asked.answers == []


def test_a_key_that_is_held_down_answers_nothing(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True, 1
    )
    QApplication.sendEvent(asked.window, held)
    assert asked.answers == []


def test_focus_that_fell_upon_it_needs_a_quiet_time(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.now += SETTLED_NS
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.WindowActivate))
    for _ in range(3):
        asked.now += QUIET_NS // 2
        asked.key(Qt.Key.Key_A)
    assert asked.answers == []
    asked.armed()  # it was raised, so it had to arm anew
    asked.now += QUIET_NS
    asked.key(Qt.Key.Key_A)
    assert len(asked.answers) == 1


@pytest.mark.parametrize(
    ("key", "scope"),
    [
        (Qt.Key.Key_1, Scope.DESTINATION),
        (Qt.Key.Key_2, Scope.HOST),
        (Qt.Key.Key_3, Scope.PORT),
        (Qt.Key.Key_4, Scope.PROGRAM),
    ],
)
def test_each_scope_is_one_key_away(asked: Asked, key: Qt.Key, scope: Scope) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    asked.key(key)
    asked.key(Qt.Key.Key_A)
    assert [answer.scope for _number, answer in asked.answers] == [scope]


@pytest.mark.parametrize(
    ("key", "lifetime"),
    [
        (Qt.Key.Key_5, ONCE),
        (Qt.Key.Key_6, THIS_PROCESS),
        (Qt.Key.Key_7, Lifetime(LifetimeKind.SPAN, seconds=900)),
        (Qt.Key.Key_8, Lifetime(LifetimeKind.SPAN, seconds=3600)),
        (Qt.Key.Key_9, UNTIL_RESTART),
        (Qt.Key.Key_0, ALWAYS),
    ],
)
def test_each_lifetime_is_one_key_away(asked: Asked, key: Qt.Key, lifetime: Lifetime) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    asked.key(key, Qt.KeyboardModifier.KeypadModifier)
    asked.key(Qt.Key.Key_D)
    assert [answer.lifetime for _number, answer in asked.answers] == [lifetime]


def test_choices_can_be_clicked(asked: Asked) -> None:
    asked.show()
    asked.armed()
    click(asked.chip("port 443 anywhere"))
    click(asked.chip("always"))
    click(asked.button("allow"))
    assert asked.answers == [(1, Answer(Action.ALLOW, Scope.PORT, ALWAYS))]


def test_the_next_question_begins_narrow_again(asked: Asked) -> None:
    asked.show()
    click(asked.chip("everything"))
    click(asked.chip("always"))
    asked.show(question(2))
    asked.armed()
    click(asked.button("deny"))
    assert asked.answers == [(2, Answer(Action.DENY, Scope.DESTINATION, THIS_PROCESS))]


def test_a_renewed_question_keeps_what_was_chosen(asked: Asked) -> None:
    asked.show()
    click(asked.chip("everything"))
    assert asked.window.question is not None
    asked.show(replace(asked.window.question, count=7))
    assert asked.chip("everything").isChecked()


def test_a_scope_that_is_not_offered_has_no_key(asked: Asked) -> None:
    listens = event(local=internet("0.0.0.0", 8080), syscall=Syscall.LISTEN)
    asked.show(question(asked=listens))
    asked.armed()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_2)
    asked.key(Qt.Key.Key_A)
    assert asked.answers[0][1].scope is Scope.DESTINATION


def test_without_a_program_only_once_is_offered(asked: Asked) -> None:
    asked.show(question(asked=event(exe="")))
    asked.armed()
    offered = [
        chip.accessibleName() for chip in asked.window.findChildren(Chip) if chip.isVisible()
    ]
    assert offered == ["once"]
    click(asked.button("allow"))
    assert asked.answers[0][1].lifetime == ONCE


def test_escape_and_closing_mean_later(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_Escape)
    asked.window.close()
    assert asked.laters == 2 and asked.answers == []


def test_it_counts_only_while_it_is_shown(asked: Asked) -> None:
    asked.show()
    assert asked.window._tick.isActive()
    asked.window.go_away()
    assert not asked.window._tick.isActive()


def test_appearing_under_a_resting_pointer_is_no_reading(asked: Asked) -> None:
    asked.show()
    at = QPointF(20, 20)
    QApplication.sendEvent(asked.window, QEnterEvent(at, at, at))
    asked.window._on_tick()
    assert asked.reads == 0 and not asked.window.is_read


def test_a_moving_pointer_reads_until_it_leaves(asked: Asked) -> None:
    asked.show()
    move = QHoverEvent(QEvent.Type.HoverMove, QPointF(20, 20), QPointF(21, 20), QPointF(20, 20))
    QApplication.sendEvent(asked.window, move)
    asked.window._on_tick()
    assert asked.reads == 1
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.Leave))
    asked.window._on_tick()
    assert asked.reads == 1


def test_a_key_reads_until_the_focus_is_elsewhere(asked: Asked) -> None:
    asked.show()
    asked.click_somewhere()
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.Leave))
    asked.key(Qt.Key.Key_4)
    assert asked.window.is_read
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.WindowDeactivate))
    QApplication.sendEvent(asked.window, QEvent(QEvent.Type.Leave))
    assert not asked.window.is_read
