# SPDX-License-Identifier: GPL-2.0-or-later
"""The ledger of held events: each comes in once and goes out as exactly one decision."""

from __future__ import annotations

import errno
from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import datetime

from snetgui.model import (
    NOTHING_KNOWN,
    Action,
    Decision,
    Ended,
    Event,
    Facts,
    Reason,
)


@dataclass(frozen=True, slots=True)
class Intent:
    """The answer that the engine gave an event, and why.

    Attributes:
        rule_id: the rule that decided, with Reason.RULE.
    """

    action: Action
    errno: int
    reason: Reason
    rule_id: int | None = None


@dataclass(slots=True, eq=False)
class Held:
    """An event on its way through the engine.

    Attributes:
        event: with the deadline that now holds.
        facts: what was gathered about it.
        looked_up: names of the facts that were asked for, known or not. They
            are not asked for twice: what a program makes of its own command
            line while it is held changes nothing.
        intent: None until it is answered; set once and never changed.
        gathering: slow facts are on their way; it is judged when they come.
        showing: facts for a person are on their way.
    """

    event: Event
    facts: Facts = NOTHING_KNOWN
    looked_up: frozenset[str] = frozenset()
    intent: Intent | None = None
    gathering: bool = False
    showing: bool = False

    def learned(self, facts: Facts, names: frozenset[str] = frozenset()) -> None:
        """Enter facts; names: those that were asked for to decide. What was known first stays."""
        self.looked_up |= names
        if self.facts is NOTHING_KNOWN or facts is NOTHING_KNOWN:
            self.facts = facts if self.facts is NOTHING_KNOWN else self.facts
            return
        missing = {
            field.name: getattr(facts, field.name)
            for field in fields(Facts)
            if getattr(self.facts, field.name) is None
        }
        self.facts = replace(self.facts, **missing)


class Ledger:
    """Which events are held, and how many ended how.

    At all times  seen == len(ledger) + decided,  and decided is the sum of
    by_reason.
    """

    def __init__(self) -> None:
        self._held: dict[int, Held] = {}
        self.seen = 0
        self.decided = 0
        self.by_reason: Counter[Reason] = Counter()

    def __len__(self) -> int:
        return len(self._held)

    def held(self) -> tuple[Held, ...]:
        """All held events, oldest first."""
        return tuple(self._held.values())

    def get(self, event_id: int) -> Held | None:
        """The held event with that id; None once it has ended."""
        return self._held.get(event_id)

    def hold(self, event: Event) -> Held | None:
        """Enter an event; None if it is held already (a source told it twice)."""
        if event.id in self._held:
            return None
        self.seen += 1
        held = self._held[event.id] = Held(event)
        return held

    def end(self, ended: Ended, when: datetime) -> tuple[Held, Decision] | None:
        """Close an event's entry with its source's word; None if it is unknown."""
        held = self._held.pop(ended.event_id, None)
        if held is None:
            return None
        reason, rule_id = ended.reason, None
        if reason is Reason.AGENT and held.intent is not None:
            reason, rule_id = held.intent.reason, held.intent.rule_id
        decision = Decision(
            held.event,
            ended.action,
            ended.errno,
            reason,
            ended.held_ns,
            when,
            rule_id,
            held.facts,
        )
        self._count(decision)
        return held, decision

    def abandon(
        self, held: Held, reason: Reason, policy: Action, now_ns: int, when: datetime
    ) -> Decision:
        """Close the entry of an event whose end its source can't tell any more.

        The policy is what a source without an agent falls back to; one that was
        answered may have got either, and is entered as it was answered.
        """
        del self._held[held.event.id]
        intent = held.intent or Intent(policy, errno.EPERM if policy is Action.DENY else 0, reason)
        decision = Decision(
            held.event,
            intent.action,
            intent.errno or (errno.EPERM if intent.action is Action.DENY else 0),
            intent.reason,
            max(0, now_ns - held.event.raised_ns),
            when,
            intent.rule_id,
            held.facts,
        )
        self._count(decision)
        return decision

    def _count(self, decision: Decision) -> None:
        self.decided += 1
        self.by_reason[decision.reason] += 1
