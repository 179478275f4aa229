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
        self._later: set[int] = set()
        self._answering: set[int] = set()

    def put(self, question: Question) -> None:
        """Add a question at the end of the line, or renew it where it stands."""
        self._questions[question.id] = question

    def gone(self, question_id: int) -> None:
        """Forget a question; one that is not known is no fault."""
        self._questions.pop(question_id, None)
        self._later.discard(question_id)
        self._answering.discard(question_id)

    def clear(self) -> None:
        """Forget all: a fresh start comes."""
        self._questions.clear()
        self._later.clear()
        self._answering.clear()

    def put_off(self) -> None:
        """The person wants none of the questions in line now."""
        self._later.update(question.id for question in self.line())

    def bring_back(self) -> None:
        """The person wants to see all that waits."""
        self._later.clear()

    def answering(self, question_id: int) -> None:
        """An answer is on its way to the engine."""
        self._answering.add(question_id)

    def not_answered(self, question_id: int) -> None:
        """The answer did not arrive: the question is in line again."""
        self._answering.discard(question_id)

    def get(self, question_id: int) -> Question | None:
        """A question by its id, in line or not."""
        return self._questions.get(question_id)

    def line(self) -> list[Question]:
        """What is shown, one after the other: neither put off nor answered."""
        return [
            question
            for question in self._questions.values()
            if question.id not in self._later and question.id not in self._answering
        ]

    def front(self) -> Question | None:
        """The one that is shown now."""
        return next(
            (
                question
                for question in self._questions.values()
                if question.id not in self._later and question.id not in self._answering
            ),
            None,
        )

    @property
    def length(self) -> int:
        """How many are in line."""
        return len(self.line())

    @property
    def open(self) -> int:
        """How many wait for the person in all, those put off included."""
        return len(self._questions) - len(self._answering)
