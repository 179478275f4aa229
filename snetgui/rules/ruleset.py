# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules in play, and which of them decides an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from snetgui.model import Event, Facts, ListMatch, Rule, RuleError, UnknownRule

from . import conditions
from .lists import Entries
from .order import order

Matcher = Callable[[Event, Facts], bool]


class RuleSet:
    """Rules by id, each id once. Whether a rule has expired is the caller's to know."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules: dict[int, Rule] = {}
        self._matchers: dict[int, tuple[Matcher, ...]] = {}
        self._lists: dict[ListMatch, Entries] = {}
        for rule in rules:
            self.add(rule)

    def __len__(self) -> int:
        return len(self._rules)

    def __iter__(self) -> Iterator[Rule]:
        return iter(tuple(self._rules.values()))

    @property
    def needs(self) -> frozenset[str]:
        """Names of the Facts fields that enabled rules ask about."""
        enabled = (rule for rule in self._rules.values() if rule.enabled)
        return frozenset().union(*map(conditions.needs, enabled))

    def get(self, rule_id: int) -> Rule:
        """The rule with that id. Raises UnknownRule."""
        try:
            return self._rules[rule_id]
        except KeyError:
            raise UnknownRule(f"there is no rule {rule_id} (any more)") from None

    def add(self, rule: Rule) -> None:
        """Put a rule in play.

        Raises:
            RuleError: its id is taken, or a condition can't be compiled; the
                set is then as it was.
        """
        if rule.id in self._rules:
            raise RuleError("id", f"there is a rule {rule.id} already")
        self._put(rule)

    def replace(self, rule: Rule) -> None:
        """Put a rule in the place of the one with its id.

        Raises:
            UnknownRule, RuleError: the set is then as it was.
        """
        self.get(rule.id)
        self._put(rule)

    def remove(self, rule_id: int) -> Rule:
        """Take a rule out; returns it. Raises UnknownRule."""
        rule = self.get(rule_id)
        del self._rules[rule_id], self._matchers[rule_id]
        return rule

    def decide(self, event: Event, facts: Facts) -> Rule | None:
        """The enabled rule that wins for this event; None where none matches."""
        matching = (
            rule
            for rule in self._rules.values()
            if rule.enabled and all(holds(event, facts) for holds in self._matchers[rule.id])
        )
        return min(matching, key=order, default=None)

    def _put(self, rule: Rule) -> None:
        matchers = tuple(
            conditions.test(name, value, self._lists)
            for name, value in conditions.asked(rule).items()
        )
        self._rules[rule.id] = rule
        self._matchers[rule.id] = matchers
