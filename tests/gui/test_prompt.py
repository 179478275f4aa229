# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt with a real pointer and real keys, as far as Qt can make them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QEnterEvent, QHoverEvent, QIcon, QKeyEvent
from PyQt6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from snetgui.gui.apps import App
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.chip import Chip
from snetgui.gui.prompt.keytrust import QUIET_NS, SETTLED_NS
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.rule_text import rule_text
from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Answer,
    Lifetime,
    LifetimeKind,
    Question,
    Scope,
    Syscall,
    unix_address,
)

from .hand import click, press, release
from .hand import key as press_key
from .kit import SECOND, WAIT_S, event, internet, question

CURL = App("curl", QIcon())
SOON_MS = 15
WAIT_MS = round(WAIT_S * 1000)


class Asked:
    """A prompt that arms soon, what it answered, and a clock that tests move."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.now = time.monotonic_ns()
        self.answers: list[tuple[int, Answer]] = []
        self.laters = 0
        self.reads = 0
        self.window = PromptWindow(rule_text, clock=lambda: self.now, arming_ms=SOON_MS)
        qtbot.addWidget(self.window)
        self.window.answered.connect(lambda number, answer: self.answers.append((number, answer)))
        self.window.later.connect(self._later)
        self.window.reading.connect(self._reading)

    def _later(self) -> None:
        self.laters += 1

    def _reading(self) -> None:
        self.reads += 1

    def show(self, asked: Question | None = None, waiting: int = 1, app: App = CURL) -> None:
        self.window.show_question(asked or question(), app, waiting)

    def armed(self) -> None:
        self.qtbot.waitUntil(self.button("allow").isEnabled, timeout=WAIT_MS)

    def button(self, name: str) -> AnswerButton:
        found = self.window.findChild(AnswerButton, name)
        assert found is not None
        return found

    def chip(self, text: str) -> Chip:
        return next(
            chip for chip in self.window.findChildren(Chip) if chip.accessibleName() == text
        )

    def text(self, name: str) -> str:
        found = self.window.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def key(self, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        press_key(QApplication.focusWidget() or self.window, key, modifier)

    def click_somewhere(self) -> None:
        """What a person does who wants the keyboard here."""
        click(self.window, QPoint(3, self.window.height() - 3))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    it = Asked(qtbot)
    yield it
    it.window.go_away()


def test_it_asks_for_no_focus(asked: Asked) -> None:
    assert asked.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert asked.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.parametrize(("name", "action"), [("allow", Action.ALLOW), ("deny", Action.DENY)])
def test_a_click_answers_narrowly(asked: Asked, name: str, action: Action) -> None:
    asked.show()
    asked.armed()
    click(asked.button(name))
    assert asked.answers == [(1, Answer(action, Scope.DESTINATION, THIS_PROCESS))]


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


def test_the_rule_is_said_as_it_would_be(asked: Asked) -> None:
    asked.show()
    assert "curl may connect to 203.0.113.7 on tcp 443 (https)" in asked.text("rule")
    click(asked.chip("everything"))
    click(asked.chip("always"))
    assert "curl may do anything on the network." in asked.text("rule")
    click(asked.chip("once"))
    assert "no rule" in asked.text("rule")


def test_escape_and_closing_mean_later(asked: Asked) -> None:
    asked.show()
    asked.armed()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_Escape)
    asked.window.close()
    assert asked.laters == 2 and asked.answers == []


@pytest.mark.parametrize(
    ("left_ns", "policy", "said"),
    [
        (30 * SECOND, Action.DENY, "30 s · then denied"),
        (22 * SECOND - 1, Action.ALLOW, "22 s · then allowed"),
        (1, Action.DENY, "1 s · then denied"),
        (-5 * SECOND, Action.DENY, "0 s · then denied"),
    ],
)
def test_the_countdown_is_the_deadline(
    asked: Asked, left_ns: int, policy: Action, said: str
) -> None:
    asked.show(replace(question(policy=policy), deadline_ns=asked.now + left_ns))
    assert asked.text("countdown") == said


def test_it_counts_only_while_it_is_shown(asked: Asked) -> None:
    asked.show()
    assert asked.window._tick.isActive()
    asked.window.go_away()
    assert not asked.window._tick.isActive()


def test_the_place_in_line_is_said(asked: Asked) -> None:
    asked.show(waiting=7)
    assert any("1 of 7" in label.text() for label in asked.window.findChildren(QLabel))


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


NASTY = "/tmp/" + "<b>Thunderbird</b>\u202e&x\n\x07" + "y" * 4000


@pytest.mark.parametrize("details", [False, True])
def test_nasty_names_are_plain_text_and_fit(asked: Asked, details: bool) -> None:
    nasty = event(exe=NASTY, to=unix_address("/" + "z" * 100), family=1, protocol=0)
    asked.show(question(asked=nasty), app=App("<i>x</i>\\u202e" + "n" * 40, QIcon()))
    asked.window._body.more.setChecked(details)
    for label in asked.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert "\u202e" not in label.text() and "\n" not in label.text()
    for name in ("allow", "deny"):
        assert asked.window.rect().contains(asked.button(name).geometry())
    for chip in asked.window.findChildren(Chip):
        if chip.isVisible():
            corner = chip.mapTo(asked.window, QPoint(chip.width() - 1, chip.height() - 1))
            assert asked.window.rect().contains(corner)


def test_details_open_and_close_and_the_buttons_stay(asked: Asked) -> None:
    asked.show()
    before = asked.window.geometry()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_I)
    assert asked.window._body._details.isVisible()
    texts = [label.text() for label in asked.window._body._details.findChildren(QLabel)]
    assert any("0x1 · connect(2) · verdict_id=0x1 syscall=CONNECT" in text for text in texts)
    assert asked.window.geometry().bottom() == before.bottom()
    asked.key(Qt.Key.Key_I)
    assert asked.window.geometry() == before


def test_a_screen_reader_hears_the_question(asked: Asked) -> None:
    asked.show()
    said = "curl wants to connect to 203.0.113.7, port 443 (https)"
    assert asked.window.accessibleName() == said
    assert said in asked.window.windowTitle()
    for name, word in (("allow", "Allow"), ("deny", "Deny")):
        assert asked.button(name).accessibleName() == word
