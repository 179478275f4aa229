# SPDX-License-Identifier: GPL-2.0-or-later
"""The line of questions on the screen."""

from __future__ import annotations

from dataclasses import replace

from snetgui.gui.waiting import Waiting

from .kit import question


def line(waiting: Waiting) -> list[int]:
    return [one.id for one in waiting.line()]


def of(*numbers: int) -> Waiting:
    waiting = Waiting()
    for number in numbers:
        waiting.put(question(number))
    return waiting


def test_new_questions_line_up_behind() -> None:
    waiting = of(3, 1, 2)
    assert line(waiting) == [3, 1, 2]
    front = waiting.front()
    assert front is not None and front.id == 3


def test_a_changed_question_keeps_its_place() -> None:
    waiting = of(1, 2)
    waiting.put(replace(question(1), count=5))
    assert line(waiting) == [1, 2]
    front = waiting.front()
    assert front is not None and front.count == 5


def test_later_empties_the_line_but_forgets_nothing() -> None:
    waiting = of(1, 2)
    waiting.put_off()
    assert line(waiting) == [] and waiting.open == 2
    waiting.put(question(3))
    assert line(waiting) == [3] and waiting.open == 3
    waiting.bring_back()
    assert line(waiting) == [1, 2, 3]


def test_a_question_put_off_stays_so_when_it_changes() -> None:
    waiting = of(1)
    waiting.put_off()
    waiting.put(replace(question(1), count=2))
    assert line(waiting) == []


def test_an_answered_question_leaves_at_once_and_comes_back_if_it_failed() -> None:
    waiting = of(1, 2, 3)
    waiting.answering(1)
    assert line(waiting) == [2, 3] and waiting.open == 2
    waiting.not_answered(1)
    assert line(waiting) == [2, 1, 3] and waiting.open == 3


def test_the_only_question_comes_back_if_its_answer_failed() -> None:
    waiting = of(1)
    waiting.answering(1)
    waiting.not_answered(1)
    assert line(waiting) == [1]


def test_what_was_over_before_its_answer_failed_does_not_come_back() -> None:
    waiting = of(1, 2)
    waiting.answering(1)
    waiting.gone(1)
    waiting.not_answered(1)
    assert line(waiting) == [2] and waiting.open == 1


def test_gone_is_gone_whatever_was_done_with_it() -> None:
    waiting = of(1, 2, 3)
    waiting.answering(1)
    waiting.put_off()
    for number in (1, 2, 3, 99):
        waiting.gone(number)
    assert waiting.front() is None and waiting.open == 0
    waiting.put(question(2))
    assert line(waiting) == [2]


def test_clear_forgets_all() -> None:
    waiting = of(1, 2)
    waiting.clear()
    assert waiting.open == 0 and waiting.front() is None
