# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking: between the engine's questions and the prompt on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import (
    Notice,
    QuestionChanged,
    QuestionGone,
    QuestionOpened,
)
from snetgui.model import Answer, Question, SnetError, UnknownQuestion

from .apps import Apps
from .bridge import Bridge
from .prompt.window import PromptWindow
from .waiting import Waiting

# While the person reads, what is in line gets more time when this share of its
# time is left; asking again for the same question waits that long.
_EXTEND_BELOW_NS = 12_000_000_000
_EXTEND_EVERY_NS = 2_000_000_000


class Prompter(QObject):
    """Shows the first question in line, and carries answers to the engine.

    Signals:
        waiting_changed: how many questions wait for the person, those put off
            included.
        problem: a sentence about an answer that went wrong.
    """

    waiting_changed = pyqtSignal(int)
    problem = pyqtSignal(str)

    def __init__(
        self,
        bridge: Bridge,
        prompt: PromptWindow,
        apps: Apps,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(prompt)
        self._bridge = bridge
        self._prompt = prompt
        self._apps = apps
        self._clock = clock
        self._waiting = Waiting()
        self._here = True
        self._extended_ns: dict[int, int] = {}
        prompt.answered.connect(self._answer)
        prompt.later.connect(self.put_off)
        prompt.reading.connect(self._extend)

    @property
    def open(self) -> int:
        """How many questions wait for the person."""
        return self._waiting.open

    @property
    def here(self) -> bool:
        """Whether the person can see what is shown."""
        return self._here

    @property
    def front(self) -> Question | None:
        """The one that is shown now."""
        return self._waiting.front() if self._here else None

    @property
    def line(self) -> int:
        """How many are in line, the one that is shown included."""
        return self._waiting.length if self._here else 0

    def take(self, notices: list[Notice]) -> None:
        """Learn what happened, then show it once."""
        for notice in notices:
            match notice:
                case QuestionOpened(question) | QuestionChanged(question):
                    self._waiting.put(question)
                case QuestionGone(question_id):
                    self._waiting.gone(question_id)
                    self._extended_ns.pop(question_id, None)
        self.show()

    def set_here(self, here: bool) -> None:
        """The person went, or came back: nothing is shown to nobody.

        What waits goes on waiting, without more time; what still does when the
        person is back is shown again, and armed anew.
        """
        self._here = here
        self.show()

    def forget(self) -> None:
        """The engine tells nothing any more: what was asked is unknown."""
        self._waiting.clear()
        self._extended_ns.clear()
        self.show()

    def show(self) -> None:
        """Show the first in line to whoever is here, or nothing."""
        front = self.front
        if front is None:
            self._prompt.go_away()
        else:
            app = self._apps.of(front.event, front.facts)
            self._prompt.show_question(front, app, self._waiting.length)
        self.waiting_changed.emit(self._waiting.open)

    def put_off(self) -> None:
        """Escape: the prompt goes away, the questions stay."""
        self._waiting.put_off()
        self.show()

    def bring_back(self) -> None:
        """The person asked for what waits."""
        self._waiting.bring_back()
        self.show()
        if self._waiting.length:
            self._prompt.summon()

    def _answer(self, question_id: int, answer: Answer) -> None:
        self._waiting.answering(question_id)
        self.show()
        self._bridge.call(
            self._bridge.backend.answer(question_id, answer),
            failed=lambda error: self._not_answered(question_id, error),
        )

    def _not_answered(self, question_id: int, error: SnetError) -> None:
        """The rule was not remembered, or the question was over; neither keeps it waiting.

        If it waits all the same, its QuestionGone does not come, and the
        person must be able to try again.
        """
        self._waiting.not_answered(question_id)
        if not isinstance(error, UnknownQuestion):
            self.problem.emit(str(error))
        self.show()

    def _extend(self) -> None:
        """More time for all that is in line: none is decided while another is read."""
        now = self._clock()
        for question in self._waiting.line():
            asked = self._extended_ns.get(question.id, now - _EXTEND_EVERY_NS)
            soon = question.deadline_ns - now < _EXTEND_BELOW_NS
            if question.extendable and soon and now - asked >= _EXTEND_EVERY_NS:
                self._extended_ns[question.id] = now
                work = self._bridge.backend.extend(question.id)
                # Too late, or no more time to give: its notice says so.
                self._bridge.call(work, failed=lambda _error: None)
