# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking through a real engine over a kernel of memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from snetgui.gui.apps import Apps
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.prompter import Prompter
from snetgui.gui.rule_text import rule_text
from snetgui.model import ALWAYS, Action, Answer, Event, Scope

from .hand import click
from .kit import WAIT_S, Held, event, internet

WAIT_MS = round(WAIT_S * 1000)


class Screen:
    """A prompt over an engine."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.problems: list[str] = []
        self.ahead_ns = 0
        clock = lambda: time.monotonic_ns() + self.ahead_ns  # noqa: E731
        self.prompt = PromptWindow(rule_text, clock=clock, arming_ms=15)
        self.prompter = Prompter(held.bridge, self.prompt, Apps(), clock=clock)
        self.prompter.problem.connect(self.problems.append)
        held.bridge.noticed.connect(self.prompter.take)
        held.bridge.watch()
        qtbot.addWidget(self.prompt)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def shows(self, raised: Event) -> Callable[[], bool]:
        return lambda: (
            self.prompt.isVisible()
            and self.prompt.question is not None
            and self.prompt.question.event.id == raised.id
        )

    def click(self, name: str) -> None:
        button = self.prompt.findChild(AnswerButton, name)
        assert button is not None
        self.until(button.isEnabled)
        click(button)


@pytest.fixture
def screen(qtbot: QtBot, held: Held) -> Iterator[Screen]:
    it = Screen(qtbot, held)
    yield it
    held.bridge.stop()
    it.prompt.go_away()


@pytest.mark.parametrize(("name", "action"), [("allow", Action.ALLOW), ("deny", Action.DENY)])
def test_a_click_ends_the_call(screen: Screen, name: str, action: Action) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    screen.click(name)
    assert not screen.prompt.isVisible(), "gone at once"
    screen.until(lambda: screen.held.ended(raised.id))
    assert screen.held.ended(raised.id) is action
    assert screen.held.source.ended[raised.id].errno == (1 if action is Action.DENY else 0)


def test_new_questions_wait_behind(screen: Screen) -> None:
    first = screen.held.raised(to=internet("192.0.2.1", 1))
    screen.until(screen.shows(first))
    second = screen.held.raised(to=internet("192.0.2.2", 2))
    screen.until(lambda: screen.prompter.open == 2)
    assert screen.shows(first)()
    screen.click("deny")
    assert screen.shows(second)()
    screen.click("allow")
    screen.until(lambda: screen.held.ended(second.id))
    assert screen.held.ended(first.id) is Action.DENY
    assert screen.held.ended(second.id) is Action.ALLOW


def test_one_answer_settles_all_events_of_the_question(screen: Screen) -> None:
    raised = [screen.held.raised() for _ in range(5)]
    screen.until(lambda: screen.prompt.question is not None and screen.prompt.question.count == 5)
    assert screen.prompter.open == 1
    screen.click("deny")
    screen.until(lambda: all(screen.held.ended(event.id) for event in raised))


def test_later_keeps_the_question_and_the_person_gets_it_back(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    screen.prompt.close()
    screen.until(lambda: not screen.prompt.isVisible())
    assert screen.prompter.open == 1 and screen.held.ended(raised.id) is None
    other = screen.held.raised(to=internet("192.0.2.9", 9))
    screen.until(screen.shows(other))
    screen.prompter.bring_back()
    assert screen.shows(raised)() and screen.prompter.open == 2


def test_a_question_that_times_out_goes_away_and_is_missed(screen: Screen) -> None:
    raised = screen.held.raised(delay_s=1.2)
    screen.until(screen.shows(raised))
    screen.until(lambda: screen.prompter.open == 0)
    assert not screen.prompt.isVisible()
    assert screen.held.ended(raised.id) is Action.ALLOW
    page = screen.held.get(screen.held.backend.missed())
    assert [missed.decision.event.id for missed in page.rows] == [raised.id]


def test_a_rule_made_elsewhere_takes_the_question_away(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    assert screen.prompt.question is not None
    answer = Answer(Action.ALLOW, Scope.PROGRAM, ALWAYS)
    screen.held.get(screen.held.backend.answer(screen.prompt.question.id, answer))
    screen.until(lambda: not screen.prompt.isVisible())


def test_reading_gives_more_time_to_all_in_line(screen: Screen) -> None:
    events = [screen.held.raised(to=internet("192.0.2.1", port)) for port in (1, 2)]
    screen.until(lambda: screen.prompter.open == 2)
    before = {event.id: event.deadline_ns for event in screen.held.source.pending}
    screen.prompt.reading.emit()
    assert {event.id: event.deadline_ns for event in screen.held.source.pending} == before
    screen.ahead_ns = 20_000_000_000
    screen.prompt.reading.emit()
    screen.until(
        lambda: all(event.deadline_ns > before[event.id] for event in screen.held.source.pending)
    )
    assert {event.id for event in screen.held.source.pending} == {event.id for event in events}


def test_an_answer_too_late_is_no_problem(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    shown = screen.prompt.question
    assert shown is not None
    screen.held.do(lambda: screen.held.source.cancel(raised.id))
    screen.until(lambda: screen.prompter.open == 0)
    screen.prompt.answered.emit(shown.id, Answer(Action.ALLOW))
    screen.qtbot.wait(50)
    assert screen.problems == []


def test_a_lost_engine_takes_the_questions_away(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    screen.held.do(screen.held.source.lose)
    screen.until(lambda: not screen.prompt.isVisible())


def test_nothing_is_shown_or_given_time_while_nobody_is_here(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    screen.prompter.set_here(False)
    assert not screen.prompt.isVisible() and screen.prompter.open == 1
    assert screen.prompter.front is None and screen.prompter.line == 0
    other = screen.held.raised(to=internet("192.0.2.9", 9))
    screen.until(lambda: screen.prompter.open == 2)
    assert not screen.prompt.isVisible()
    screen.prompter.bring_back()
    assert not screen.prompt.isVisible()
    screen.prompter.set_here(True)
    assert screen.shows(raised)() and screen.prompter.line == 2
    button = screen.prompt.findChild(AnswerButton, "allow")
    assert button is not None and not button.isEnabled()
    assert {event.id for event in screen.held.source.pending} == {raised.id, other.id}


def test_a_question_answered_elsewhere_meanwhile_does_not_come_back(screen: Screen) -> None:
    raised = screen.held.raised()
    screen.until(screen.shows(raised))
    screen.prompter.set_here(False)
    screen.held.do(lambda: screen.held.source.cancel(raised.id))
    screen.until(lambda: screen.prompter.open == 0)
    screen.prompter.set_here(True)
    assert not screen.prompt.isVisible()


def test_a_storm_of_ten_thousand_calls_is_asked_one_program_after_the_other(
    screen: Screen,
) -> None:
    calls = [
        event(number, exe=f"/usr/bin/program-{number % 1000}", delay_s=300)
        for number in range(1, 10_001)
    ]

    def rage() -> None:
        for call in calls:
            screen.held.source.raise_event(call)

    screen.held.do(rage)
    screen.until(screen.prompt.isVisible)
    first = screen.prompt.question
    assert first is not None
    screen.until(lambda: "1 of 1000" in screen.prompt.windowTitle())
    assert screen.prompt.question is not None
    assert screen.prompt.question.id == first.id and screen.prompter.open == 1000
    one_more = event(20_000, exe="/usr/bin/one-more")
    screen.held.do(lambda: screen.held.source.raise_event(one_more))
    screen.until(lambda: screen.held.ended(one_more.id))
    assert screen.held.ended(one_more.id) is Action.ALLOW, "the policy's"
    screen.click("deny")
    assert screen.prompt.question.id != first.id and screen.prompter.open == 999
    of_first = [call for call in calls if call.process.exe == first.event.process.exe]
    screen.until(lambda: all(screen.held.ended(call.id) for call in of_first))
    denied = {call.id for call in calls if screen.held.ended(call.id) is Action.DENY}
    assert denied == {call.id for call in of_first} and len(denied) == 10
