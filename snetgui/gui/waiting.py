# SPDX-License-Identifier: GPL-2.0-or-later
"""The line of questions as this screen sees it: which one is shown, which wait behind it.

The engine holds the queue; this only remembers what it was told, and what the
person put off. The first in line is shown until it goes away: a new question
never takes its place, however urgent. What the person put off with Escape
("later") leaves the line, still waits in the engine, and comes back when the
person asks for it. What the person answered is out of the line at once,
whatever time the engine takes.
"""

from __future__ import annotations

from snetgui.model import Question


class Waiting:
    """Questions in the order they came, those put off and those being answered."""

    def __init__(self) -> None:
        self._questions: dict[int, Question] = {}
        self._line: dict[int, None] = {}
        self._answering: set[int] = set()

    def put(self, question: Question) -> None:
        """Add a question at the end of the line, or renew it where it stands."""
        if question.id not in self._questions:
            self._line[question.id] = None
        self._questions[question.id] = question

    def gone(self, question_id: int) -> None:
        """Forget a question; one that is not known is no fault."""
        self._questions.pop(question_id, None)
        self._line.pop(question_id, None)
        self._answering.discard(question_id)

    def clear(self) -> None:
        """Forget all: a fresh start comes."""
        self._questions.clear()
        self._line.clear()
        self._answering.clear()

    def put_off(self) -> None:
        """The person wants none of the questions in line now."""
        self._line.clear()

    def bring_back(self) -> None:
        """The person wants to see all that waits."""
        self._line = dict.fromkeys(
            number for number in self._questions if number not in self._answering
        )

    def answering(self, question_id: int) -> None:
        """An answer is on its way to the engine."""
        if question_id in self._questions:
            self._answering.add(question_id)
            self._line.pop(question_id, None)

    def not_answered(self, question_id: int) -> None:
        """The answer did not arrive: the question is in line again, behind the one shown now."""
        if question_id in self._answering:
            self._answering.discard(question_id)
            first, *others = self._line or {question_id: None}
            self._line = dict.fromkeys((first, question_id, *others))

    def get(self, question_id: int) -> Question | None:
        """A question by its id, in line or not."""
        return self._questions.get(question_id)

    def line(self) -> list[Question]:
        """What is shown, one after the other: neither put off nor answered."""
        return [self._questions[number] for number in self._line]

    def front(self) -> Question | None:
        """The one that is shown now."""
        return next((self._questions[number] for number in self._line), None)

    @property
    def length(self) -> int:
        """How many are in line."""
        return len(self._line)

    @property
    def open(self) -> int:
        """How many wait for the person in all, those put off included."""
        return len(self._questions) - len(self._answering)
