# SPDX-License-Identifier: GPL-2.0-or-later
"""A waiting question as people see it."""

from __future__ import annotations

from snetgui.model import NOTHING_KNOWN, Action, Question
from snetgui.rules.scope import scopes
from snetgui.source.base import Policy

from .queue import Waiting

_BOUND_SLACK_NS = 10_000_000


def question_of(waiting: Waiting, policy: Policy) -> Question:
    """What waits, with what the policy makes of it in the end."""
    facts = waiting.facts or NOTHING_KNOWN
    shown, deadline_ns = waiting.shown, waiting.deadline_ns
    bound_ns = shown.raised_ns + round(policy.max_delay_s * 1e9)
    return Question(
        id=waiting.id,
        event=shown,
        facts=facts,
        count=len(waiting.events),
        deadline_ns=deadline_ns,
        policy=Action.DENY if policy.deny else Action.ALLOW,
        scopes=scopes(shown, facts),
        extendable=deadline_ns < bound_ns - _BOUND_SLACK_NS,
    )
