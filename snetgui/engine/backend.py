# SPDX-License-Identifier: GPL-2.0-or-later
"""The one interface that windows and commands know of the engine.

Behind it is an engine in this process or in another one. So: every call is a
coroutine, every value is one of model's (plain, immutable, could cross a
process boundary), every list comes in pages, and nothing of SQL, netlink or
the engine's own objects shows through.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from snetgui.model import Answer, Decision, Mode, Question, Rule, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a longer list.

    Attributes:
        total: how many there are in all.
    """

    rows: tuple[T, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that nobody answered in time (or that overflowed).

    Attributes:
        decision: how its last event ended.
        count: how many events ended so.
    """

    id: int
    decision: Decision
    count: int


@dataclass(frozen=True, slots=True)
class QuestionOpened:
    """A new question waits (at the queue's end)."""

    question: Question


@dataclass(frozen=True, slots=True)
class QuestionChanged:
    """A question's count, deadline or event changed."""

    question: Question


class Gone(StrEnum):
    """Why a question went away."""

    ANSWERED = "answered"
    RULE = "rule"
    TIMEOUT = "timeout"
    CANCELLED = "cancelled"
    MODE = "mode"


@dataclass(frozen=True, slots=True)
class QuestionGone:
    """A question does not wait any more."""

    question_id: int
    why: Gone


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """Some rules changed: read them again."""


@dataclass(frozen=True, slots=True)
class MissedChanged:
    """The list of missed questions changed: read it again."""


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The status, as it is now."""

    status: Status


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions since the last such notice, oldest first.

    Attributes:
        left_out: how many older ones this reader was too slow for. They are in
            the history.
    """

    decisions: tuple[Decision, ...]
    left_out: int = 0


Notice = (
    QuestionOpened
    | QuestionChanged
    | QuestionGone
    | RulesChanged
    | MissedChanged
    | StatusChanged
    | Decided
)


class Backend(Protocol):
    """What windows and commands can ask of the engine."""

    def watch(self, *, decisions: bool = False) -> AsyncIterator[Notice]:
        """What happens from now on, decisions only if asked for.

        First comes StatusChanged, then a QuestionOpened for each question that
        waits already. A reader that falls behind gets each thing's latest
        state once instead of an endless backlog: it may miss that a question
        changed in between, never that one opened and still waits, or is gone.
        Ends when the engine does.
        """
        ...

    async def status(self) -> Status:
        """The engine at a glance."""
        ...

    async def answer(self, question_id: int, answer: Answer) -> None:
        """Settle a question and all events behind it.

        Raises:
            UnknownQuestion: it was settled or went away.
            StoreError: the rule could not be remembered; the events are
                answered all the same.
        """
        ...

    async def extend(self, question_id: int) -> int:
        """The person is reading: more time. Returns the deadline that now holds.

        Raises:
            UnknownQuestion
        """
        ...

    async def set_mode(self, mode: Mode, seconds: float | None = None) -> None:
        """Change the mode; with PAUSED for that many seconds."""
        ...

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """Change verdict delay and policy. Raises SourceRefused if out of range."""
        ...

    async def rules(self, *, offset: int = 0, limit: int = 1000) -> Page[Rule]:
        """The rules, newest first."""
        ...

    async def add_rule(self, rule: Rule) -> Rule:
        """Remember a rule; returns it with its id. Raises RuleError, StoreError."""
        ...

    async def change_rule(self, rule: Rule) -> Rule:
        """Replace the rule with that id. Raises UnknownRule, RuleError, StoreError."""
        ...

    async def delete_rules(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        """Forget rules; returns those that were there. Raises StoreError."""
        ...

    async def missed(self, *, offset: int = 0, limit: int = 100) -> Page[Missed]:
        """Questions that nobody answered, newest first."""
        ...

    async def answer_missed(self, missed_id: int, answer: Answer) -> Rule:
        """Make the rule that would have answered it. Raises UnknownQuestion, RuleError."""
        ...

    async def forget_missed(self, ids: Sequence[int]) -> None:
        """Take these off the list."""
        ...
