# SPDX-License-Identifier: GPL-2.0-or-later
"""A decision: how one event ended, and why. The row in the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .event import Event
from .facts import NOTHING_KNOWN, Facts
from .verdict import Action, Reason


@dataclass(frozen=True, slots=True)
class Decision:
    """One event's end.

    Attributes:
        action, errno: what the caller got.
        held_ns: how long the call was held.
        when: aware wall clock time of the end.
        rule_id: the rule that decided, with Reason.RULE.
    """

    event: Event
    action: Action
    errno: int
    reason: Reason
    held_ns: int
    when: datetime
    rule_id: int | None = None
    facts: Facts = NOTHING_KNOWN
