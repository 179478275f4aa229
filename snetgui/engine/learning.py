# SPDX-License-Identifier: GPL-2.0-or-later
"""Learning: from what was allowed in learn mode, rules for a person to look over."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable
from dataclasses import replace

from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Conditions,
    Event,
    Facts,
    Origin,
    Rule,
    RuleError,
    Scope,
)
from snetgui.rules.scope import rule_for, scopes

from .rulebook import RuleBook

MAX_A_PROGRAM = 100  # one that goes to more is for a person to judge
NOTE = "Learned while everything was allowed. Look it over."
_log = logging.getLogger(__name__)


class Learning:
    """Makes each rule once: this program, this port anywhere, enabled, marked as learned.

    The port and not the address, since else a browser's day makes thousands
    of rules; not the whole program, since that would widen what it did.
    """

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._known: set[Conditions] = set()
        self._counts: Counter[str] = Counter()

    def learn(self, event: Event, facts: Facts) -> Awaitable[Rule] | None:
        """Note the rule that allows it; None if it is noted already or none can be made.

        What is returned need not be waited for; waited for, it raises StoreError.
        """
        try:
            rule = self._rule(event, facts)
        except RuleError as error:
            _log.info("nothing learned from event %d: %s", event.id, error)
            return None
        exe = event.process.exe
        if rule.conditions in self._known or self._counts[exe] >= MAX_A_PROGRAM:
            return None
        self._known.add(rule.conditions)
        self._counts[exe] += 1
        return self._book.add(rule)

    def _rule(self, event: Event, facts: Facts) -> Rule:
        possible = scopes(event, facts)
        scope = Scope.PORT if Scope.PORT in possible else Scope.DESTINATION
        answer = Answer(Action.ALLOW, scope, ALWAYS)
        rule = rule_for(event, facts, answer, self._book.birth())
        return replace(rule, origin=Origin.LEARNED, note=NOTE)
