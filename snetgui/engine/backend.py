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

from snetgui.model import (
    EVERYTHING,
    Action,
    Answer,
    Decision,
    Event,
    Facts,
    HistoryPage,
    HistoryQuery,
    LifetimeKind,
    Mode,
    Origin,
    Question,
    Rule,
    Settings,
    Slot,
    Status,
    Step,
    Total,
    TotalBy,
)
from snetgui.rules.explain import Explanation
from snetgui.rules.hygiene import Finding

T = TypeVar("T")

MOST_RULES_AT_ONCE = 10_000
"""What add_rules() and set_enabled() take in one call."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a longer list.

    Attributes:
        total: how many there are in all.
    """

    rows: tuple[T, ...]
    offset: int
    total: int


class RuleSort(StrEnum):
    """What rules are sorted by; where two are equal, by age."""

    CREATED = "created"
    NAME = "name"
    PROGRAM = "program"
    ACTION = "action"
    LIFETIME = "lifetime"  # by the time left: what ends first, first; what no time ends, last
    ORIGIN = "origin"
    ENABLED = "enabled"
    PRIORITY = "priority"
    PRECEDENCE = "precedence"  # rules.order: which wins, first
    HITS = "hits"
    LAST_USED = "last used"  # never used counts as longest ago


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleQuery:
    """Which rules, and in which order: all that are given must hold; None and "" ask nothing.

    Attributes:
        text: words in any order; each must be part of the rule's name, its
            note, its sentence (rules.summary) or a value that it asks for.
            Upper and lower case are the same.
        program: the value of its exe condition, whatever its kind.
    """

    text: str = ""
    program: str | None = None
    actions: frozenset[Action] | None = None
    lifetimes: frozenset[LifetimeKind] | None = None
    origins: frozenset[Origin] | None = None
    enabled: bool | None = None
    sort: RuleSort = RuleSort.CREATED
    descending: bool = True


ALL_RULES = RuleQuery()
"""All rules, newest first."""


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
    SETTING = "setting"  # it is not asked about any more


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
class SettingsChanged:
    """Some settings changed: read them again."""


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
    | SettingsChanged
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
            RuleError: the answer makes no sensible rule (its lifetime, errno or
                scope); the question still waits.
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
        """Change the mode; PAUSED and LEARN also for a number of seconds.

        After them comes the mode that was before; after learning that was
        without an end and is given one, ASK. Suspended time counts. The mode is
        there after a restart, learning with what is left of its time, and
        instead of a pause the mode before it.

        Raises:
            SettingsError: the mode takes no time, or not that one.
            StoreError: it holds, but after a restart may be another.
        """
        ...

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """Change verdict delay and policy; None leaves it.

        As change_settings() with these two changed: they are kept. What another
        program does to the source (`snet config`) is in Status and holds until
        the next change, connection or start.
        """
        ...

    async def rules(
        self, *, query: RuleQuery = ALL_RULES, offset: int = 0, limit: int = 1000
    ) -> Page[Rule]:
        """The rules that match, in the query's order; total counts those that match."""
        ...

    async def rule(self, rule_id: int) -> Rule:
        """One rule as it is now. Raises UnknownRule."""
        ...

    async def programs(self, *, offset: int = 0, limit: int = 1000) -> Page[str]:
        """What rules have for a program, whatever the kind of the condition: each once, sorted."""
        ...

    async def add_rule(self, rule: Rule) -> Rule:
        """Remember a rule; returns it with its new id. Raises RuleError, StoreError."""
        ...

    async def add_rules(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """Remember rules, all of them or none; returns them in the same order.

        A rule whose id is 0 gets a new one, a later rule a larger one. Any
        other id is kept, so that undoing a deletion brings the same rule back:
        with its age, which decides between equals, and its place in the history.

        Raises:
            RuleError: one of them says nothing sensible, its id is in use or
                was never given, or there are more than MOST_RULES_AT_ONCE.
            StoreError
        """
        ...

    async def change_rule(self, rule: Rule) -> Rule:
        """Replace the rule with that id; returns it as it is then.

        A lifetime that is another one than before counts from now on. A rule
        that Status.warnings names as kept but idle can be replaced too.

        Raises UnknownRule, RuleError, StoreError: then it is as it was.
        """
        ...

    async def set_enabled(self, ids: Sequence[int], enabled: bool) -> tuple[Rule, ...]:
        """Switch rules on or off, all of them or none; returns them as they are then.

        Ids that are gone are passed over, and rules that stand so already are
        returned as they are.

        Raises:
            RuleError: more than MOST_RULES_AT_ONCE, or one that can't be
                written any more.
            StoreError
        """
        ...

    async def delete_rules(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        """Forget rules, all of them or none; returns those that were there.

        A kept rule that can't be read (Status.warnings names it) is forgotten
        by its id too, and is not returned. Raises StoreError.
        """
        ...

    async def explain(self, event: Event, facts: Facts) -> Explanation:
        """Which rule decides an event, past or invented, and why each other does not.

        The rules as they are now; nothing is decided, counted or recorded.
        """
        ...

    async def findings(self, *, offset: int = 0, limit: int = 1000) -> Page[Finding]:
        """What a person may want to clear away, by rising rule id.

        With many rules it takes seconds; what did not change is not looked at again.
        """
        ...

    async def decisions(
        self, query: HistoryQuery = EVERYTHING, *, before: int | None = None, limit: int = 100
    ) -> HistoryPage:
        """Past decisions that match, newest first; before: only with a smaller id.

        The last second's may not be there yet. Raises StoreError.
        """
        ...

    async def count(self, query: HistoryQuery = EVERYTHING) -> int:
        """How many past decisions match, exactly. Raises StoreError."""
        ...

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """The points of a plot, oldest first; steps without a decision are left out.

        since and until widen to whole steps. Raises StoreError.
        """
        ...

    async def totals(
        self, query: HistoryQuery, by: TotalBy, *, limit: int = 100
    ) -> tuple[Total, ...]:
        """The programs or destinations with the most decisions, the largest first.

        since and until widen to whole hours. Raises StoreError.
        """
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

    async def settings(self) -> Settings:
        """What a person has set."""
        ...

    async def change_settings(self, settings: Settings) -> Settings:
        """Put settings into force and keep them; returns them as they are then.

        What is not asked about any more leaves the queue. Without a connection
        they come into force with the next one. An engine over one program
        (`snet run`) has settings and a mode of its own, which end with it.

        Raises:
            SettingsError: one of them can't be.
            SourceRefused: the source does not take them, and why.
            SourceError: it is going away just now; try again.
            StoreError: they could not be kept. In each case all is as it was.
        """
        ...

    async def allow_running(self) -> tuple[Rule, ...]:
        """Make rules that let the programs go on that have a connection or listen now.

        One rule a program, for everything it asks, always, marked as learned;
        for 1,000 programs at most. Passed over are those that a rule for good
        allows or denies everything already, the engine's own program, and what
        this user may not see. Returns the new rules. Raises StoreError.
        """
        ...
