# SPDX-License-Identifier: GPL-2.0-or-later
"""The plain scan over all rules: slow, and so short that what it says is what is meant.

The index must give what this gives; tests and benchmarks hold them together.
"""

from __future__ import annotations

from collections.abc import Iterable

from snetgui.model import Event, Facts, Rule

from .conditions import Lists, asked, condition_test
from .order import order


def scan(rules: Iterable[Rule], event: Event, facts: Facts, lists: Lists) -> Rule | None:
    """The enabled rule that wins for the event; None where none matches."""
    matching = (rule for rule in rules if rule.enabled and matches(rule, event, facts, lists))
    return min(matching, key=order, default=None)


def matches(rule: Rule, event: Event, facts: Facts, lists: Lists) -> bool:
    """Whether the event meets all of the rule's conditions."""
    return all(
        condition_test(name, value, lists)(event, facts) for name, value in asked(rule).items()
    )
