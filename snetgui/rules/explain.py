# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rule decides an event, and why each other one that came near did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Final

from snetgui.model import Event, Facts, Rule

from .index import condition_of
from .order import order
from .reasons import Other, Why, beaten_by, lost, unmet
from .ruleset import RuleSet
from .tree import Entry, Mark

__all__ = [
    "MOST",
    "NEWEST",
    "Explaining",
    "Explanation",
    "Other",
    "Why",
    "beaten_by",
    "explain",
    "misses",
    "tried",
]

MOST: Final = 200  # of either sort, best first: more than anyone reads
NEWEST: Final = (1 << 63) - 1  # the id of a rule that is newer than all that are kept


@dataclass(frozen=True, slots=True)
class Explanation:
    """What happens to an event, and why.

    Attributes:
        winner: None: no rule matches; the mode decides, as a rule by asking.
        matched: those that match too, best first; then those that would if
            they were switched on.
        nearly: those of at least two conditions that fail in one, best first.
        left_out: how many more of these there are beyond MOST of either sort.
    """

    winner: Rule | None
    matched: tuple[Other, ...]
    nearly: tuple[Other, ...]
    left_out: int = 0


def explain(rules: RuleSet, event: Event, facts: Facts) -> Explanation:
    """Tell which rule decides this event, past or invented, and why no other does.

    The winner is the one that RuleSet.decide() gives.
    """
    asking = Explaining(rules, event, facts)
    asking.look_at(rules.entries)
    return asking.told()


class Explaining:
    """An explanation on its way: entries are looked at some at a time, by their marks only."""

    def __init__(self, rules: RuleSet, event: Event, facts: Facts) -> None:
        self._event = event
        self._facts = facts
        self._held = set(rules.index.held(event, facts))
        self._met: list[Entry] = []
        self._nearly: list[tuple[Entry, Mark]] = []
        self._seen = 0

    def look_at(self, entries: Iterable[Entry]) -> None:
        """Look at some of the set's entries, each once in all."""
        held, met, nearly = self._held, [], []
        for entry in entries:
            left = [mark for mark in entry.marks if mark not in held]
            if not left:
                met.append(entry)
            elif len(left) == 1 and len(entry.marks) > 1 and entry.rule.enabled:
                nearly.append((entry, left[0]))
        self._seen += len(met) + len(nearly)
        self._met = nsmallest(MOST + 1, self._met + met, key=_standing)
        self._nearly = nsmallest(MOST, self._nearly + nearly, key=lambda pair: pair[0].place)

    def told(self) -> Explanation:
        """What came of all that was looked at."""
        winner, losers = _divided([entry.rule for entry in self._met])
        matched = tuple(lost(rule, winner) for rule in losers[:MOST])
        nearly = tuple(
            unmet(entry.rule, condition_of(mark), self._event, self._facts)
            for entry, mark in self._nearly
        )
        named = (winner is not None) + len(matched) + len(nearly)
        return Explanation(winner, matched, nearly, self._seen - named)


def tried(found: Explanation, draft: Rule, event: Event, facts: Facts) -> Explanation:
    """What would become of an event if a rule were there, or were as it is now in a draft.

    found: what explain() says without it. A draft with the id 0 counts as the
    newest rule. What is in list files is not known here.
    """
    draft = draft if draft.id else replace(draft, id=NEWEST)
    own = explain(RuleSet([draft]), event, facts)
    there = [found.winner, *(other.rule for other in (*found.matched, *own.matched)), own.winner]
    met = [rule for rule in there if rule is not None and (rule.id != draft.id or rule is draft)]
    winner, losers = _divided(sorted(met, key=lambda rule: (not rule.enabled, order(rule))))
    nearly = [other for other in found.nearly if other.rule.id != draft.id]
    nearly = sorted((*nearly, *own.nearly), key=lambda other: order(other.rule))
    matched = tuple(lost(rule, winner) for rule in losers)
    return Explanation(winner, matched, tuple(nearly), found.left_out)


def misses(rule: Rule, event: Event, facts: Facts) -> tuple[Other, ...]:
    """Each condition of one rule that the event does not meet; list files are not known here."""
    rules = RuleSet([rule])
    held = set(rules.index.held(event, facts))
    (entry,) = rules.entries
    names = (condition_of(mark) for mark in entry.marks if mark not in held)
    return tuple(unmet(rule, name, event, facts) for name in names)


def _divided(met: list[Rule]) -> tuple[Rule | None, list[Rule]]:
    """The winner and the losers of rules that match, best first."""
    return (met[0], met[1:]) if met and met[0].enabled else (None, met)


def _standing(entry: Entry) -> tuple[bool, int]:
    return not entry.rule.enabled, entry.place
